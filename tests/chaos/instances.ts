import type { SimulatorRecord, StateChange } from "../../simulator";
import { identityOf, isExplicitName, type Kind, logicalNameOf } from "./declared";

/** A resource that came to be on the account, as the simulator's record tells. */
export interface Instance {
  readonly kind: Kind;
  readonly id: number;
  readonly subscriptionId?: number;
  /** The name with which it was created. */
  readonly createdAs: string;
  /** The name that it had last. */
  readonly name: string;
  /** Which declared resource it is; undefined for what no program here can declare. */
  readonly identity?: string;
  /** Whether it only sized the hardware of its subscription. */
  readonly isPlanned: boolean;
  /** Simulated milliseconds since 1970. */
  readonly createdAt: number;
  /** When its deletion was accepted; undefined as long as none was. */
  readonly deletedAt?: number;
  /** When it began to go; undefined as long as it does not. */
  readonly leftAt?: number;
  /** The state it was in last; `gone` when it no longer exists. */
  readonly state: string;
  /** Whether a fault ended its provisioning in `error` at any time. */
  readonly hasFailed: boolean;
}

const LEAVING: ReadonlySet<string> = new Set(["deleting", "delete-pending", "gone"]);
const PLANNED = /^creation-plan-\d+$/;
const DELETION =
  /^\/v1\/(?:subscriptions\/\d+\/databases|subscriptions|cloud-accounts|acl\/(?:redisRules|roles|users))\/(\d+)$/;

/** All that ever came to be, in the order of creation, but not what is somebody else's. */
export function instancesIn(record: SimulatorRecord, foreign: ReadonlySet<number>): Instance[] {
  const isOurs = ({ kind, id }: StateChange) => kind !== "task" && !foreign.has(Number(id));
  const byId = new Map<number, StateChange[]>();
  for (const change of record.changes.filter(isOurs)) {
    const id = Number(change.id);
    byId.set(id, [...(byId.get(id) ?? []), change]);
  }
  const deletions = deletionsIn(record);
  const logicalNames = new Map<number, string>();
  const instances: Instance[] = [];
  for (const [id, changes] of byId) {
    const [first, last] = [changes[0] as StateChange, changes.at(-1) as StateChange];
    const logicalName = logicalNameOf(first.name);
    if (first.kind === "subscription" && logicalName !== undefined) logicalNames.set(id, logicalName);
    instances.push({
      kind: first.kind as Kind,
      id,
      subscriptionId: first.subscriptionId,
      createdAs: first.name,
      name: last.name,
      identity: logicalName && identity(first, logicalName, logicalNames),
      isPlanned: PLANNED.test(first.name),
      createdAt: first.at,
      deletedAt: deletions.get(id),
      leftAt: LEAVING.has(last.to) ? changes.find(({ to }) => LEAVING.has(to))?.at : undefined,
      state: last.to,
      hasFailed: changes.some(({ to }) => to === "error"),
    });
  }
  return instances;
}

/** Whether it is there for good. */
export const isThere = ({ leftAt }: Instance): boolean => leftAt === undefined;

function identity(
  { kind, name, subscriptionId }: StateChange,
  logicalName: string,
  subscriptions: ReadonlyMap<number, string>,
): string | undefined {
  if (kind === "aclUser") return identityOf(kind, isExplicitName(name) ? name : logicalName);
  if (kind !== "database") return identityOf(kind as Kind, logicalName);
  const of = subscriptions.get(subscriptionId ?? 0);
  return of && identityOf("database", logicalName, of);
}

/** When the deletion of each resource was accepted first. */
function deletionsIn({ requests }: SimulatorRecord): Map<number, number> {
  const accepted = requests.filter(({ method, status }) => method === "DELETE" && status < 300);
  const times = new Map<number, number>();
  for (const { path, at } of accepted) {
    const id = Number(DELETION.exec(path)?.[1]);
    if (!times.has(id)) times.set(id, at);
  }
  return times;
}
