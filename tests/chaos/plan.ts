import type { Durations, FaultRule } from "../../simulator";
import type { Program } from "../engine/programs/chaos/program";
import { Chance } from "./chance";
import { type Change, changed } from "./changes";
import { NOTHING } from "./declared";
import { randomRules } from "./faults";
import { isDeletedByRequest } from "./possible";
import { type Allowed, randomProgram } from "./programs";

/** Simulated seconds in a real one. */
export const TIME_SCALE = 600;

/** Who is killed. */
export type Victim = "engine" | "provider" | "both";

/** When: so long after so many requests that change something, changes of states, or requests of any kind. */
export interface Moment {
  readonly after: "writes" | "changes" | "requests";
  readonly count: number;
  readonly delayMs: number;
}

/** All that is random in a run. */
export interface Plan {
  readonly seed: number;
  readonly phase: "create" | "update" | "destroy";
  /** What an ordinary `up` brings about first; absent: the command that is killed is the first one. */
  readonly before?: Program;
  /** The program whose `up` is killed; absent: a `destroy`. */
  readonly during?: Program;
  readonly victim: Victim;
  readonly moment: Moment;
  /** Whether the next run is on a fresh machine: no journal, a work tree of its own. */
  readonly isWiped: boolean;
  /** Whether the next run begins at once, while the provider of the killed one may still be there. */
  readonly isHasty: boolean;
  /** What became of the program between the kill and the next run. */
  readonly change: Change | "reverted" | "none";
  /** The program of the next run; absent: a `destroy`. */
  readonly after?: Program;
  readonly faults: readonly FaultRule[];
  /** Whether there are a subscription and a database of somebody else. */
  readonly hasForeign: boolean;
  readonly durations: Partial<Durations>;
  readonly pendingEvery: number;
}

export function planFrom(seed: number): Plan {
  const chance = new Chance(seed);
  const isWiped = chance.happens(0.35);
  const allowed: Allowed = { explicitNames: !isWiped };
  const phase = chance.one(["create", "create", "create", "update", "update", "destroy"]);
  const several = programs(phase, chance, allowed);
  return {
    seed,
    phase,
    ...several,
    victim: chance.one(["engine", "provider", "both"]),
    moment: randomMoment(chance, leastWrites(several)),
    isWiped,
    isHasty: chance.happens(0.5),
    faults: chance.happens(0.4) ? randomRules(chance) : [],
    hasForeign: chance.happens(0.25),
    durations: randomDurations(chance),
    pendingEvery: chance.one([0, 0, 1, 2]),
  };
}

type Programs = Pick<Plan, "before" | "during" | "change" | "after">;

function programs(phase: Plan["phase"], chance: Chance, allowed: Allowed): Programs {
  const first = randomProgram(chance, allowed);
  if (phase === "destroy") {
    return chance.happens(0.5)
      ? { before: first, change: "none" }
      : { before: first, change: "reverted", after: first };
  }
  const [before, during] = phase === "create" ? [undefined, first] : [first, updated(first, chance, allowed)];
  if (before && chance.happens(0.3)) return { before, during, change: "reverted", after: before };
  const change = chance.happens(0.5)
    ? changed(during, ["resized", "renamed", "removed", "permitted"], chance, allowed)
    : undefined;
  return { before, during, change: change?.change ?? "none", after: change?.program ?? during };
}

/** The program of an update: so many things about it are different. */
function updated(program: Program, chance: Chance, allowed: Allowed): Program {
  const kinds = ["resized", "tagged", "renamed", "removed", "added", "added", "permitted"] as const;
  let after = program;
  for (let changes = chance.integer(1, 3); changes > 0; changes -= 1) {
    after = changed(after, kinds, chance, allowed)?.program ?? after;
  }
  after = changedOnce(program, after);
  // Changes may undo one another, and an update without any ends before it can be killed.
  const before = JSON.stringify(program);
  for (let attempts = 0; attempts < 20 && JSON.stringify(after) === before; attempts += 1)
    after = changed(program, kinds, chance, allowed)?.program ?? after;
  return after;
}

