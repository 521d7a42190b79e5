import { RedisCloudApiError } from "../api/error";
import type { Account } from "./account";
import { waitUntilChangeable } from "./changeable";
import { earlierCreations } from "./creations";
import { awaitingKeyError, isPassing, isWithoutEffect, LifecycleError } from "./error";
import { isSubscription, subscriptionOf, type Target } from "./kind";
import { MAX_NON_ACTIVE_SUBSCRIPTIONS } from "./limits";
import type { Progress, Submission } from "./operation";
import { waitBeforeRetry } from "./polling";
import { waitUntilProcessed } from "./processed";
import { statusOf, waitUntilProvisioned } from "./provisioned";
import type { Slot } from "./slot";
import { isLeaving, isSubscriptionResting, SUBSCRIPTION_STATES } from "./states";

/** Maximum retries of a request whose outcome is unknown. */
const MOST_REPEATED = 3;

/**
 * Runs one operation: waits for admission, submits it, and waits until it is processed and provisioned.
 *
 * A submitted task cannot be cancelled, so an error after submission carries the known task and resource IDs.
 *
 * @param until the phase to wait for; after `processed`, provisioning continues on its own.
 * @returns the resource, with the ID from its task.
 * @throws {@link LifecycleError} or {@link RedisCloudApiError}.
 */
export async function operate(
  account: Account,
  operation: Submission,
  watch: Progress,
  until: "processed" | "provisioned" = "provisioned",
): Promise<Target> {
  const startedAt = Date.now();
  let refusedAt: number | undefined;
  for (let refusals = 0; ; refusals++) {
    let deadline = 0;
    if (operation.action !== "create" && !(await waitUntilChangeable(account, operation, watch)))
      return operation.target;
    try {
      const changed = account.snapshots.beginChange(operation.target.kind, operation.target.place);
      const target = await account.admission
        .admit(operation, watch, (turn) => {
          deadline = Date.now() + watch.timeoutMs;
          return submitAndProcess(account, operation, { deadline, watch, turn });
        })
        .finally(changed);
      if (target !== undefined && until === "provisioned")
        await waitUntilProvisioned(account, { ...operation, target }, { deadline, watch, isNew: true });
      watch.observe(operation, "ready", { id: target?.id });
      return target ?? operation.target;
    } catch (error) {
      watch.observe(operation, "failed", { detail: reasonOf(error) });
      if (isWithoutEffect(error)) operation.notes?.refused();
      if (operation.action === "delete" && isNotFound(error)) return operation.target;
      refusedAt ??= Date.now();
      const isTemporary = isPassing(error, operation.target.kind, Date.now() - refusedAt);
      if (isTemporary) await refuseWhereStuck(account, operation, error);
      const mayRepeat =
        isTemporary ||
        isRepeatable(operation, error, refusals) ||
        (await isAlreadyLeaving(account, operation, error));
      if (!mayRepeat || Date.now() - startedAt > watch.timeoutMs) throw error;
      watch.report(`waiting: ${reasonOf(error)}`);
      await waitBeforeRetry(refusals);
    }
  }
}

/**
 * Submits the request and waits until its task is processed; undefined when the API answers with neither a task nor the
 * resource.
 */
async function submitAndProcess(
  account: Account,
  operation: Submission,
  { deadline, watch, turn }: { deadline: number; watch: Progress; turn: Slot },
): Promise<Target | undefined> {
  watch.report("submitting");
  const request = (await operation.complete?.()) ?? operation.request;
  const earlierTasks = operation.isNameless ? await earlierCreations(account, operation.target) : undefined;
  await watch.maySubmit();
  operation.notes?.sending(earlierTasks);
  const { taskId, id } = await account.api.submit(request, operation.target.kind.advice);
  // First of all: nothing else tells a later run the ID of a resource that the API does not list.
  operation.notes?.accepted({ taskId, id: taskId === undefined ? id : undefined });
  turn.accepted(taskId);
  if (taskId === undefined) return id === undefined ? undefined : { id, ...operation.target };
  watch.observe(operation, "submitted", { taskId });
  await turn.before;
  const { hasFollower } = turn;
  const { response } = await waitUntilProcessed(account, operation, taskId, { deadline, watch, hasFollower });
  const { isAction } = operation.target.kind;
  const target = {
    ...operation.target,
    id: operation.target.id ?? (isAction ? taskId : response?.resourceId),
  };
  if (target.id !== undefined) {
    operation.notes?.processed(target.id);
    watch.observe(operation, "processed", { taskId, id: target.id });
    return target;
  }
  throw new LifecycleError({
    kind: "lost-sight",
    operation,
    taskId,
    description: "the task is completed, but has no resource ID",
  });
}

