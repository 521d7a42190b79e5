import type { ListedTask } from "../api/answers";
import type { Account } from "./account";
import { isCommand } from "./commands";
import { type Kind, mayStandFor, type Target } from "./kind";
import type { Operation, Progress } from "./operation";
import { NOT_YET_VISIBLE_MS, pollUntil } from "./polling";
import { freshSince, listOf, statusOf, waitUntilProvisioned } from "./provisioned";
import { isGone } from "./states";

const PACE = { quickestMs: 600, part: 0.1 };

/**
 * Waits until the resource can be changed: one that is still changing must finish first. This resumes an interrupted
 * wait.
 *
 * @returns false before a delete when the resource is gone, or was being deleted already and is gone now.
 * @throws LifecycleError when the resource does not become changeable.
 */
export async function waitUntilChangeable(
  account: Account,
  operation: Operation,
  watch: Progress,
): Promise<boolean> {
  const { action, target } = operation;
  const { deleting, failed } = target.kind.states;
  const deadline = Date.now() + watch.timeoutMs;
  if (action === "delete") {
    const status = await statusOrGone(account, operation);
    if (isGone(status)) return false;
    if (status !== undefined && failed.has(status)) return true;
    if (status !== undefined && deleting.has(status)) {
      await waitUntilProvisioned(account, { action, target }, { deadline, watch });
      return false;
    }
  }
  await waitUntilProvisioned(account, { action: "update", target }, { deadline, watch });
  return true;
}

/** Returns the resource's state. Waits for one that was created a moment ago and may not be listed yet. */
async function statusOrGone(
  account: Account,
  { target, wasListed = false }: Operation,
): Promise<string | undefined> {
  const status = await statusOf(account, target, freshSince(account, target));
  if (!isGone(status) || wasListed || !(await wasCreatedLately(account, target))) return status;
  const appeared = await pollUntil(
    listOf(account, target),
    (list, waitedMs) => {
      const listed = list.get(target.id ?? 0)?.status;
      return isGone(listed) && waitedMs < NOT_YET_VISIBLE_MS ? undefined : { status: listed };
    },
    { pace: () => PACE },
  );
  return appeared.status;
}

async function wasCreatedLately(account: Account, target: Target): Promise<boolean> {
  const { kind } = target;
  const tasks = await account.snapshots.tasks.asOf(Date.now());
  const [latest] = [...tasks.values()]
    .filter(
      ({ commandType, response }) => isOne(kind, commandType) && mayStandFor(response?.resourceId, target),
    )
    .sort((a, b) => timeOf(b) - timeOf(a));
  if (latest === undefined || isCommand(kind, "delete", latest.commandType)) return false;
  return Date.now() - timeOf(latest) < NOT_YET_VISIBLE_MS;
}

const isOne = (kind: Kind, commandType?: string): boolean =>
  (["create", "update", "delete"] as const).some((action) => isCommand(kind, action, commandType));

/** Timestamp in milliseconds. A task without a readable one counts as recent: that costs a minute at most. */
const timeOf = ({ timestamp }: ListedTask): number => Date.parse(timestamp ?? "") || Date.now();
