import type { Account } from "./account";
import { LifecycleError, type LifecycleErrorKind } from "./error";
import { named, type Target, type Watch, type Work } from "./operation";
import { forPeople, lookUntil, NOT_YET_VISIBLE_MS } from "./pace";
import { isGone, STATES } from "./states";

const FRESHEST_LOOK_MS = 600;

/** The resource's provisioning state as of some moment; undefined when it is not there. */
export async function statusOf(account: Account, target: Target, since: number): Promise<string | undefined> {
  const { snapshots } = account;
  if (target.id === undefined) return undefined;
  switch (target.kind) {
    case "subscription":
      return (await snapshots.subscriptions.asOf(since)).get(target.id)?.status;
    case "database":
      return (await snapshots.databases(target.subscriptionId ?? 0).asOf(since)).get(target.id)?.status;
    case "cloudAccount":
      return (await snapshots.cloudAccounts.asOf(since)).get(target.id)?.status;
  }
}

/**
 * Waits until the resource is `active`, or, after a delete, gone.
 *
 * @throws {@link LifecycleError} of kind `provisioning-error`, `provisioning-timeout`, `gone` or `lost-sight`, with the
 * resource ID.
 */
export async function provisioned(
  account: Account,
  operation: Work,
  { deadline, watch }: { deadline: number; watch: Watch },
): Promise<void> {
  const { target, action } = operation;
  const { ready, failed } = STATES[target.kind];
  const ended = (kind: LifecycleErrorKind, description: string, status?: string) =>
    new LifecycleError({ kind, operation, description, resourceId: target.id, status });

  await lookUntil(async ({ since, waitedMs }) => {
    const status = await statusOf(account, target, since).catch((error) => {
      throw ended("lost-sight", error.message);
    });
    if (action === "delete" ? isGone(status) : status !== undefined && ready.has(status)) return true;
    if (status !== undefined && failed.has(status))
      throw ended("provisioning-error", `it is in state ${status}`, status);
    if (isGone(status) && waitedMs > NOT_YET_VISIBLE_MS) {
      throw ended("gone", `${named(target)} is not there any more`);
    }
    if (Date.now() > deadline) {
      throw ended(
        "provisioning-timeout",
        `still ${status ?? "not listed"} after ${forPeople(watch.timeoutMs)}`,
      );
    }
    watch.report(`provisioning: ${status ?? "not listed yet"}, ${forPeople(waitedMs)}`);
    return undefined;
  }, FRESHEST_LOOK_MS);
}
