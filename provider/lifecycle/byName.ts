import type { Account } from "./account";
import { COMMANDS } from "./commands";
import type { Found, Sought } from "./earlier";
import { named, type Target, type Watch } from "./operation";
import { NOT_YET_VISIBLE_MS } from "./pace";
import { listOf } from "./provisioned";
import { isLeaving, TASK_COMPLETED } from "./states";
import { ChangesUnderWay } from "./underWay";

const LOOK_AGAIN_MS = 2_000;
/** Clocks of two machines may differ by so much. */
export const CLOCKS_DIFFER_MS = 300_000;

/** Finds what was created by its name. */
export class ByName {
  private readonly creations: ChangesUnderWay;

  constructor(
    private readonly account: Account,
    private readonly isKnown: (target: Target) => boolean,
  ) {
    this.creations = new ChangesUnderWay(account);
  }

  /** The resource with an auto-name that nobody else would have. */
  async find(sought: Sought, watch: Watch): Promise<Found | undefined> {
    if (!sought.isAutoName) return undefined;
    const since = await this.creations.processedOnce(sought.target.kind, watch);
    return this.theOne(sought, await this.called(sought, since), Number.NaN);
  }

  /**
   * The resource that is known to have been asked for, if the API accepted the request.
   *
   * @param submittedAt milliseconds: a resource with an explicit name must not be older.
   */
  async findSubmitted(sought: Sought, submittedAt: number, watch: Watch): Promise<Found | undefined> {
    while (true) {
      const since = await this.creations.processedNow(sought.target.kind, watch);
      const ids = await this.called(sought, since);
      // A request may be accepted after its answer is given up, and what it makes is hidden for a moment.
      const isLate = !(Date.now() < submittedAt + NOT_YET_VISIBLE_MS);
      if (ids.length > 0 || isLate) return this.theOne(sought, ids, submittedAt);
      watch.report("looking for what the API may have accepted");
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }

  private async called({ target, name }: Sought, since: number): Promise<readonly number[]> {
    if (name === undefined) return [];
    const listed = await listOf(this.account, target).asOf(since);
    return [...listed]
      .filter(([, other]) => other.name === name && !isLeaving(target.kind, other.status))
      .map(([id]) => id)
      .filter((id) => !this.isKnown({ ...target, id }));
  }

  /** Of those with the name, the one whose creation the account's tasks tell of. */
  private async theOne(
    { target, name, isAutoName }: Sought,
    ids: readonly number[],
    submittedAt: number,
  ): Promise<Found | undefined> {
    if (ids.length === 0) return undefined;
    const tasks = await this.account.snapshots.tasks.asOf(0);
    const creation = [...tasks.values()].find(
      ({ commandType, status, response, timestamp = "" }) =>
        commandType === COMMANDS[target.kind].create &&
        status === TASK_COMPLETED &&
        ids.includes(response?.resourceId ?? Number.NaN) &&
        (isAutoName || Date.parse(timestamp) > submittedAt - CLOCKS_DIFFER_MS),
    );
    const id = creation?.response?.resourceId;
    if (id !== undefined) return { target: { ...target, id }, by: "name", taskId: creation?.taskId };
    if (!isAutoName) return undefined;
    throw new Error(
      `${named({ ...target, id: ids[0] })} is called ${name}, which only this resource of this stack would be, but ` +
        "was not created within the last ten days, so it is not taken over. Delete it, or give this resource another name.",
    );
  }
}
