import type { ListedTask } from "../api/answers";
import type { Account } from "../lifecycle/account";
import { CLOCKS_DIFFER_MS } from "../lifecycle/creations";
import { parentOf, type Target } from "../lifecycle/kind";
import type { Progress } from "../lifecycle/operation";
import { NOT_YET_VISIBLE_MS } from "../lifecycle/polling";
import { TASK_COMPLETED } from "../lifecycle/states";
import { PendingTasks } from "./pendingTasks";

const LOOK_AGAIN_MS = 2_000;

/**
 * Finds the task of an action whose request may have been accepted: its answer was lost. Nothing but the account's tasks
 * tells of it.
 *
 * @param submittedAt milliseconds: the task is not older; NaN if unknown.
 * @param isTaken whether a task is known to belong to another request.
 * @returns the task's ID; undefined when the request was not accepted, or failed.
 */
export async function findRun(
  account: Account,
  target: Target,
  submittedAt: number,
  isTaken: (taskId: string) => boolean,
  watch: Progress,
): Promise<string | undefined> {
  const pending = new PendingTasks(account);
  const parentId = parentOf(target)?.id;
  const mayBe = ({ commandType, status, timestamp = "", taskId, response }: ListedTask) =>
    commandType === target.kind.commands.create &&
    status === TASK_COMPLETED &&
    (response?.resourceId === undefined || response.resourceId === parentId) &&
    !(Date.parse(timestamp) <= submittedAt - CLOCKS_DIFFER_MS) &&
    !isTaken(taskId);
  while (true) {
    await pending.processedNow(target, watch);
    const tasks = [...(await account.snapshots.tasks.asOf(Date.now())).values()].filter(mayBe);
    const [first] = tasks.sort((one, other) => timeOf(one) - timeOf(other));
    if (first !== undefined) return first.taskId;
    if (!(Date.now() < submittedAt + NOT_YET_VISIBLE_MS)) return undefined;
    watch.report("looking for a request that the API may have accepted");
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

const timeOf = ({ timestamp }: ListedTask): number => Date.parse(timestamp ?? "") || 0;
