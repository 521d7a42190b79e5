import type { Account } from "../../account";
import { isTask, type Stateful } from "../../resource";
import { releaseSubscription } from "../connectivity";
import { PRIVATE_LINK, type PrivateLink } from "./state";

/** Called when a private link reaches the state it was scheduled for. Its subscription is `active` again then. */
export function reachPrivateLinkState(account: Account, link: PrivateLink, state: string): void {
  if (state === "gone") account.remove(link);
  else account.transition(link, state === "active" ? "active" : "error");
  releaseSubscription(account, link);
}

/** Removes the private links of a subscription that is gone. */
export function forgetSubscription(account: Account, item: Stateful, state: string): void {
  if (state !== "gone" || isTask(item) || item.kind !== "subscription") return;
  for (const link of account.collection(PRIVATE_LINK).inSubscription(Number(item.id))) account.remove(link);
}
