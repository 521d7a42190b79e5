import type { SharedRead } from "../api/coalescedRead";
import type { ListedResource, ResourceId } from "../api/lists";
import type { Account } from "./account";
import { LifecycleError, type LifecycleErrorKind } from "./error";
import { describeTarget, parentOf, type Target } from "./kind";
import type { Operation, Progress } from "./operation";
import { formatDuration, NOT_YET_VISIBLE_MS, pollUntil } from "./polling";
import { isGone } from "./states";

const PACE = { quickestMs: 500, part: 0.1 };

/** Returns the account's list that contains the resource, by ID. */
export const listOf = (
  { snapshots }: Account,
  { kind, place, id }: Target,
): SharedRead<ReadonlyMap<ResourceId, ListedResource>> => snapshots.listOf(kind, place, id);

/** Returns the earliest read of that list that counts as current. */
export const freshSince = ({ snapshots }: Account, { kind, place }: Target): number =>
  snapshots.freshSince(kind, place);

/** Returns the resource's provisioning state, read no earlier than `since`; undefined when it is not listed. */
export async function statusOf(account: Account, target: Target, since: number): Promise<string | undefined> {
  if (target.id === undefined) return undefined;
  return (await listOf(account, target).asOf(since)).get(target.id)?.status;
}

/** Returns a function that checks whether a condition has been observed without a break for `settlingMs`. */
function isSettled(settlingMs: number): (isSo: boolean) => boolean {
  let since: number | undefined;
  return (isSo) => {
    since = isSo ? (since ?? Date.now()) : undefined;
    return since !== undefined && Date.now() - since >= settlingMs;
  };
}

/** How often the progress is read, at most. */
const PROGRESS_MS = 5_000;

/** Returns a function that tells the progress as last read, for a status, and reads it again now and then. */
function progressOf({ progress }: Operation): () => string {
  let [latest, dueAt] = ["", 0];
  return () => {
    if (progress === undefined || Date.now() < dueAt) return latest;
    dueAt = Number.POSITIVE_INFINITY;
    const read = async () => {
      const seen = await progress().catch(() => undefined);
      latest = seen === undefined ? "" : ` (${seen})`;
      dueAt = Date.now() + PROGRESS_MS;
    };
    void read();
    return latest;
  };
}

export interface Waiting {
  /** In milliseconds since 1970. */
  readonly deadline: number;
  readonly watch: Progress;
  /** Whether the change has only just begun, so that it takes about as long as usual. */
  readonly isNew?: boolean;
}

/**
 * Waits until the resource is ready, or, after a delete, gone. After a creation, and before a change, a resting state
 * also ends the wait.
 *
 * @throws {@link LifecycleError} of kind `provisioning-error`, `provisioning-timeout`, `gone` or `lost-sight`, with the
 * resource ID.
 */
export async function waitUntilProvisioned(
  account: Account,
  operation: Operation,
  waiting: Waiting,
): Promise<void> {
  await waitUntilParentReady(account, operation.target, waiting, operation);
  return waitUntilReached(account, operation, waiting);
}

/**
 * For a resource without a state of its own, waits until its parent is ready: only then it is listed, or gone.
 *
 * @param waitingFor the operation that waits, which errors are about.
 */
export async function waitUntilParentReady(
  account: Account,
  target: Target,
  waiting: Waiting,
  waitingFor?: Operation,
): Promise<void> {
  const parent = target.kind.hasStateOfParent && parentOf(target);
  if (parent) await waitUntilReached(account, { action: "update", target: parent }, waiting, waitingFor);
}

/** What is awaited of the other side of a connection. */
export interface OtherSideWait {
  readonly isDone: (status: string | undefined) => boolean;
  readonly what: string;
  readonly mayAppear?: boolean;
}

/**
 * Waits until the other side of a connection has done what the resource needs.
 *
 * @param isDone by its provisioning state; undefined when it is not listed.
 * @param what what the other side has to do, e.g. `its owner creates it in Google Cloud`.
 * @param mayAppear whether the other side may also be what makes it exist, so that a resource that is not listed is
 *   waited for.
 * @throws {@link LifecycleError} of kind `awaiting-other-side`, `provisioning-error` or `gone`.
 */
