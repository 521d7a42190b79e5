import type { z } from "zod";
import { submittedTask } from "../api/answers";
import { RedisCloudApiError } from "../api/error";
import type { Account } from "./account";
import { isPassing, LifecycleError } from "./error";
import type { Target } from "./kind";
import type { Progress } from "./operation";
import { waitBeforeRetry } from "./polling";
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
 * Runs a read that the API serves as a task, and returns the task's `response.resource`. A read that is refused for the
 * moment is sent again.
 *
 * @param target the resource that is read, for messages.
 * @throws {@link RedisCloudApiError} of kind `refused` when the task fails: it is the read that was refused, not what
 * waits for it. {@link LifecycleError} of kind `processing-timeout` or `lost-sight`.
 */
export async function readByTask<Shape extends z.ZodType>(
  account: Account,
  target: Target,
  { path, shape }: { readonly path: string; readonly shape: Shape },
  watch: Progress = UNWATCHED,
): Promise<z.infer<Shape>> {
  const deadline = Date.now() + watch.timeoutMs;
  for (let refusals = 0; ; refusals++) {
    const { taskId } = await account.api.get(path, submittedTask);
    try {
      const task = await waitUntilProcessed(account, { action: "update", target }, taskId, {
        deadline,
        watch: { ...watch, observe: () => undefined },
        // Nobody in particular waits for a list.
        hasFollower: () => watch === UNWATCHED,
      });
      return shape.parse(task.response?.resource);
    } catch (error) {
      if (!(error instanceof LifecycleError) || error.kind !== "processing-error") throw error;
      if (!isPassing(error, target.kind) || Date.now() > deadline)
        throw refusedRead(account, path, target, error);
      await waitBeforeRetry(refusals);
    }
  }
}

const refusedRead = ({ api }: Account, path: string, { kind }: Target, error: LifecycleError) =>
  new RedisCloudApiError({
    kind: "refused",
    method: "GET",
    url: api.baseUrl + path,
    code: error.code,
    description: `${error.description} (task ${error.taskId})`,
    advice: kind.advice,
    cause: error,
  });
