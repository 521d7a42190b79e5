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
  const recorded = new RecordedOperations(kinds);
  recorded.add(changes);
  return recorded.all();
}

/** The operations of a simulator's record that may grow: a change is read once. */
export class RecordedOperations {
  private readonly operations = new Map<string, Draft>();
  /** Operations by the resource in provisioning. */
  private readonly open = new Map<string, Draft>();
  /** Those that have ended although their task provisioned nothing. */
  private readonly withoutResource = new WeakMap<Draft, Operation>();

  constructor(private readonly kinds: TimelineKinds) {}

  /** @param changes those that follow the ones before. */
  add(changes: Iterable<RecordedChange>): void {
    for (const change of changes) {
      if (change.kind === "task") this.addTaskChange(change);
      else this.addResourceChange(change);
    }
  }

  /** Each is the same object as before unless it has changed, or is under way. */
  all(): Operation[] {
    const provisioning = new Set(this.open.values());
    return [...this.operations.values()].map((operation) => {
      const last = operation.marks.at(-1);
      return last?.phase === "processed" && !provisioning.has(operation)
        ? this.ended(operation, last)
        : operation;
    });
  }

  private addTaskChange({ at, accountId, id, name, to, subscriptionId, error }: RecordedChange): void {
    const key = String(id);
    const phase = MARKS[to];
    if (phase === undefined) return;
    const known = this.operations.get(key);
    // Tasks processed before a simulator's restart are not part of its run.
    if (known === undefined && phase !== "submitted" && phase !== "processing") return;
    const operation = known ?? {
      ...{ key, account: String(accountId), ...commandOf(name, this.kinds), subscriptionId },
      ...{ marks: [], arrivalKnown: false },
    };
    operation.marks.push({ at, phase, taskId: key, detail: error });
    if (known === undefined) this.operations.set(key, operation);
  }

  private addResourceChange(change: RecordedChange): void {
    const { at, accountId, kind, id, to, taskId } = change;
    const resource = `${accountId}/${kind}/${id}`;
    if (taskId !== undefined) {
      const operation = this.beginProvisioning(change, taskId);
      if (operation !== undefined) this.open.set(resource, operation);
    } else if (to === "active" || to === "gone" || to === "error") {
      this.open.get(resource)?.marks.push({ at, phase: to === "error" ? "failed" : "ready" });
      this.open.delete(resource);
    }
  }

  /** Adds the resource to its task's operation, or an operation that resizes the cluster. */
  private beginProvisioning(
    { at, accountId, kind, id, name, subscriptionId }: RecordedChange,
    taskId: string,
  ): Draft | undefined {
    const operation = this.operations.get(taskId);
    if (operation === undefined) return undefined;
    if (operation.kind === kind) {
      const named = { ...operation, id, name, subscriptionId };
      this.operations.set(taskId, named);
      return named;
    }
    const key = `${taskId}/resize`;
    const account = String(accountId);
    const resizing: Draft = {
      ...{ key, account, action: "resize", kind, name, id, causedBy: taskId, arrivalKnown: false },
      marks: [{ at, phase: "processed" }],
    };
    this.operations.set(key, resizing);
    return resizing;
  }

  /** Ends an operation whose processed task provisions nothing. */
  private ended(operation: Draft, { at }: Mark): Operation {
    const known = this.withoutResource.get(operation);
    if (known !== undefined) return known;
    const ended: Operation = { ...operation, marks: [...operation.marks, { at, phase: "ready" }] };
    this.withoutResource.set(operation, ended);
    return ended;
  }
}
