import type { z } from "zod";
import type { DatabaseAnswer, PaymentMethodAnswer } from "../api/answers";
import type { ApiRequest } from "../api/client";
import { RedisCloudApiError } from "../api/error";
import type { Account } from "./account";
import { changeable } from "./changeable";
import { operate } from "./operate";
import type { Target, Watch } from "./operation";
import { lookUntil } from "./pace";
import { provisioned } from "./provisioned";

const NOT_YET_VISIBLE_MS = 30_000;
const FRESHEST_LOOK_MS = 500;
/** Where only a wait is wanted. */
const NO_REQUEST: ApiRequest = { method: "GET", path: "" };

/** The account, as one resource works on it: every change goes the way of one operation. */
export class Cloud {
  constructor(
    private readonly account: Account,
    private readonly watch: Watch,
  ) {}

  /** Says how it goes, in a few words. */
  report(status: string): void {
    this.watch.report(status);
  }

  /** The same, for work on something else on the way: its reports say so. */
  about(what: string): Cloud {
    const report = (status: string) => this.watch.report(`${what}: ${status}`);
    return new Cloud(this.account, { ...this.watch, report });
  }

  /** Creates, and waits until it is active. */
  create(target: Target, request: ApiRequest): Promise<Target> {
    return operate(this.account, { action: "create", target, request }, this.watch);
  }

  /** Changes, and waits until it is active again. */
  async update(target: Target, request: ApiRequest): Promise<void> {
    await operate(this.account, { action: "update", target, request }, this.watch);
  }

  /** Deletes, and waits until it is gone. Gone already is as good. */
  async delete(target: Target, request: ApiRequest): Promise<void> {
    await operate(this.account, { action: "delete", target, request }, this.watch);
  }

  /** Waits until it can be deleted; false when it is gone. */
  deletable(target: Target): Promise<boolean> {
    return changeable(this.account, { action: "delete", target, request: NO_REQUEST }, this.watch);
  }

  /** Waits until it is active. */
  ready(target: Target): Promise<void> {
    const deadline = Date.now() + this.watch.timeoutMs;
    const operation = { action: "update", target, request: NO_REQUEST } as const;
    return provisioned(this.account, operation, { deadline, watch: this.watch });
  }

  /** Reads; undefined when it is not there. */
  async find<T extends z.ZodType>(path: string, shape: T): Promise<z.infer<T> | undefined> {
    try {
      return await this.account.api.get(path, shape);
    } catch (error) {
      if (error instanceof RedisCloudApiError && error.kind === "not-found") return undefined;
      throw error;
    }
  }

  /** Reads what is known to be there: a fresh resource ID may answer 404 for a moment. */
  read<T extends z.ZodType>(path: string, shape: T): Promise<z.infer<T>> {
    return lookUntil(
      ({ waitedMs }) =>
        waitedMs < NOT_YET_VISIBLE_MS ? this.find(path, shape) : this.account.api.get(path, shape),
      FRESHEST_LOOK_MS,
    );
  }

  /** The databases of a subscription, as they are now. */
  async databases(subscriptionId: number): Promise<readonly DatabaseAnswer[]> {
    const databases = await this.account.snapshots.databases(subscriptionId).asOf(Date.now());
    return [...databases.values()];
  }

  /** The account's payment methods. */
  paymentMethods(): Promise<readonly PaymentMethodAnswer[]> {
    return this.account.snapshots.paymentMethods.asOf(0);
  }
}
