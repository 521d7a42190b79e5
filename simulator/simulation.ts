import type { Account } from "./account";
import { arriveCloudAccount } from "./cloudAccounts/lifecycle";
import { arriveDatabase } from "./databases/lifecycle";
import { endOfProvisioning } from "./faults/states";
import { arriveSubscription } from "./subscriptions/lifecycle";
import { arriveTask } from "./tasks/lifecycle";

/**
 * Lets everything happen that is due at `now`, in the order of its time. Nothing happens in between calls,
 * so what an account looks like depends on the time alone and not on how often somebody looks.
 */
export function advance(account: Account, now: number): void {
  for (let due = account.agenda.takeDue(now); due; due = account.agenda.takeDue(now)) {
    account.now = due.at;
    const thing = account.find(due.kind, due.id);
    if (thing?.change !== due.change) continue;
    const to = thing.kind === "task" ? due.to : endOfProvisioning(account, thing, due);
    if (to === undefined) continue;
    if (thing.kind === "task") arriveTask(account, thing, to);
    else if (thing.kind === "subscription") arriveSubscription(account, thing, to);
    else if (thing.kind === "database") arriveDatabase(account, thing, to);
    else arriveCloudAccount(account, thing, to);
  }
  account.now = Math.max(account.now, now);
}