/**
 * Fails the operation when a temporary refusal cannot end: a subscription in the way failed, or rests until somebody
 * else acts.
 *
 * @throws {@link LifecycleError} of kind `subscription-error` or `awaiting-key`.
 */
async function refuseWhereStuck(
  account: Account,
  operation: Submission,
  { code }: LifecycleError | RedisCloudApiError,
): Promise<void> {
  const { kind } = operation.target;
  const subscriptions = await account.snapshots.subscriptions.asOf(Date.now());
  const id = subscriptionOf(operation.target);
  const status = id === undefined ? undefined : subscriptions.get(id)?.status;
  if (!isSubscription(kind) && status !== undefined && SUBSCRIPTION_STATES.failed.has(status)) {
    const description = `subscription ${id} is in state ${status}`;
    throw new LifecycleError({ kind: "subscription-error", operation, description });
  }
  if (code === TOO_MANY) refuseAmongResting(operation, subscriptions);
  else if (isSubscriptionResting(status) && !kind.limits.endsRest) throw awaitingKeyError(operation, status);
}

const TOO_MANY = "TOO_MANY_PENDING_SUBSCRIPTIONS";

/** Fails the operation when as many subscriptions rest as may be non-active: only their customer can end that. */
function refuseAmongResting(
  operation: Submission,
  subscriptions: ReadonlyMap<number, { readonly status: string }>,
): void {
  const resting = [...subscriptions].filter(([, { status }]) => isSubscriptionResting(status));
  if (resting.length < MAX_NON_ACTIVE_SUBSCRIPTIONS) return;
  const description =
    `subscriptions ${resting.map(([id]) => id).join(", ")} wait for their encryption keys, and the API allows at most ` +
    `${MAX_NON_ACTIVE_SUBSCRIPTIONS} non-active subscriptions at a time`;
  throw new LifecycleError({ kind: "awaiting-key", operation, description });
}

/** Whether the request may be sent again although its outcome is unknown: it is idempotent. */
function isRepeatable({ request }: Submission, error: unknown, refusals: number): boolean {
  const isUnknown = error instanceof RedisCloudApiError && error.kind === "outcome-unknown";
  const isIdempotent = request.method !== "POST" || request.mayRepeat;
  return isUnknown && isIdempotent === true && !request.isSentOnce && refusals < MOST_REPEATED;
}

/** Whether a delete was refused because an earlier request is deleting, or has deleted, the resource. */
async function isAlreadyLeaving(
  account: Account,
  { action, target }: Submission,
  error: unknown,
): Promise<boolean> {
  const isRefused =
    error instanceof LifecycleError ? error.kind === "processing-error" : isRefusedAtOnce(error);
  if (action !== "delete" || !isRefused) return false;
  return isLeaving(target.kind, await statusOf(account, target, Date.now()));
}

/** Returns the code or kind of the error, not its message: that may repeat what was sent, including secrets. */
export function reasonOf(error: unknown): string {
  const isOurs = error instanceof LifecycleError || error instanceof RedisCloudApiError;
  return isOurs ? (error.code ?? error.kind) : "unexpected error";
}

const isRefusedAtOnce = (error: unknown): boolean =>
  error instanceof RedisCloudApiError && error.kind === "refused";

const isNotFound = (error: unknown): boolean =>
  error instanceof RedisCloudApiError && error.kind === "not-found";
