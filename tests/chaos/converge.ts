import type { KnownResource } from "../engine/harness";
import type { Program } from "../engine/programs/chaos/program";
import { declaredIn, NOTHING } from "./declared";
import { orphansOf, type Violation } from "./oracle";
import type { Plan } from "./plan";
import { reconcileDeletes, reconcileLists } from "./reconcile";
import type { Session } from "./session";

/** What it took until the account held what the program declares. */
export interface Convergence {
  /** `up` or `destroy`, so often. */
  readonly commands: number;
  /** How many orphans `reconcile --delete` was needed for. */
  readonly reconciled: number;
  readonly violations: readonly Violation[];
}

const MOST_COMMANDS = 4;

/**
 * Runs `up` (without a program, `destroy`) until there is nothing left to do, then `reconcile`.
 *
 * @param plan.after the program; absent: a `destroy`.
 * @param known what the engine knew after it was killed.
 */
export async function converge(
  session: Session,
  { after: program, isWiped, victim }: Pick<Plan, "after" | "isWiped" | "victim">,
  known: readonly KnownResource[],
): Promise<Convergence> {
  const declared = declaredIn(program ?? NOTHING);
  // An engine that lives on closes its operations in the state: then only the journal knew what was on the way.
  const isProofLost = isWiped && victim === "provider";
  const violations: Violation[] = [];
  let reconciled = 0;
  const reconcile = async () => {
    await session.idle();
    const orphans = orphansOf(session, declared, known);
    const listed = await reconcileLists(session, orphans, isProofLost);
    violations.push(...listed.violations);
    if (orphans.length === 0) return;
    reconciled += orphans.length;
    violations.push(...(await reconcileDeletes(session, listed.byName)));
  };
  for (let commands = 1; commands <= MOST_COMMANDS; commands += 1) {
    if (await isDone(session, program)) {
      if (reconciled === 0) await reconcile();
      return { commands, reconciled, violations };
    }
    // An orphan in a subscription that is to go stands in the way of it.
    if (commands === 2 && orphansOf(session, declared, known).length > 0) await reconcile();
  }
  const text = `not after ${MOST_COMMANDS} commands`;
  return { commands: MOST_COMMANDS, reconciled, violations: [...violations, { what: "unconverged", text }] };
}

/** Whether the command succeeds, and a preview finds nothing more to do. */
async function isDone(session: Session, program: Program | undefined): Promise<boolean> {
  const { project } = session;
  if (project.isLocked) {
    session.note("cancel");
    await session.kept("cancel", project.cancel());
  }
  const { exitCode } = await session.run(program);
  if (exitCode !== 0) return false;
  if (program === undefined) return project.knownResources().length === 0;
  const preview = await session.kept("preview", project.preview(["--expect-no-changes"]));
  session.note(`preview ended with ${preview.exitCode}`);
  return preview.exitCode === 0;
}
