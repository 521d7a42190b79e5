import type { Kinds } from "../kinds";
import { Random } from "../random";
import type { SimulatorRecord } from "../record";
import type { Occurrence } from "./occurrence";
import { nameMatches, pathMatches } from "./pattern";
import type { FaultRule, RuleOf } from "./rule";
import { faultRulesFrom } from "./schema";

/** The fields by which rules select occurrences, whatever the rule's fault. */
type Selectors = Pick<
  Occurrence,
  "accountId" | "method" | "path" | "kind" | "name" | "commandType" | "taskState"
>;

/** A rule with its counts. Each has its own random numbers, so that other rules do not affect it. */
interface Counted {
  id: number;
  rule: FaultRule;
  enabled: boolean;
  random: Random;
  occurrences: number;
  strikes: number;
}

/** A rule as it is in force, with its counts. */
export interface FaultRuleStatus {
  /** Number of the rule in this simulator. */
  readonly id: number;
  readonly rule: FaultRule;
  /** A rule that is off neither strikes nor counts. */
  readonly enabled: boolean;
  /** How often it applied, whether or not it struck. */
  readonly occurrences: number;
  readonly strikes: number;
}

/**
 * The fault rules of a simulated Redis Cloud, which can be added and removed while it runs.
 *
 * At most one rule strikes an occurrence: the first that applies and strikes; later rules do not count it.
 * The state file keeps the effects of faults, but no rules: a restart begins with the rules in its options.
 */
export class Faults {
  private counted: Counted[] = [];
  private added = 0;

  /** @internal */
  constructor(
    private readonly seed: number,
    private readonly record: SimulatorRecord,
    private readonly kinds: Kinds,
  ) {}

  /** The rules, in the order in which they are tried. */
  get rules(): readonly FaultRule[] {
    return this.counted.map(({ rule }) => rule);
  }

  /** The rules with their counts. */
  get status(): FaultRuleStatus[] {
    return this.counted.map(({ random: _, ...status }) => status);
  }

  /**
   * Appends rules. They count from now on.
   *
   * @throws RangeError for an invalid rule; then none is added
   */
  add(...rules: FaultRule[]): void {
    for (const rule of faultRulesFrom(rules, this.kinds)) {
      this.added += 1;
      // An odd multiplier far from that of the accounts, whose durations must not depend on faults.
      const random = new Random(Math.imul(this.seed + 1, 0x9e3779b1) ^ Math.imul(this.added, 0x85ebca6b));
      this.counted.push({ id: this.added, rule, enabled: true, random, occurrences: 0, strikes: 0 });
    }
  }

  /** Switches a rule off or on again; returns whether it exists. */
  enable(id: number, enabled: boolean): boolean {
    const counted = this.counted.find((one) => one.id === id);
    if (counted) counted.enabled = enabled;
    return counted !== undefined;
  }

  /** Removes a rule; returns whether it existed. */
  remove(id: number): boolean {
    const before = this.counted.length;
    this.counted = this.counted.filter((one) => one.id !== id);
    return this.counted.length < before;
  }

  /** Removes all rules. Their effects stay: a creation that never ends still never ends. */
  clear(): void {
    this.counted = [];
  }

  /**
   * The rule of one of these faults that strikes the occurrence, if any. The strike is recorded.
   *
   * @internal
   */
  strike<Fault extends FaultRule["fault"]>(
    faults: readonly Fault[],
    occurrence: Occurrence,
  ): RuleOf<Fault> | undefined {
    const isAbout = ({ rule, enabled }: Counted) =>
      enabled && (faults as readonly string[]).includes(rule.fault) && applies(rule, occurrence);
    const struck = this.counted.find((counted) => isAbout(counted) && strikes(counted));
    if (struck) this.record.addFault({ ...occurrence, rule: struck.rule });
    return struck?.rule as RuleOf<Fault> | undefined;
  }
}

function applies(rule: Selectors, occurrence: Occurrence): boolean {
  const { accountId, method, path, kind, name, commandType, taskState } = rule;
  return (
    (accountId === undefined || accountId === occurrence.accountId) &&
    (method === undefined || method.toUpperCase() === occurrence.method) &&
    (path === undefined || pathMatches(path, pathOf(occurrence))) &&
    (kind === undefined || kind === occurrence.kind) &&
    (name === undefined || nameMatches(name, occurrence.name ?? "")) &&
    (commandType === undefined || nameMatches(commandType, occurrence.commandType ?? "")) &&
    (taskState === undefined || taskState === occurrence.taskState)
  );
}

/** The path in the form of rules: without the query, the version, and a trailing slash. */
function pathOf({ path = "" }: Occurrence): string {
  return path
    .replace(/\?.*$/, "")
    .replace(/^\/v1(?=\/|$)/, "")
    .replace(/\/$/, "");
}

function strikes(counted: Counted): boolean {
  const { after = 0, times = Number.POSITIVE_INFINITY, probability = 1 } = counted.rule;
  counted.occurrences += 1;
  if (counted.occurrences <= after || counted.strikes >= times) return false;
  if (counted.random.next() >= probability) return false;
  counted.strikes += 1;
  return true;
}
