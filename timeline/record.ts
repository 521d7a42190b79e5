import type { TimelineKinds } from "./kinds";
import { commandOf, type Mark, type Operation } from "./operation";

/** A transition of a task or a resource, as a simulator records it. */
export interface RecordedChange {
  /** Simulated milliseconds since 1970. */
  readonly at: number;
  readonly accountId: number;
  /** `task`, or the name of a kind of resource. */
  readonly kind: string;
  readonly id: string | number;
  readonly name: string;
  readonly from?: string;
  readonly to: string;
  readonly taskId?: string;
  readonly subscriptionId?: number;
  readonly error?: string;
}

/** Phase of an operation when its task enters a state. */
const MARKS: Readonly<Record<string, Mark["phase"]>> = {
  received: "submitted",
  "processing-in-progress": "processing",
  "processing-completed": "processed",
  "processing-error": "failed",
};

type Draft = Operation & { marks: Mark[] };

/** One operation per task of a simulator's record and per resizing of a cluster, in simulated time. */
export function operationsOfSimulator(changes: readonly RecordedChange[], kinds: TimelineKinds): Operation[] {
  const operations = new Map<string, Draft>();
  /** Operations by the resource in provisioning. */
  const open = new Map<string, Draft>();
  for (const change of changes) {
    const resource = `${change.accountId}/${change.kind}/${change.id}`;
    if (change.kind === "task") recordTaskChange(operations, change, kinds);
    else if (change.taskId !== undefined) {
      const operation = provisioningBegins(operations, change, change.taskId);
      if (operation !== undefined) open.set(resource, operation);
    } else if (["active", "gone", "error"].includes(change.to)) {
      open.get(resource)?.marks.push({ at: change.at, phase: change.to === "error" ? "failed" : "ready" });
      open.delete(resource);
    }
  }
  const provisioning = new Set(open.values());
  return [...operations.values()].map((operation) => withEnd(operation, provisioning));
}

function recordTaskChange(
  operations: Map<string, Draft>,
  change: RecordedChange,
  kinds: TimelineKinds,
): void {
  const { at, accountId, name, to, subscriptionId, error } = change;
  const key = String(change.id);
  const phase = MARKS[to];
  if (phase === undefined) return;
  const known = operations.get(key);
  // Tasks processed before a simulator's restart are not part of its run.
  if (known === undefined && phase !== "submitted" && phase !== "processing") return;
  const operation = known ?? {
    ...{ key, account: String(accountId), ...commandOf(name, kinds), subscriptionId },
    ...{ marks: [], arrivalKnown: false },
  };
  operation.marks.push({ at, phase, taskId: key, detail: error });
  operations.set(key, operation);
}

/** Adds the resource to its task's operation, or an operation that resizes the cluster. */
function provisioningBegins(
  operations: Map<string, Draft>,
  { at, accountId, kind, id, name, subscriptionId }: RecordedChange,
  taskId: string,
): Draft | undefined {
  const operation = operations.get(taskId);
  if (operation === undefined || kind === "task") return undefined;
  if (operation.kind === kind) {
    const named = { ...operation, id, name, subscriptionId };
    operations.set(taskId, named);
    return named;
  }
  const key = `${taskId}/resize`;
  const account = String(accountId);
  const resizing: Draft = {
    ...{ key, account, action: "resize", kind, name, id, causedBy: taskId, arrivalKnown: false },
    marks: [{ at, phase: "processed" }],
  };
  operations.set(key, resizing);
  return resizing;
}

/** Ends an operation whose processed task provisions nothing. */
function withEnd(operation: Draft, provisioning: ReadonlySet<Draft>): Operation {
  const last = operation.marks.at(-1);
  if (last?.phase !== "processed" || provisioning.has(operation)) return operation;
  return { ...operation, marks: [...operation.marks, { at: last.at, phase: "ready" }] };
}
