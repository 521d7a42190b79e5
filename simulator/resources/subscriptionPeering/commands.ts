import type { Account } from "../../account";
import { type ErrorCode, requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import type { CommandHandlers } from "../../tasks/command";
import { requireVendorVpc } from "../connectivity";
import { activeSubscription, subscriptionOf } from "../subscription/find";
import type { Subscription } from "../subscription/state";
import { activeActivePeeringsAnswer, peeringsAnswer } from "./answer";
import type { PeeringCreateRequest, PeeringUpdateRequest } from "./requests";
import { requireAws, requireCidrs, requireGcp, requireUnpeered } from "./rules";
import { SUBSCRIPTION_PEERING, type SubscriptionPeering } from "./state";

/** The effects of tasks of peerings. The names of those of Active-Active subscriptions follow the names of others. */
export const subscriptionPeeringCommands = {
  peeringCreateRequest: createPeering,
  peeringUpdateRequest: updatePeering,
  peeringDeleteRequest: deletePeering,
  peeringListRequest: listPeerings,
  activeActivePeeringCreateRequest: createPeering,
  activeActivePeeringUpdateRequest: updatePeering,
  activeActivePeeringDeleteRequest: deletePeering,
  activeActivePeeringListRequest: listPeerings,
} satisfies CommandHandlers;

/** The path of a request: `regions` in those for Active-Active subscriptions. */
interface InPath {
  subscriptionId: number;
  isActiveActive: boolean;
}

interface OfOne extends InPath {
  peeringId: number;
}

function createPeering(
  account: Account,
  { subscriptionId, isActiveActive, body }: InPath & { body: PeeringCreateRequest },
  taskId: string,
): TaskResponse {
  const subscription = activeSubscription(account, subscriptionId);
  requireForm(
    subscription,
    isActiveActive,
    "CREATING_AN_ACTIVE_ACTIVE_VPC_PEERING_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION",
    "CREATING_A_SINGLE_REGION_VPC_PEERING_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION",
  );
  requireVendorVpc(subscription);
  const { sourceRegion } = body;
  const isThere = subscription.regions?.some(({ region }) => region === sourceRegion) ?? true;
  requireThat(isThere, "ACTIVE_ACTIVE_VPC_PEERING_INVALID_SOURCE_REGION_NAME");
  const { aws, gcp } =
    body.vpcProjectUid === undefined
      ? { aws: requireAws(subscription, body), gcp: undefined }
      : { aws: undefined, gcp: requireGcp(subscription, body) };
  const name = aws ? `${aws.awsAccountId}/${aws.vpcId}` : `${gcp?.projectUid}/${gcp?.networkName}`;
  requireUnpeered(account, subscriptionId, name, sourceRegion);
  const peering: SubscriptionPeering = {
    kind: "subscriptionPeering",
    id: account.newId(),
    name,
    subscriptionId,
    sourceRegion,
    aws,
    gcp,
    status: "initiating-request",
    visibleAt: account.now + account.duration("visibility"),
    change: 0,
  };
  account.add(peering, taskId);
  account.schedule(peering, aws ? "pending-acceptance" : "inactive", account.duration("peeringCreate"));
  return { resourceId: peering.id, additionalResourceId: subscriptionId };
}

/** Replaces the networks of the other side, at AWS only. No source tells of a state while they change. */
function updatePeering(
  account: Account,
  { body, ...path }: OfOne & { body: PeeringUpdateRequest },
  taskId: string,
): TaskResponse {
  const subscription = activeSubscription(account, path.subscriptionId);
  requireForm(
    subscription,
    path.isActiveActive,
    "UPDATING_AN_ACTIVE_ACTIVE_VPC_PEERING_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION",
    "UPDATING_A_SINGLE_REGION_VPC_PEERING_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION",
  );
  const peering = existingPeering(account, path);
  requireThat(peering.aws, "VPC_PEERING_BELONGS_TO_DIFFERENT_CLOUD_PROVIDER");
  requireThat(peering.status === "active", "VPC_PEERING_NOT_ACTIVE");
  peering.aws = { ...peering.aws, vpcCidrs: requireCidrs(subscription, body) };
  account.transition(peering, "active", taskId);
  return { resourceId: peering.id, additionalResourceId: path.subscriptionId };
}

/** Deletes a peering in whatever state it is. No source tells of a state while it is deleted: it is gone at once. */
function deletePeering(account: Account, path: OfOne): TaskResponse {
  requireForm(
    subscriptionOf(account, path.subscriptionId),
    path.isActiveActive,
    "DELETING_AN_ACTIVE_ACTIVE_VPC_PEERING_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION",
    "DELETING_SINGLE_REGION_VPC_PEERING_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION",
  );
  const peering = existingPeering(account, path);
  account.remove(peering);
  return { resourceId: peering.id, additionalResourceId: path.subscriptionId };
}

function listPeerings(account: Account, { subscriptionId, isActiveActive }: InPath): TaskResponse {
  const subscription = subscriptionOf(account, subscriptionId);
  requireForm(
    subscription,
    isActiveActive,
    "GETTING_ACTIVE_ACTIVE_SUBSCRIPTION_VPC_PEERINGS_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION",
    "GETTING_SINGLE_REGION_VPC_PEERINGS_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION",
  );
  const peerings = account.collection(SUBSCRIPTION_PEERING).inSubscription(subscriptionId);
  const visible = peerings.filter(({ visibleAt }) => visibleAt <= account.now);
  const resource = isActiveActive
    ? activeActivePeeringsAnswer(subscription, visible)
    : peeringsAnswer(subscription, visible);
  return { resourceId: subscriptionId, resource };
}

/** Each operation has a code for subscriptions of the other deployment type. */
function requireForm(
  { regions }: Subscription,
  isActiveActive: boolean,
  inSingleRegion: ErrorCode,
  inActiveActive: ErrorCode,
): void {
  requireThat(isActiveActive === (regions !== undefined), isActiveActive ? inSingleRegion : inActiveActive);
}

function existingPeering(
  account: Account,
  { subscriptionId, peeringId, isActiveActive }: OfOne,
): SubscriptionPeering {
  const peering = account.collection(SUBSCRIPTION_PEERING).get(peeringId);
  requireThat(
    peering?.subscriptionId === subscriptionId,
    isActiveActive ? "ACTIVE_ACTIVE_VPC_PEERING_NOT_FOUND" : "VPC_PEERING_NOT_FOUND",
  );
  return peering;
}