export async function waitForOtherSide(
  account: Account,
  operation: Operation,
  { isDone, what, mayAppear = false }: OtherSideWait,
  watch: Progress,
): Promise<void> {
  const { target } = operation;
  const deadline = Date.now() + watch.timeoutMs;
  const failed = (kind: LifecycleErrorKind, description: string, status?: string) =>
    new LifecycleError({ kind, operation, description, status });
  const look = (status: string | undefined, waitedMs: number): true | undefined => {
    if (isDone(status)) return true;
    if (!mayAppear && isGone(status) && waitedMs > NOT_YET_VISIBLE_MS)
      throw failed("gone", `${describeTarget(target)} does not exist`);
    if (status !== undefined && target.kind.states.failed.has(status))
      throw failed("provisioning-error", `${describeTarget(target)} is in state ${status}`);
    const now = `${describeTarget(target)} is ${status ?? "not listed"}`;
    if (Date.now() > deadline)
      throw failed("awaiting-other-side", `waited ${formatDuration(watch.timeoutMs)} until ${what}; ${now}`);
    watch.report(`waiting until ${what}: ${now}`);
    return undefined;
  };
  await pollUntil(
    listOf(account, target),
    (list, waitedMs) => look(list.get(target.id ?? 0)?.status, waitedMs),
    {
      pace: () => PACE,
      deadline,
      since: freshSince(account, target),
    },
  );
}

async function waitUntilReached(
  account: Account,
  operation: Operation,
  { deadline, watch, isNew = false }: Waiting,
  waitingFor = operation,
): Promise<void> {
  const { target, action } = operation;
  const it = waitingFor === operation ? "it" : describeTarget(target);
  const { ready, resting, failed } = target.kind.states;
  const settled = isSettled(isNew ? (target.kind.settlingMs ?? 0) : 0);
  const mayRest = action === "create" || !isNew;
  const isReached = (status: string) => ready.has(status) || (mayRest && resting.has(status));
  const ended = (kind: LifecycleErrorKind, description: string, status?: string) =>
    new LifecycleError({
      kind,
      operation: waitingFor,
      description,
      resourceId: waitingFor.target.id,
      status,
    });

  const look = ({ status, reason }: Partial<ListedResource>, waitedMs: number): true | undefined => {
    const isThere = action === "delete" ? isGone(status) : status !== undefined && isReached(status);
    if (settled(isThere)) return true;
    if (status !== undefined && failed.has(status))
      throw ended("provisioning-error", `${it} is in state ${status}${reason ? `: ${reason}` : ""}`, status);
    if (isGone(status) && waitedMs > NOT_YET_VISIBLE_MS) {
      if (target.kind.isAction) return true;
      throw ended("gone", `${describeTarget(target)} no longer exists`);
    }
    if (Date.now() > deadline) {
      const last = status ?? "not listed";
      throw ended(
        "provisioning-timeout",
        `${it === "it" ? "" : `${it} is `}still ${last} after ${formatDuration(watch.timeoutMs)}`,
      );
    }
    watch.report(`provisioning: ${status ?? "not listed yet"}${progress()}, ${formatDuration(waitedMs)}`);
    return undefined;
  };

  const progress = progressOf(operation);
  const startedAt = Date.now();
  const usualMs = isNew ? account.usual.shortest("provisioning", operation) : undefined;
  await pollUntil(
    listOf(account, target),
    (list, waitedMs) => look(list.get(target.id ?? 0) ?? {}, waitedMs),
    { pace: () => ({ ...PACE, usualMs }), deadline, isNew, since: freshSince(account, target) },
  ).catch((error) => {
    throw error instanceof LifecycleError ? error : ended("lost-sight", error.message);
  });
  if (isNew) account.usual.took("provisioning", operation, Date.now() - startedAt);
}
