import type { KnownResource } from "../engine/harness";
import { type Declared, declaredIn, type Kind } from "./declared";
import { type Instance, instancesIn, isThere } from "./instances";
import { regionsIn } from "./othersSeen";
import { isLasting, isSetting } from "./possible";
import type { InForce, Session } from "./session";

/** What must not be: told by the simulator's record, and by what the API says is there. */
export interface Violation {
  readonly what:
    | "duplicate"
    | "needless"
    | "lost"
    | "different"
    | "orphan"
    | "foreign"
    | "state"
    | "process"
    | "secret"
    | "reconcile"
    | "unconverged";
  readonly text: string;
}

export const called = ({ kind, id, createdAs, state }: Instance): string =>
  `${kind} ${id} (${createdAs}, ${state})`;

/** Every declared resource was created once, and once more for each deletion that was due. */
export function creationViolations(instances: readonly Instance[], inForce: readonly InForce[]): Violation[] {
  const ours = instances.filter(({ isPlanned }) => !isPlanned);
  const unknown = ours.filter(({ identity }) => identity === undefined);
  const twice = ours.filter((one) => ours.some((before) => isBesides(before, one)));
  const needless = ours.filter((one) => one.deletedAt !== undefined && !isDue(one, ours, inForce));
  return [
    ...unknown.map((one): Violation => ({ what: "orphan", text: `nobody declared ${called(one)}` })),
    ...twice.map(
      (one): Violation => ({ what: "duplicate", text: `${called(one)} was created beside another` }),
    ),
    ...needless.map(
      (one): Violation => ({ what: "needless", text: `${called(one)} was deleted without need` }),
    ),
  ];
}

/** Whether something was created although the same, created before, was not deleted yet. */
const isBesides = (before: Instance, one: Instance): boolean =>
  before.identity === one.identity &&
  before.id < one.id &&
  (before.leftAt === undefined || before.leftAt > one.createdAt);

/** What has to be deleted before such a resource can be. */
const IN_THE_WAY_OF: Partial<Record<Kind, readonly Kind[]>> = {
  aclRule: ["aclRole", "aclUser"],
  aclRole: ["aclUser"],
};

/**
 * Whether a deletion was due: a program of its time does not declare it, or its subscription; or it failed, or its
 * subscription, or what it is in the way of.
 */
function isDue(one: Instance, all: readonly Instance[], inForce: readonly InForce[]): boolean {
  const { createdAt, deletedAt = 0 } = one;
  const programs = inForce.filter(({ at }, index) => {
    const until = inForce[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    return at <= deletedAt && until >= createdAt;
  });
  const subscription = all.find(({ id }) => id === one.subscriptionId);
  const isInTheWay = all.some(({ kind, hasFailed }) => hasFailed && IN_THE_WAY_OF[kind]?.includes(one.kind));
  const isDropped = ({ identity }: Instance) =>
    programs.some(({ program }) => declaredIn(program).every((other) => other.identity !== identity));
  return isInTheWay || [one, subscription].some((it) => it && (it.hasFailed || isDropped(it)));
}

/** What is there and is not declared. The databases of a subscription that is not come with it. */
export function undeclared(instances: readonly Instance[], declared: readonly Declared[]): Instance[] {
  const wanted = new Set(declared.map(({ identity }) => identity));
  return instances.filter(
    (one) => isThere(one) && (one.isPlanned || one.identity === undefined || !wanted.has(one.identity)),
  );
}

const TYPES: Readonly<Record<Kind, readonly string[]>> = {
  subscription: ["Subscription", "ActiveActiveSubscription"],
  database: ["Database", "ActiveActiveDatabase"],
  essentialsSubscription: ["EssentialsSubscription"],
  essentialsDatabase: ["EssentialsDatabase"],
  activeActiveRegion: ["ActiveActiveRegion"],
  subscriptionPeering: ["SubscriptionPeering"],
  privateLink: ["PrivateLink"],
  privateServiceConnect: ["PrivateServiceConnect"],
  transitGatewayAttachment: ["TransitGatewayAttachment"],
  privateServiceConnectEndpoint: ["PrivateServiceConnectEndpoint"],
  databaseImport: ["DatabaseImport"],
  databaseBackup: ["DatabaseBackup"],
  essentialsDatabaseImport: ["EssentialsDatabaseImport"],
  essentialsDatabaseBackup: ["EssentialsDatabaseBackup"],
  endpointRedirection: ["EndpointRedirection"],
  cloudAccount: ["CloudAccount"],
  aclRule: ["AclRule"],
  aclRole: ["AclRole"],
  aclUser: ["AclUser"],
};

/** Whether the engine's state holds a resource. */
function isKnown({ kind, id }: Instance, known: readonly KnownResource[]): boolean {
  return known.some(
    (resource) =>
      TYPES[kind].some((type) => resource.type.endsWith(`:${type}`)) &&
      (resource.id === id || resource.id.split("/").at(-1) === String(id)),
  );
}

/** The state holds what is there, and nothing else. */
export function stateViolations(there: readonly Instance[], known: readonly KnownResource[]): Violation[] {
  const missing = there.filter((one) => !isKnown(one, known));
  const hasInstance = (type: string) => isLasting({ type }) && !isSetting({ type });
  const gone = known.filter(
    (resource) =>
      hasInstance(resource.type.replace(/^.*:/, "")) && !there.some((one) => isKnown(one, [resource])),
  );
  return [
    ...missing.map((one): Violation => ({ what: "state", text: `the state does not hold ${called(one)}` })),
    ...gone.map(
      ({ urn, id }): Violation => ({ what: "lost", text: `the state holds ${urn} (${id}), which is gone` }),
    ),
  ];
}

export const instancesOf = ({ record, foreign, cloud }: Session): Instance[] => [
  ...instancesIn(record, new Set(foreign?.ids)),
  ...regionsIn(cloud.simulator),
];

/**
 * Of what is there and not declared, that of whose creation the engine never learned. Likewise in a subscription that
 * failed, declared or not: it goes with that, or stands in its way.
 */
export function orphansOf(
  session: Session,
  declared: readonly Declared[],
  known: readonly KnownResource[],
): Instance[] {
  const instances = instancesOf(session);
  const failed = new Set(instances.filter(({ state }) => state === "error").map(({ id }) => id));
  const now = session.project.knownResources();
  const inFailed = instances.filter(
    (one) => isThere(one) && failed.has(one.subscriptionId ?? 0) && !isKnown(one, now),
  );
  const dropped = new Set([...undeclared(instances, declared), ...inFailed]);
  const unknown = [...dropped].filter((one) => !isKnown(one, known));
  // What sized the hardware of a subscription goes with it, or should have gone.
  const isAlone = (one: Instance) => unknown.some(({ id }) => id === one.subscriptionId);
  return unknown.filter((one) => !one.isPlanned || isAlone(one));
}
