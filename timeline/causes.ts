import type { TimelineKinds } from "./kinds";
import type { Row, Segment } from "./rows";
import { countWhile } from "./search";

/** An end that unblocked another operation. */
export interface Ending {
  readonly row: Row;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A dependency counts as the cause if it ended at most this fraction of the run before the nearest end. */
const NEARNESS = 0.01;

/**
 * Infers what an operation waited for: what ended right before it continued.
 *
 * - A slot in the queue: the processing of another task of the account.
 * - A limit: the provisioning of a subscription, preferably the one that the wait names.
 * - Its start: an operation that it depends on (a resource on its subscription, the deletion of a subscription on
 *   those of its resources, a second operation on the first), or else any other operation that ended.
 */
export class Causes {
  private readonly processed = new Map<string, Ending[]>();
  private readonly subscriptions = new Map<string, Ending[]>();
  private readonly ended: Ending[];
  private readonly bySubscription = new Map<number, Row[]>();
  private readonly tolerance: number;

  constructor(
    rows: readonly Row[],
    private readonly kinds: TimelineKinds,
  ) {
    for (const row of rows) {
      const { kind, id, subscriptionId, account } = row.operation;
      for (const { phase, to } of row.segments) {
        if (phase === "processing") push(this.processed, account, { row, at: to });
        if (phase === "provisioning" && kinds.isLimited(kind))
          push(this.subscriptions, account, { row, at: to });
      }
      const subscription = kinds.isOutermostParent(kind) ? id : subscriptionId;
      if (subscription !== undefined) push(this.bySubscription, Number(subscription), row);
    }
    this.ended = rows.filter(({ segments }) => segments.length > 0).map((row) => ({ row, at: row.to }));
    for (const endings of [this.ended, ...this.processed.values(), ...this.subscriptions.values()]) {
      endings.sort((one, other) => one.at - other.at);
    }
    const span = (this.ended.at(-1)?.at ?? 0) - Math.min(...rows.map(({ from }) => from));
    this.tolerance = span * NEARNESS;
  }

  /** The cause of a wait: what ended during it, not after `at`. */
  ofWait(row: Row, { phase, from, detail }: Segment, at: number): Ending | undefined {
    const { account } = row.operation;
    const within = (ending: Ending | undefined) => (ending && ending.at > from ? ending : undefined);
    if (phase === "queueing") return within(latest(this.processed.get(account), at, row));
    const subscriptions = this.subscriptions.get(account) ?? [];
    const named = Number(detail?.match(/subscription (\d+)/)?.[1]);
    const ofNamed = subscriptions.filter((ending) => ending.row.operation.id === named);
    return within(latest(ofNamed, at, row)) ?? within(latest(subscriptions, at, row));
  }

  /** What unblocked an operation's start; undefined for the first. */
  ofBeginning(row: Row): Ending | undefined {
    const { account, arrivalKnown } = row.operation;
    const any = [
      latest(this.ended, row.from, row),
      // If only the submission is known, it may have been queued before.
      arrivalKnown ? undefined : latest(this.processed.get(account), row.from, row),
    ];
    const needed = later(
      this.dependenciesOf(row).map((other) => ({ row: other, at: other.to })),
      row.from,
    );
    const nearest = later(
      any.filter((ending) => ending !== undefined),
      row.from,
    );
    return needed && needed.at >= (nearest?.at ?? 0) - this.tolerance ? needed : nearest;
  }

  private dependenciesOf(row: Row): Row[] {
    const { kind, id, subscriptionId, action } = row.operation;
    const isOutermost = this.kinds.isOutermostParent(kind);
    const family = this.bySubscription.get(Number(isOutermost ? id : subscriptionId)) ?? [];
    return family.filter((other) => {
      if (other === row || other.segments.length === 0) return false;
      if (other.operation.kind === kind) return id !== undefined && other.operation.id === id;
      return isOutermost ? action === "delete" : action !== "delete";
    });
  }
}

/** The latest ending of another row, not after `at`; `endings` are ascending. */
function latest(endings: readonly Ending[] | undefined, at: number, row: Row): Ending | undefined {
  if (endings === undefined) return undefined;
  let index = countWhile(endings, (ending) => ending.at <= at) - 1;
  while (endings[index]?.row === row) index -= 1;
  return endings[index];
}

function later(endings: readonly Ending[], at: number): Ending | undefined {
  return endings
    .filter((ending) => ending.at <= at)
    .reduce<Ending | undefined>((last, one) => (last && last.at >= one.at ? last : one), undefined);
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
