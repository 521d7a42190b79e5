import { adviceForCode } from "../api/advice";
import { RedisCloudApiError, sentence } from "../api/error";
import type { ResourceId } from "../api/lists";
import { JournalError } from "./journalError";
import { type Kind, subscriptionOf } from "./kind";
import { describeOperation, type Operation } from "./operation";

/**
 * How an operation failed:
 *
 * - `not-admitted`: the account's limits did not allow it in time; nothing was submitted.
 * - `processing-error`: the task was refused; nothing was changed.
 * - `subscription-error`: its subscription is in an error state and accepts no change; nothing was changed.
 * - `awaiting-key`: a subscription cannot continue until it has its encryption key; nothing was changed.
 * - `awaiting-other-side`: the other side of a connection did not act in time; nothing was changed.
 * - `processing-timeout`: the task was submitted and is not processed yet; it continues.
 * - `provisioning-timeout`: the task was processed and the resource is not ready yet; provisioning continues.
 * - `provisioning-error`: the resource ended in an error state.
 * - `gone`: the resource no longer exists.
 * - `lost-sight`: the task was submitted, and its outcome could not be read.
 */
export type LifecycleErrorKind =
  | "not-admitted"
  | "processing-error"
  | "subscription-error"
  | "awaiting-key"
  | "awaiting-other-side"
  | "processing-timeout"
  | "provisioning-timeout"
  | "provisioning-error"
  | "gone"
  | "lost-sight";

/** The facts of a failed operation. */
export interface LifecycleErrorDetails {
  readonly kind: LifecycleErrorKind;
  readonly operation: Operation;
  /** What was observed, for the message. */
  readonly description: string;
  /** The API's error code, e.g. `DATABASE_NAME_EXISTS`. */
  readonly code?: string;
  readonly taskId?: string;
  /** The ID of the resource, where it has one. */
  readonly resourceId?: ResourceId;
  /** The last observed provisioning state. */
  readonly status?: string;
  readonly cause?: unknown;
}

/** The next step by how an operation failed, where its code has none. */
export const NEXT_STEP: Readonly<Record<LifecycleErrorKind, string>> = {
  "not-admitted": "Nothing was submitted: run again when the account has fewer changes in progress.",
  "processing-error": "Nothing was changed: correct it and run again.",
  "subscription-error": "Nothing was changed: the next `pulumi up` replaces it.",
  "awaiting-key":
    "Nothing was changed: grant the principal in its customerManagedKeyAccessDetails access to your key, declare the key " +
    "in SubscriptionEncryptionKeys, and take the subscriptionId of other resources from it.",
  "awaiting-other-side":
    "Nothing was changed: when the other side has done it, run `pulumi up` again; or set longer `timeouts`.",
  "processing-timeout":
    "A submitted task cannot be cancelled and continues: run `pulumi up` again to resume it, or set longer `timeouts`.",
  "provisioning-timeout":
    "It continues by itself: run `pulumi up` again to resume waiting, or set longer `timeouts`.",
  "lost-sight": "It continues by itself: run `pulumi up` again to resume it.",
  gone: "Run `pulumi refresh` to remove it from the state; the next `pulumi up` creates a new one.",
  "provisioning-error": "Ask Redis support what happened to it; the next `pulumi up` replaces it.",
};

const nextStep = (kind: LifecycleErrorKind, { target }: Operation): string =>
  target.kind.isAction && kind === "provisioning-error"
    ? "Correct what it reports; the next `pulumi up` runs it again."
    : NEXT_STEP[kind];

/** The error of a failed operation. Its message names the operation, what the API said, and the next step. */
export class LifecycleError extends Error {
  override readonly name = "LifecycleError";
  readonly kind: LifecycleErrorKind;
  /** What was observed. */
  readonly description: string;
  readonly code?: string;
  readonly taskId?: string;
  readonly resourceId?: ResourceId;
  readonly status?: string;
  /** The next step for the user of a program. */
  readonly advice: string;

  constructor(details: LifecycleErrorDetails) {
    const { kind, operation, code, taskId, resourceId } = details;
    const at = taskId === undefined ? "" : ` (task ${taskId})`;
    const description = `${code === undefined ? "" : `${code}: `}${sentence(details.description)}`;
    const advice = adviceForCode(code, operation.target.kind.advice) ?? nextStep(kind, operation);
    super(`${describeOperation(operation)}${at}: ${kind}: ${description} ${advice}`, {
      cause: details.cause,
    });
    this.kind = kind;
    this.description = details.description;
    this.code = code;
    this.taskId = taskId;
    this.resourceId = resourceId;
    this.status = details.status;
    this.advice = advice;
  }
}

/** Creates the error of an operation on, or in, a subscription that waits for its encryption key. */
export function awaitingKeyError(operation: Operation, status?: string): LifecycleError {
  const description = `subscription ${subscriptionOf(operation.target)} waits for its encryption key (${status})`;
  return new LifecycleError({ kind: "awaiting-key", operation, description });
}

/** Error codes of temporary refusals, for any kind of resource: account limits, and a subscription that is changing. */
export const PASSING: readonly string[] = [
  "TOO_MANY_PENDING_SUBSCRIPTIONS",
  "SUBSCRIPTION_NOT_ACTIVE",
  "CLUSTER_UNDER_MAINTENANCE",
];

/**
 * Whether the refusal is temporary: the same request will be accepted later, so it is retried instead of reported.
 *
 * @param waitedMs since the first refusal.
 */
export function isPassing(
  error: unknown,
  { passingRefusals, lateGrants }: Pick<Kind, "passingRefusals" | "lateGrants">,
  waitedMs = 0,
): error is LifecycleError | RedisCloudApiError {
  const isOurs = error instanceof RedisCloudApiError || error instanceof LifecycleError;
  if (!isOurs) return false;
  if (error.kind === "too-many") return true;
  const { code = "" } = error;
  const isLateGrant = lateGrants?.codes.includes(code) && waitedMs < lateGrants.withinMs;
  const mayPass = PASSING.includes(code) || passingRefusals.includes(code) || isLateGrant;
  return mayPass === true && (error.kind === "refused" || error.kind === "processing-error");
}

const CHANGED_NOTHING: ReadonlySet<LifecycleErrorKind> = new Set([
  "not-admitted",
  "processing-error",
  "subscription-error",
  "awaiting-key",
  "awaiting-other-side",
]);

/** Whether it is certain that the request changed nothing. */
export function isWithoutEffect(error: unknown): boolean {
  if (error instanceof JournalError) return true;
  if (error instanceof RedisCloudApiError) return error.kind !== "outcome-unknown";
  return error instanceof LifecycleError && CHANGED_NOTHING.has(error.kind);
}
