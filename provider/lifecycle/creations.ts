import type { Account } from "./account";
import { isCommand } from "./commands";
import type { Target } from "./kind";

/** Maximum difference between the clocks of two machines. */
export const CLOCKS_DIFFER_MS = 300_000;

/**
 * IDs of the tasks, of any client, that create resources of the kind and that are so recent that a clock which is wrong
 * could make them appear later than now. None of them can be the task of a request that is sent now.
 */
export async function earlierCreations({ snapshots }: Account, { kind }: Target): Promise<readonly string[]> {
  const now = Date.now();
  const tasks = await snapshots.tasks.asOf(now);
  const isRecent = (timestamp = "") => !(Date.parse(timestamp) < now - 2 * CLOCKS_DIFFER_MS);
  return [...tasks.values()]
    .filter(({ commandType, timestamp }) => isCommand(kind, "create", commandType) && isRecent(timestamp))
    .map(({ taskId }) => taskId);
}
