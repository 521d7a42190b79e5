import type { CommandResult } from "../engine/harness";
import type { Instance } from "./instances";
import { called, type Violation } from "./oracle";
import type { Session } from "./session";

/** What is read of `reconcile --json`. */
interface Listed {
  readonly orphans: readonly { readonly kind: string; readonly id: number; readonly name: string }[];
}

/** `reconcile` lists these orphans and nothing else. */
export async function reconcileLists(session: Session, orphans: readonly Instance[]): Promise<Violation[]> {
  const listed = await list(session);
  if (typeof listed === "string") return [{ what: "reconcile", text: listed }];
  const isListed = ({ kind, id }: Instance) =>
    listed.orphans.some((one) => one.kind === kind && one.id === id);
  const isOrphan = ({ kind, id }: Listed["orphans"][number]) =>
    orphans.some((one) => one.kind === kind && one.id === id);
  return [
    ...orphans
      .filter((one) => !isWithSubscription(one, orphans) && !isListed(one))
      .map((one): Violation => ({ what: "reconcile", text: `does not list ${called(one)}` })),
    ...listed.orphans
      .filter((one) => !isOrphan(one))
      .map(({ kind, id, name }): Violation => ({ what: "reconcile", text: `lists ${kind} ${id} (${name})` })),
  ];
}

/** `reconcile --delete` removes them, with another try for each fault: whether it did, the record tells. */
export async function reconcileDeletes(session: Session): Promise<Violation[]> {
  const { faults } = session.cloud.simulator.record;
  const before = faults.length;
  const result = await reconcile(session, ["--delete", "--older-than", "0s"]);
  await session.idle();
  if (result.exitCode === 0) return [];
  if (faults.length > before) return reconcileDeletes(session);
  return [
    { what: "reconcile", text: `--delete ended with ${result.exitCode}: ${result.stdout}${result.stderr}` },
  ];
}

/** A database goes with its subscription: whether it is listed, too, is all the same. */
const isWithSubscription = ({ subscriptionId }: Instance, orphans: readonly Instance[]): boolean =>
  orphans.some(({ kind, id }) => kind === "subscription" && id === subscriptionId);

async function list(session: Session): Promise<Listed | string> {
  const { exitCode, stdout, stderr } = await reconcile(session, ["--json"]);
  if (exitCode !== 0) return `--json ended with ${exitCode}: ${stdout}${stderr}`;
  try {
    return JSON.parse(stdout);
  } catch {
    return `--json printed no JSON: ${stdout}`;
  }
}

async function reconcile(session: Session, args: string[]): Promise<CommandResult> {
  session.note(`reconcile ${args.join(" ")}`);
  const { project } = session;
  const command = project.runOurs(["reconcile", "--stack", project.stack, ...args]);
  const result = await session.kept("reconcile", command);
  session.note(`ended with ${result.exitCode}`);
  return result;
}
