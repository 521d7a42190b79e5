import { RedisCloudApiError } from "../api/error";
import type { Account } from "./account";
import { changeable } from "./changeable";
import { LifecycleError, passes } from "./error";
import type { Operation, Target, Watch } from "./operation";
import { processed } from "./processed";
import { provisioned } from "./provisioned";

/**
 * The way of one operation: admit, submit, processed, provisioned.
 *
 * A submitted task cannot be cancelled, so an error after submission carries what is known to exist.
 *
 * @returns the resource, with the ID that its task gave it.
 * @throws {@link LifecycleError} or {@link RedisCloudApiError}.
 */
export async function operate(account: Account, operation: Operation, watch: Watch): Promise<Target> {
  if (operation.action !== "create" && !(await changeable(account, operation, watch)))
    return operation.target;

  const startedAt = Date.now();
  for (let refusals = 0; ; refusals++) {
    let deadline = 0;
    try {
      const target = await account.admission.admit(operation, watch, () => {
        deadline = Date.now() + watch.timeoutMs;
        return submitted(account, operation, { deadline, watch });
      });
      if (target === undefined) return operation.target;
      await provisioned(account, { ...operation, target }, { deadline, watch });
      return target;
    } catch (error) {
      if (operation.action === "delete" && isNotFound(error)) return operation.target;
      if (!passes(error) || Date.now() - startedAt > watch.timeoutMs) throw error;
      watch.report(`waiting: ${error.code ?? "too many requests"}`);
      await beforeNextTry(refusals);
    }
  }
}

/** Submits, and waits until the task is processed; undefined when the API answers at once, without a task. */
async function submitted(
  account: Account,
  operation: Operation,
  { deadline, watch }: { deadline: number; watch: Watch },
): Promise<Target | undefined> {
  watch.report("submitting");
  const task = await account.api.submit(operation.request);
  if (task === undefined) return undefined;
  const { response } = await processed(account, operation, task.taskId, { deadline, watch });
  const target = { ...operation.target, id: operation.target.id ?? response?.resourceId };
  if (target.id !== undefined) return target;
  throw new LifecycleError({
    kind: "lost-sight",
    operation,
    taskId: task.taskId,
    description: "the task is processed and names no resource",
  });
}

const isNotFound = (error: unknown): boolean =>
  error instanceof RedisCloudApiError && error.kind === "not-found";

/** Between a refusal that passes and the next try: 1 s, doubling up to half a minute. */
const beforeNextTry = (refusals: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.min(30_000, 1000 * 2 ** refusals)));
