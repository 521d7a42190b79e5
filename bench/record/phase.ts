import type { RequestRecord, Simulator, StateChange } from "../../simulator";

/** A part of a simulator's record: what happened during a creation or a destruction. */
export interface Phase {
  readonly changes: readonly StateChange[];
  readonly requests: readonly RequestRecord[];
}

/** Begins a phase; the result returns what has happened since. */
export function beginPhase({ record }: Simulator): () => Phase {
  const [changes, requests] = [record.changes.length, record.requests.length];
  return () => ({ changes: record.changes.slice(changes), requests: record.requests.slice(requests) });
}

const isTask = (name: string, to: string) => (change: StateChange) =>
  change.kind === "task" && change.name === name && change.to === to;

/** Tasks of a kind that were processed: when, for how long (seconds), and on which subscription; in order. */
export interface ProcessedTask {
  readonly taskId: string;
  /** Simulated milliseconds. */
  readonly completedAt: number;
  /** Seconds. */
  readonly processing: number;
  readonly subscriptionId?: number;
}

export function processedTasks({ changes }: Phase, commandType: string): readonly ProcessedTask[] {
  const begun = new Map(
    changes.filter(isTask(commandType, "processing-in-progress")).map(({ id, at }) => [id, at]),
  );
  return changes.filter(isTask(commandType, "processing-completed")).map(({ id, at, subscriptionId }) => ({
    taskId: String(id),
    completedAt: at,
    processing: (at - (begun.get(id) ?? at)) / 1000,
    subscriptionId,
  }));
}

/** When a resource first reached a state, by resource ID. In simulated milliseconds. */
export function firstReached(
  { changes }: Phase,
  kind: StateChange["kind"],
  to: string,
): ReadonlyMap<string | number, number> {
  const reached = new Map<string | number, number>();
  for (const change of changes) {
    if (change.kind === kind && change.to === to && !reached.has(change.id))
      reached.set(change.id, change.at);
  }
  return reached;
}

/** The resource that each task brought into another state, by task ID. */
export function changedByTask(
  { changes }: Phase,
  kind: StateChange["kind"],
): ReadonlyMap<string, StateChange> {
  const byTask = new Map<string, StateChange>();
  for (const change of changes) {
    if (change.kind === kind && change.taskId !== undefined) byTask.set(change.taskId, change);
  }
  return byTask;
}
