import { type DryRunAnswer, dryRunAnswer } from "../api/answers";
import type { ApiRequest } from "../api/client";
import type { Account } from "./account";
import { LifecycleError } from "./error";
import type { Target } from "./kind";
import type { Progress } from "./operation";
import { waitUntilProcessed } from "./processed";

/** Maximum time that a preview waits for a dry run. */
const TIMEOUT_MS = 300_000;

/**
 * Dry runs on an account: tasks that change nothing, so they need neither admission nor a journal entry. They run one
 * at a time: the API processes tasks serially, and other clients' tasks wait behind them.
 */
export class DryRuns {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly account: Account) {}

  /**
   * Returns what the request would cost.
   *
   * @param target the resource that the request is for.
   * @throws {@link LifecycleError} or RedisCloudApiError when the API refuses it, or does not answer in time.
   */
  pricing(
    target: Target,
    request: ApiRequest,
    { report, announce, maySubmit }: Progress,
  ): Promise<DryRunAnswer["pricing"]> {
    const watch = { report, announce, maySubmit, timeoutMs: TIMEOUT_MS, observe: () => undefined };
    const pricing = this.last.then(() => this.answered(target, request, watch));
    this.last = pricing.catch(() => undefined);
    return pricing;
  }

  private async answered(target: Target, request: ApiRequest, watch: Progress) {
    const deadline = Date.now() + TIMEOUT_MS;
    const operation = { action: "update", target } as const;
    const { taskId = "" } =
      (await this.account.api.submit({ ...request, body: { ...request.body, dryRun: true } })) ?? {};
    const task = await waitUntilProcessed(this.account, operation, taskId, {
      deadline,
      watch,
      hasFollower: () => false,
    });
    const answer = dryRunAnswer.safeParse(task.response?.resource);
    if (answer.success) return answer.data.pricing;
    const description = "the task of the dry run is completed, but reports no price";
    throw new LifecycleError({ kind: "lost-sight", operation, taskId, description });
  }
}

const dryRuns = new WeakMap<Account, DryRuns>();

/** Returns the {@link DryRuns} of an account. */
export function dryRunsOf(account: Account): DryRuns {
  const known = dryRuns.get(account) ?? new DryRuns(account);
  dryRuns.set(account, known);
  return known;
}
