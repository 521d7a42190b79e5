import type { Account } from "../../account";
import { ApiError } from "../../http/errors";
import { ACL_ROLE } from "../aclRole/state";
import { findDatabase } from "../databases";
import type { CreateEndpointsRedirectionRequest } from "./requests";
import { redirectablePair } from "./rules";
import type { EndpointRedirection } from "./state";
import { BLOCKED_MS } from "./traffic";

/** How long a redirection can be reverted. Source: the vendor's guide. */
const REVERTIBLE_MS = 24 * 3_600_000;

/** Begins a redirection: `initiated`, `in-progress`, `completed`. Traffic to the source is blocked from the start. */
export function beginRedirection(
  account: Account,
  { migrationProtection: _, duplicateACLs = false, ...request }: CreateEndpointsRedirectionRequest,
): EndpointRedirection {
  redirectablePair(account, { ...request, duplicateACLs, migrationProtection: _ });
  const id = account.random.uuid();
  const redirection: EndpointRedirection = {
    kind: "endpointRedirection",
    id,
    name: id,
    status: "initiated",
    visibleAt: account.now + account.duration("visibility"),
    change: 0,
    ...request,
    duplicateACLs,
    startedAt: account.now,
    isRevert: false,
  };
  block(account, redirection, redirection.sourceDatabaseId);
  account.add(redirection);
  account.schedule(redirection, "in-progress", account.duration("endpointRedirectionCreate") / 10);
  return redirection;
}

/** Begins to revert a redirection: `in-progress`, `reverted`. @throws ApiError when it cannot be reverted */
export function beginRevert(account: Account, redirection: EndpointRedirection): void {
  const { status, completedAt = 0 } = redirection;
  if (status !== "completed")
    throw new ApiError(400, `Only a completed redirection can be reverted; this one is ${status}.`);
  if (account.now > completedAt + REVERTIBLE_MS)
    throw new ApiError(400, "A redirection can be reverted within 24 hours only.");
  redirection.isRevert = true;
  block(account, redirection, redirection.targetDatabaseId);
  account.transition(redirection, "in-progress");
  account.schedule(redirection, "reverted", account.duration("endpointRedirectionRevert"));
}

/** Called when a redirection reaches the state it was scheduled for. */
export function reachRedirectionState(
  account: Account,
  redirection: EndpointRedirection,
  state: string,
): void {
  if (state === "in-progress") {
    account.transition(redirection, "in-progress");
    account.schedule(redirection, "completed", account.duration("endpointRedirectionCreate") * 0.9);
    return;
  }
  if (state === "completed") {
    redirection.completedAt = account.now;
    swapEndpoints(account, redirection);
    if (redirection.duplicateACLs) duplicateRoles(account, redirection);
    account.transition(redirection, "completed");
  } else if (state === "reverted") {
    redirection.revertedAt = account.now;
    swapEndpoints(account, redirection);
    account.transition(redirection, "reverted");
  } else {
    // A fault.
    redirection.blocked = undefined;
    account.transition(redirection, "failed");
  }
}

function block(account: Account, redirection: EndpointRedirection, databaseId: number): void {
  redirection.blocked = { databaseId, until: account.now + BLOCKED_MS };
}

/** Each of the two databases has the dynamic endpoints of the other one; the second swap undoes the first. */
function swapEndpoints(account: Account, { sourceDatabaseId, targetDatabaseId }: EndpointRedirection): void {
  const [source, target] = [findDatabase(account, sourceDatabaseId), findDatabase(account, targetDatabaseId)];
  if (!source || !target) return;
  const names = [target.endpointName ?? target.id, source.endpointName ?? source.id];
  [source.endpointName, target.endpointName] = names;
}

/** Roles apply in the target as they do in the source. */
function duplicateRoles(account: Account, redirection: EndpointRedirection): void {
  const { sourceDatabaseId, targetDatabaseId: databaseId } = redirection;
  const target = findDatabase(account, databaseId);
  if (target === undefined) return;
  for (const { rules } of account.collection(ACL_ROLE).values()) {
    const isIn = (id: number) =>
      rules.some(({ databases }) => databases.some((one) => one.databaseId === id));
    if (isIn(databaseId)) continue;
    for (const { databases } of rules)
      if (databases.some((one) => one.databaseId === sourceDatabaseId))
        databases.push({ subscriptionId: target.subscriptionId, databaseId });
  }
}
