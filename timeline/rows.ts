import type { TimelineKinds } from "./kinds";
import { isEnd, type Mark, type MarkPhase, type Operation, spanOf, UNKNOWN_KIND } from "./operation";
import { countWhile } from "./search";

/** What an operation spends time on, in the order in which it happens. */
export const PHASES = ["queueing", "waiting for a limit", "processing", "provisioning"] as const;
export type Phase = (typeof PHASES)[number];

/** A period that an operation spent in one phase. */
export interface Segment {
  readonly phase: Phase;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** The limit that was waited for; for processing, a note about its time. */
  readonly detail?: string;
}

/** An operation as it is drawn: consecutive segments cover it from its arrival to its end. */
export interface Row {
  readonly operation: Operation;
  /** Arrival or, if that is unknown, submission, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** Excludes empty segments. */
  readonly segments: readonly Segment[];
  readonly outcome: "ready" | "failed" | "under way";
  /** Why it failed. */
  readonly detail?: string;
}

/**
 * The rows of a timeline, in processing order. Operations still under way extend to the last known time.
 *
 * @param now the present, in milliseconds since 1970, if the run goes on
 */
export function rowsOf(operations: readonly Operation[], now = Number.NEGATIVE_INFINITY): Row[] {
  const known = operations.filter(({ marks }) => marks.length > 0);
  const end = Math.max(spanOf(known).to, now);
  const ends = processingEnds(known);
  return known
    .map((operation) => endedRows.get(operation) ?? newRow(operation, ends, end))
    .sort((one, other) => processingStart(one) - processingStart(other) || one.from - other.from);
}

/** Whether the run waits for it: not for other programs' work, nor for the resizing of a cluster. */
export const isOwn = ({ operation: { foreign, causedBy } }: Row): boolean =>
  !foreign && causedBy === undefined;

/** A short label of the row, e.g. `update database cache`. */
export function labelOf({ operation }: Row, kinds: Pick<TimelineKinds, "nounOf">): string {
  const { action, kind, name, id, subscriptionId, foreign } = operation;
  const noun = kind === UNKNOWN_KIND ? "" : kinds.nounOf(kind);
  const which = name ?? id ?? (subscriptionId === undefined ? "" : `in subscription ${subscriptionId}`);
  const verb = action === "create" && name !== undefined ? "" : action;
  const words = [verb, noun, which].filter((word) => word !== "").join(" ");
  return foreign ? `other programs: ${words}` : words;
}

/** Rows that stay as they are: of operations that have ended, and whose processing was observed. */
const endedRows = new WeakMap<Operation, Row>();

function newRow(operation: Operation, ends: ProcessingEnds, end: number): Row {
  const marks = withProcessing(operation, ends);
  if (marks !== operation.marks) return rowOf({ ...operation, marks }, end);
  const row = rowOf(operation, end);
  if (row.outcome !== "under way") endedRows.set(operation, row);
  return row;
}

function rowOf(operation: Operation, end: number): Row {
  const { marks } = operation;
  const last = marks.at(-1) as Mark;
  const ended = isEnd(last);
  const to = ended ? last.at : end;
  return {
    operation,
    from: (marks[0] as Mark).at,
    to,
    segments: segmentsOf(ended ? marks : [...marks, { at: to, phase: "ready" }]),
    outcome: ended ? (last.phase as "ready" | "failed") : "under way",
    detail: last.phase === "failed" ? last.detail : undefined,
  };
}

/** Each mark starts a segment that the next one ends; equal neighbours merge. */
function segmentsOf(marks: readonly Mark[]): Segment[] {
  const segments: Segment[] = [];
  for (const [index, mark] of marks.slice(0, -1).entries()) {
    const to = (marks[index + 1] as Mark).at;
    const last = segments.at(-1);
    const segment = { phase: phaseAfter(mark), from: mark.at, to, detail: detailOf(mark) };
    if (to === mark.at) continue;
    if (last?.phase === segment.phase && last.detail === segment.detail) {
      segments[segments.length - 1] = { ...last, to };
    } else segments.push(segment);
  }
  return segments;
}

const AFTER: Readonly<Record<MarkPhase, Phase>> = {
  waiting: "queueing",
  submitted: "queueing",
  processing: "processing",
  processed: "provisioning",
  ready: "queueing",
  // A transient failure, followed by a retry.
  failed: "queueing",
};

const phaseAfter = ({ phase, detail }: Mark): Phase =>
  phase === "waiting" && detail !== undefined ? "waiting for a limit" : AFTER[phase];

const detailOf = ({ phase, detail }: Mark): string | undefined =>
  phase === "waiting" || phase === "processing" ? detail : undefined;

/** End times of processing, in order, by account. */
type ProcessingEnds = ReadonlyMap<string, readonly number[]>;

function processingEnds(operations: readonly Operation[]): ProcessingEnds {
  const ends = new Map<string, number[]>();
  for (const { account, marks } of operations) {
    const own = ends.get(account) ?? [];
    ends.set(account, own);
    for (const [index, { at, phase }] of marks.entries()) {
      const before = marks[index - 1]?.phase;
      const wasProcessed = before === "submitted" || before === "processing";
      if (wasProcessed && phase !== "processing") own.push(at);
    }
  }
  for (const own of ends.values()) own.sort((one, other) => one - other);
  return ends;
}

/**
 * Adds a missing start of processing, which a provider may not have observed. An account's tasks are processed one at
 * a time, so it began when the previous one ended, or at once.
 */
function withProcessing({ account, marks }: Operation, ends: ProcessingEnds): readonly Mark[] {
  if (!marks.some((mark, index) => isWithoutStart(mark, marks[index + 1]))) return marks;
  return marks.flatMap((mark, index) => {
    const next = marks[index + 1];
    if (next === undefined || !isWithoutStart(mark, next)) return [mark];
    const own = ends.get(account) ?? [];
    const before = own[countWhile(own, (end) => end < next.at) - 1];
    const at = Math.max(mark.at, before ?? mark.at);
    return [mark, { at, phase: "processing", taskId: mark.taskId } as const];
  });
}

/** Whether a task was processed after the mark, and its start was not observed. */
const isWithoutStart = ({ phase }: Mark, next: Mark | undefined): boolean =>
  phase === "submitted" && next !== undefined && next.phase !== "processing";

const processingStart = ({ segments, from }: Row): number =>
  segments.find(({ phase }) => phase === "processing" || phase === "provisioning")?.from ?? from;
