import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import { type ConnectivityPlace, requireForm } from "../connectivity";
import { subscriptionOf } from "../subscription/find";
import { existingPrivateLink } from "./find";
import type { PrincipalCreateRequest, PrincipalDeleteRequest } from "./requests";
import { requirePrincipal } from "./rules";

/**
 * Adds a principal. The subscription need not be active: the vendor's Terraform provider adds one right after the
 * other. A principal without a type counts as an account: the document's example is one.
 */
export function createPrincipal(
  account: Account,
  { body, ...place }: ConnectivityPlace & { body: PrincipalCreateRequest },
  taskId: string,
): TaskResponse {
  const subscription = subscriptionOf(account, place.subscriptionId);
  requireForm(subscription, place, {
    inRegion: "PRIVATE_LINK_CREATING_PRINCIPLES_IS_NOT_ALLOWED_WITH_A_SINGLE_REGION_SUBSCRIPTION",
    inSubscription: "PRIVATE_LINK_CREATING_PRINCIPLES_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION",
  });
  const link = existingPrivateLink(account, place);
  const { principal, type = "aws_account", alias } = body;
  requirePrincipal(account, subscription, { principal, type });
  requireThat(
    !link.principals.some((other) => other.principal === principal),
    "PRIVATE_LINK_PRINCIPAL_ALREADY_EXISTS",
  );
  const associatedAt = account.now + account.duration("privateLinkPrincipalCreate");
  link.principals.push({ principal, type, ...(alias && { alias }), associatedAt });
  account.transition(link, link.status, taskId);
  return { resourceId: place.subscriptionId };
}

/** Removes a principal, and the connections of its account. */
export function deletePrincipal(
  account: Account,
  { body, ...place }: ConnectivityPlace & { body: PrincipalDeleteRequest },
  taskId: string,
): TaskResponse {
  requireForm(subscriptionOf(account, place.subscriptionId), place, {
    inRegion:
      "PRIVATE_LINK_DELETING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRINCIPALS_IS_NOT_ALLOWED_WITH_A_SINGLE_REGION_SUBSCRIPTION",
    inSubscription:
      "PRIVATE_LINK_DELETING_A_FLEXIBLE_SUBSCRIPTION_PRINCIPALS_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION",
  });
  const link = existingPrivateLink(account, place);
  const kept = link.principals.filter(({ principal }) => principal !== body.principal);
  requireThat(kept.length < link.principals.length, "PRIVATE_LINK_PRINCIPAL_NOT_FOUND");
  link.principals = kept;
  account.transition(link, link.status, taskId);
  return { resourceId: place.subscriptionId };
}
