import type { KnownResource } from "../engine/harness";
import type { Program } from "../engine/programs/chaos/program";
import { declaredIn, NOTHING } from "./declared";
import { orphansOf, type Violation } from "./oracle";
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
 * @param known what the engine knew after it was killed.
 */
export async function converge(
  session: Session,
  program: Program | undefined,
  known: readonly KnownResource[],
): Promise<Convergence> {
  const declared = declaredIn(program ?? NOTHING);
  const violations: Violation[] = [];
  let reconciled = 0;
  const reconcile = async () => {
    await session.idle();
    const orphans = orphansOf(session, declared, known);
    violations.push(...(await reconcileLists(session, orphans)));
    if (orphans.length === 0) return;
    reconciled += orphans.length;
    violations.push(...(await reconcileDeletes(session)));
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