/** Limits each value to one change: an argument with two values would have the same again after two. */
function changedOnce(before: Program, after: Program): Program {
  const values = new Map(before.others.map(({ logicalName, value }) => [logicalName, value]));
  const others = after.others.map((other) => {
    const value = values.get(other.logicalName) ?? other.value;
    return { ...other, value: Math.min(other.value, value + 1) };
  });
  return { ...after, others };
}

/** How many requests that change something the command is sure to send, or nearly. */
function leastWrites({ before, during }: Programs): number {
  if (before && during) return 1;
  const { subscriptions, cloudAccounts, aclRules, aclRoles, aclUsers, others } = during ?? before ?? NOTHING;
  const databases = subscriptions.flatMap((subscription) => subscription.databases);
  // Whatever sized the hardware of a new subscription is deleted.
  const more = cloudAccounts.length + aclRules.length + aclRoles.length + aclUsers.length;
  const sent = others.filter(({ type }) => during || isDeletedByRequest(type)).length;
  return subscriptions.length * (during ? 2 : 1) + databases.length + more + sent;
}

/** Half of them right at the beginning of something, where what is known where differs the most. */
function randomMoment(chance: Chance, writes: number): Moment {
  const after = chance.one(["writes", "changes"]);
  return {
    after,
    count: chance.integer(1, after === "writes" ? writes : 4 * writes),
    delayMs: chance.happens(0.5) ? chance.integer(0, 150) : chance.integer(0, 1_500),
  };
}

/** Real durations from a tenth of a second to a few seconds, none of which is always the longest. */
function randomDurations(chance: Chance): Partial<Durations> {
  const upTo = (longest: number) => {
    const shortest = 0.1 + chance.next() * longest * 0.5;
    return [shortest * TIME_SCALE, (shortest + chance.next() * longest * 0.5) * TIME_SCALE] as const;
  };
  return {
    taskProcessing: upTo(0.8),
    subscriptionCreate: upTo(2.5),
    subscriptionUpdate: upTo(1.5),
    subscriptionDelete: upTo(1.5),
    databaseCreate: upTo(2),
    databaseUpdate: upTo(1.5),
    databaseDelete: upTo(1.5),
    clusterGrowth: upTo(1.5),
    cloudAccountCreate: upTo(1.5),
    cloudAccountUpdate: upTo(1),
    cloudAccountDelete: upTo(1),
    aclRuleCreate: upTo(1),
    aclRuleUpdate: upTo(1),
    aclRuleDelete: upTo(0.5),
    aclRoleCreate: upTo(1),
    aclRoleUpdate: upTo(1),
    aclRoleDelete: upTo(0.5),
    aclUserCreate: upTo(1),
    aclUserUpdate: upTo(1),
    aclUserDelete: upTo(0.5),
    aclFlip: upTo(0.3),
    aclSettle: upTo(0.5),
    databaseImport: upTo(1),
    databaseBackup: upTo(1),
    endpointRedirectionCreate: upTo(1),
    endpointRedirectionRevert: upTo(1),
    essentialsSubscriptionCreate: upTo(1),
    essentialsSubscriptionUpdate: upTo(1),
    essentialsSubscriptionDelete: upTo(0.5),
    essentialsDatabaseCreate: upTo(1.5),
    essentialsDatabaseUpdate: upTo(1),
    essentialsDatabaseDelete: upTo(0.5),
    activeActiveRegionCreate: upTo(2),
    activeActiveRegionDelete: upTo(1),
    peeringCreate: upTo(1),
    peeringAccept: upTo(1),
    privateServiceConnectCreate: upTo(1.5),
    privateServiceConnectDelete: upTo(1),
    privateServiceConnectEndpointProcessing: upTo(1),
    privateServiceConnectEndpointUpdate: upTo(1),
    privateServiceConnectEndpointDelete: upTo(0.5),
    transitGatewayShare: upTo(0.5),
    transitGatewayAccept: upTo(0.5),
    transitGatewayAttachmentCreate: upTo(1),
    transitGatewayAttachmentAccept: upTo(0.5),
    transitGatewayAttachmentUpdate: upTo(0.5),
    transitGatewayAttachmentDelete: upTo(1),
    privateLinkCreate: upTo(1.5),
    privateLinkDelete: upTo(1),
    privateLinkPrincipalCreate: upTo(0.5),
    visibility: [0, chance.next() * 0.4 * TIME_SCALE],
  };
}
