import type { FaultRule, RefusedRequest } from "../../simulator";
import type { Chance } from "./chance";

/** One or two things that go wrong, and end. */
export function randomRules(chance: Chance): FaultRule[] {
  return chance
    .shuffled(RULES)
    .slice(0, chance.integer(1, 2))
    .map((rule) => rule(chance));
}

type Rule = (chance: Chance) => FaultRule;

const WRITES = ["POST", "PUT", "DELETE", undefined] as const;

const REFUSALS: readonly [Refusal, ...Refusal[]] = [
  { status: 429, retryAfter: 1, remaining: 0 },
  { status: 500 },
  { status: 502, html: true },
  { status: 503, html: true },
];
type Refusal = Omit<RefusedRequest, "fault">;

/** Simulated seconds: half a real one to three. */
const seconds = (chance: Chance) => chance.integer(300, 1800);
const later = (chance: Chance) => chance.integer(0, 2);

const RULES: readonly Rule[] = [
  (chance) => ({
    fault: "refused-request",
    ...chance.one(REFUSALS),
    method: chance.one(WRITES),
    after: chance.integer(0, 4),
    times: chance.integer(1, 3),
  }),
  (chance) => ({
    fault: "slow-answer",
    when: chance.one(["before", "after"]),
    method: chance.one(WRITES),
    seconds: seconds(chance),
    after: later(chance),
    times: chance.integer(1, 2),
  }),
  (chance) => ({ fault: "reset-connection", when: "before", method: chance.one(WRITES), times: 1 }),
  (chance) => ({
    fault: "reset-connection",
    when: "after",
    method: chance.one(WRITES),
    after: later(chance),
    times: 1,
  }),
  (chance) => ({ fault: "hidden-id", seconds: seconds(chance), after: later(chance), times: 2 }),
  (chance) => ({ fault: "processing-error", error: "GENERAL_ERROR", after: later(chance), times: 1 }),
  // Not of a deletion: nobody waits until the databases are gone that only sized the hardware.
  (chance) => ({
    fault: "provisioning-error",
    commandType: chance.one(["*CreateRequest", "*UpdateRequest"]),
    after: later(chance),
    times: 1,
  }),
  (chance) => ({ fault: "provisioning-stall", seconds: seconds(chance), after: later(chance), times: 1 }),
  (chance) => ({
    fault: "pending-subscription",
    taskState: chance.one(["received", "processing-completed"]),
    seconds: seconds(chance),
    after: later(chance),
    times: 1,
  }),
];

/** A fault in a few words, e.g. `reset-connection after POST`. */
export const faultInWords = (rule: FaultRule): string =>
  [
    rule.fault,
    "status" in rule ? rule.status : undefined,
    "when" in rule ? rule.when : undefined,
    "method" in rule ? rule.method : undefined,
    "commandType" in rule ? rule.commandType : undefined,
    "taskState" in rule ? rule.taskState : undefined,
  ]
    .filter((word) => word !== undefined)
    .join(" ");
