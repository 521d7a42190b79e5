import type { Kind } from "../agenda";
import { Random } from "../random";
import type { SimulatorRecord } from "../record";
import type { TaskState } from "../tasks/state";
import { nameFits, pathFits } from "./pattern";
import type { FaultRule, RuleOf } from "./rule";
import { faultRulesFrom } from "./schema";

/** Something that a fault may strike: a request, a task, or a resource. */
export interface Occurrence {
  /** Simulated milliseconds since 1970. */
  at: number;
  /** Absent for a request whose keys are wrong. */
  accountId?: number;
  /** Of a request. */
  method?: string;
  /** Path and query of a request, such as `/v1/subscriptions/12/databases?offset=0`. */
  path?: string;
  /** Of a task or a resource. */
  kind?: Kind;
  /** Task ID or resource ID. */
  id?: string | number;
  /** Name of the resource; of a task, of the resource that it works on, as far as it has one. */
  name?: string;
  /** Of the task, or of the task that changed the resource last. */
  commandType?: string;
  /** Of a task that reaches a state. */
  taskState?: TaskState;
}

/** What of a rule and an occurrence is held against each other, whatever the rule's fault. */
type Selectors = Pick<
  Occurrence,
  "accountId" | "method" | "path" | "kind" | "name" | "commandType" | "taskState"
>;

/** A rule with what it has seen. Each has its own chance, so that rules beside it do not change what it does. */
interface Counted {
  rule: FaultRule;
  random: Random;
  occurrences: number;
  strikes: number;
}

/**
 * What goes wrong in a simulated Redis Cloud: rules that can be added and taken away while it runs.
 *
 * An occurrence is struck by one rule at most: the first that applies and strikes; those behind it do not count it.
 * The state file keeps what faults have done, but no rule: a restart begins with the rules that it is given.
 */
export class Faults {
  private counted: Counted[] = [];
  private added = 0;

  /** @internal */
  constructor(
    private readonly seed: number,
    private readonly record: SimulatorRecord,
  ) {}

  /** The rules, in the order in which they are asked. */
  get rules(): readonly FaultRule[] {
    return this.counted.map(({ rule }) => rule);
  }

  /**
   * Adds rules behind those that are there. They count from now on.
   *
   * @throws RangeError for a rule that is none; then none is added
   */
  add(...rules: FaultRule[]): void {
    for (const rule of faultRulesFrom(rules)) {
      this.added += 1;
      // An odd multiplier far from that of the accounts, whose durations have nothing to do with faults.
      const random = new Random(Math.imul(this.seed + 1, 0x9e3779b1) ^ Math.imul(this.added, 0x85ebca6b));
      this.counted.push({ rule, random, occurrences: 0, strikes: 0 });
    }
  }

  /** Takes all rules away. What they did stays: a creation that never ends still never ends. */
  clear(): void {
    this.counted = [];
  }

  /**
   * The rule of one of these faults that strikes what occurs, if any. It is on the record then.
   *
   * @internal
   */
  strike<Fault extends FaultRule["fault"]>(
    faults: readonly Fault[],
    occurrence: Occurrence,
  ): RuleOf<Fault> | undefined {
    const isAbout = ({ rule }: Counted) =>
      (faults as readonly string[]).includes(rule.fault) && applies(rule, occurrence);
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
    (path === undefined || pathFits(path, pathOf(occurrence))) &&
    (kind === undefined || kind === occurrence.kind) &&
    (name === undefined || nameFits(name, occurrence.name ?? "")) &&
    (commandType === undefined || nameFits(commandType, occurrence.commandType ?? "")) &&
    (taskState === undefined || taskState === occurrence.taskState)
  );
}

/** As rules name it: without the query, the version, and a trailing slash. */
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
