import type { SimulatorRecord, StateChange } from "../../simulator";
import { IS_ANOTHER, identityOf, isExplicitName, type Kind, logicalNameOf } from "./declared";
import { deletionKey, deletionsIn } from "./deletions";
import { SERVICE, SPOKE } from "./possible";

/** A resource that came to be on the account, as the simulator's record tells. */
export interface Instance {
  readonly kind: Kind;
  /** A private link has that of its place, and a region its name. */
  readonly id: number | string;
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

const LEAVING: ReadonlySet<string> = new Set([
  "deleting",
  "delete-queued",
  "delete-pending",
  "deleted",
  "gone",
]);
const FAILED: ReadonlySet<string> = new Set(["error", "failed", "provision-failed"]);
/** What is no resource that is named and listed. */
const NO_INSTANCES: ReadonlySet<string> = new Set([
  "task",
  "endpointRedirection",
  // Of the owner of the gateway.
  "transitGateway",
  "transitGatewayInvitation",
]);
const PLANNED = /^creation-plan-\d+$/;
const SUBSCRIPTIONS: ReadonlySet<string> = new Set(["subscription", "essentialsSubscription"]);
const IN_SUBSCRIPTIONS: ReadonlySet<string> = new Set(["database", "essentialsDatabase"]);

/** All that ever came to be, in the order of creation, but not what is somebody else's. */
export function instancesIn(record: SimulatorRecord, foreign: ReadonlySet<number>): Instance[] {
  const isOurs = ({ kind, id }: StateChange) => !NO_INSTANCES.has(kind) && !foreign.has(Number(id));
  const byId = new Map<Instance["id"], StateChange[][]>();
  for (const change of record.changes.filter(isOurs)) {
    const { id, from } = change;
    const lives = byId.get(id) ?? [];
    // A private link that is created again has the same ID.
    if (from === undefined && lives.at(-1)?.at(-1)?.to === "gone") lives.push([]);
    if (lives.length === 0) lives.push([]);
    lives.at(-1)?.push(change);
    byId.set(id, lives);
  }
  const deletions = deletionsIn(record);
  const logicalNames = new Map<number, string>();
  const instances: Instance[] = [];
  for (const [id, changes] of [...byId].flatMap(([id, lives]) => lives.map((life) => [id, life] as const))) {
    const [first, last] = [changes[0] as StateChange, changes.at(-1) as StateChange];
    const logicalName = nameOf(first);
    if (SUBSCRIPTIONS.has(first.kind) && logicalName !== undefined) logicalNames.set(Number(id), logicalName);
    instances.push({
      kind: first.kind as Kind,
      id,
      subscriptionId: first.subscriptionId,
      createdAs: first.name,
      name: last.name,
      identity: logicalName && identity(first, logicalName, logicalNames),
      isPlanned: PLANNED.test(first.name),
      createdAt: first.at,
      deletedAt: deletions.get(deletionKey(first))?.find((at) => at >= first.at),
      leftAt: LEAVING.has(last.to) ? changes.find(({ to }) => LEAVING.has(to))?.at : undefined,
      state: last.to,
      hasFailed: changes.some(({ to }) => FAILED.has(to)),
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
  const called = IS_ANOTHER.has(kind as Kind) && isExplicitName(name) ? name : logicalName;
  if (!IN_SUBSCRIPTIONS.has(kind)) return identityOf(kind as Kind, called);
  const of = subscriptions.get(subscriptionId ?? 0);
  return of && identityOf(kind as Kind, logicalName, of);
}

/** The logical name of a resource, of a peering from the other network's ID. */
function nameOf({ kind, name }: StateChange): string | undefined {
  // A program has one at most.
  if (kind === "privateServiceConnect") return SERVICE;
  if (kind === "transitGatewayAttachment") return SPOKE;
  if (kind !== "subscriptionPeering") return logicalNameOf(name);
  return Buffer.from(name.replace(/^.*vpc-/, ""), "hex").toString();
}
