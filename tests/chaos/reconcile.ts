import type { CommandResult } from "../engine/harness";
import type { Instance } from "./instances";
import { called, type Violation } from "./oracle";
import type { Session } from "./session";

interface ListedOrphan {
  readonly kind: string;
  readonly id: number | string;
  readonly subscriptionId?: number;
  readonly name: string;
}

/** What is read of `reconcile --json`. */
interface Listed {
  readonly orphans: readonly ListedOrphan[];
  readonly foundByNameOnly: readonly ListedOrphan[];
}

/**
 * `reconcile` lists these orphans and nothing else.
 *
 * @param isProofLost whether it may have nothing but their names to know them by.
 */
export async function reconcileLists(
  session: Session,
  orphans: readonly Instance[],
  isProofLost: boolean,
): Promise<{ violations: Violation[]; byName: readonly ListedOrphan[] }> {
  const listed = await list(session);
  if (typeof listed === "string") return { violations: [{ what: "reconcile", text: listed }], byName: [] };
  const byName = isProofLost ? listed.foundByNameOnly : [];
  const all = [...listed.orphans, ...byName];
  const isListed = ({ kind, id }: Instance) => all.some((one) => kindOf(one) === kind && one.id === id);
  const isOrphan = (listed: ListedOrphan) =>
    orphans.some((one) => one.kind === kindOf(listed) && one.id === listed.id);
  const violations = [
    ...orphans
      .filter((one) => !isWithSubscription(one, orphans) && !isListed(one))
      .map((one): Violation => ({ what: "reconcile", text: `does not list ${called(one)}` })),
    ...all
      .filter((one) => !isOrphan(one))
      .map(({ kind, id, name }): Violation => ({ what: "reconcile", text: `lists ${kind} ${id} (${name})` })),
  ];
  return { violations, byName };
}

/** The account's record has one kind for subscriptions in one region and in several, and so for databases. */
function kindOf({ kind }: ListedOrphan): string {
  if (kind === "activeActiveSubscription") return "subscription";
  return kind === "activeActiveDatabase" ? "database" : kind;
}

/**
 * `reconcile --delete` removes them, with another try for each fault: whether it did, the record tells.
 *
 * @param byName those that it deletes only if told their IDs; what is in a deleted subscription goes with it.
 */
export async function reconcileDeletes(
  session: Session,
  byName: readonly ListedOrphan[],
): Promise<Violation[]> {
  const violations = await deletes(session, []);
  const subscriptions = byName.filter(({ kind }) => isSubscription(kind));
  const ids = (subscriptions.length > 0 ? subscriptions : byName).map(({ id, subscriptionId }) =>
    subscriptionId === undefined ? `${id}` : `${subscriptionId}/${id}`,
  );
  return ids.length === 0 ? violations : [...violations, ...(await deletes(session, ids))];
}

const isSubscription = (kind: string): boolean => kind.toLowerCase().endsWith("subscription");

async function deletes(session: Session, ids: readonly string[]): Promise<Violation[]> {
  const { faults } = session.cloud.simulator.record;
  const before = faults.length;
  const result = await reconcile(session, ["--delete", ...ids, "--older-than", "0s"]);
  await session.idle();
  if (result.exitCode === 0) return [];
  if (faults.length > before) return result.stderr.includes("no orphan has") ? [] : deletes(session, ids);
  return [
    { what: "reconcile", text: `--delete ended with ${result.exitCode}: ${result.stdout}${result.stderr}` },
  ];
}

/** A database goes with its subscription: whether it is listed, too, is all the same. */
const isWithSubscription = ({ subscriptionId }: Instance, orphans: readonly Instance[]): boolean =>
  orphans.some(({ kind, id }) => isSubscription(kind) && id === subscriptionId);

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
