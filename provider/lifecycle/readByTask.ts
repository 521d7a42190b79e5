import type { z } from "zod";
import { submittedTask } from "../api/answers";
import type { Account } from "./account";
import type { Target } from "./kind";
import type { Progress } from "./operation";
import { waitUntilProcessed } from "./processed";

/** Maximum time to wait for a list. */
const TIMEOUT_MS = 300_000;

const UNWATCHED: Progress = {
  timeoutMs: TIMEOUT_MS,
  report: () => undefined,
  announce: () => undefined,
  maySubmit: async () => undefined,
  observe: () => undefined,
};

/**
 * Runs a read that the API serves as a task, and returns the task's `response.resource`.
 *
 * @param target the resource that is read, for messages.
 */
export async function readByTask<Shape extends z.ZodType>(
  account: Account,
  target: Target,
  { path, shape }: { readonly path: string; readonly shape: Shape },
  watch?: Progress,
): Promise<z.infer<Shape>> {
  const { taskId } = await account.api.get(path, submittedTask);
  const task = await waitUntilProcessed(account, { action: "update", target }, taskId, {
    deadline: Date.now() + (watch ?? UNWATCHED).timeoutMs,
    watch: { ...(watch ?? UNWATCHED), observe: () => undefined },
    // Nobody in particular waits for a list.
    hasFollower: () => watch === undefined,
  });
  return shape.parse(task.response?.resource);
}
