import type { Inputs } from "@pulumi/pulumi";
import type { Entry, Sample, World } from "./refusalTable";

/*
 * The part of the table that concerns transit gateways.
 */

/** Arguments that are accepted. */
export const GATEWAY_BASE = {
  TransitGatewayAttachment: ({ main }: World): Inputs => ({ subscriptionId: main, tgwId: 1 }),
};

/** The request that creates an attachment. */
export function gatewayRequest({ subscriptionId, regionId, tgwId, ...body }: Inputs) {
  const region = regionId === undefined ? "" : `/regions/${regionId}`;
  const path = `/subscriptions/${subscriptionId}${region}/transitGateways/${tgwId}/attachment`;
  return { method: "POST", path, body };
}

const attachment = (args: Sample["args"], property: string): Sample => ({
  type: "TransitGatewayAttachment",
  args,
  property,
});

const FORM = "The check of new resources refuses the other form; the form of a subscription does not change.";
const STATE = "State of the server at the time of the request, or of what the other side does.";

export const GATEWAY_REFUSALS: Readonly<Record<string, Entry>> = {
  TGW_ACCEPTING_AN_ACTIVE_ACTIVE_TGW_RESOURCE_SHARE_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION: {
    noCheck: FORM,
  },
  TGW_ACCEPTING_A_FLEXIBLE_SUBSCRIPTION_TGW_RESOURCE_SHARE_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    { noCheck: FORM },
  TGW_ATTACHMENT_CIDRS_ARE_THE_SAME_AS_EXISTING_ONES: {
    noCheck: "Not sent: the provider compares with what the attachment has.",
  },
  TGW_ATTACHMENT_CIDRS_INVALID_LENGTH: {
    noCheck: "Check rejects it; the simulator wants an attachment first, which the test lacks.",
  },
  TGW_ATTACHMENT_CIDRS_REQUEST_CONTAINS_DUPLICATES: {
    noCheck: "Check rejects it; the simulator wants an attachment first, which the test lacks.",
  },
  TGW_ATTACHMENT_DOES_NOT_EXIST: { noCheck: STATE },
  TGW_ATTACHMENT_IS_NOT_ACTIVE: { noCheck: STATE },
  TGW_CLOUD_PROVIDER_IS_NOT_SUPPORTED: attachment(
    ({ google }) => ({ subscriptionId: google }),
    "subscriptionId",
  ),
  TGW_CREATING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_TGW_ATTACHMENT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION:
    attachment({ regionId: 1 }, "regionId"),
  TGW_CREATING_A_FLEXIBLE_SUBSCRIPTION_TGW_ATTACHMENT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    attachment(({ global }) => ({ subscriptionId: global }), "regionId"),
  TGW_DELETING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_TGW_ATTACHMENT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION: {
    noCheck: FORM,
  },
  TGW_DELETING_A_FLEXIBLE_SUBSCRIPTION_TGW_ATTACHMENT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION: {
    noCheck: FORM,
  },
  TGW_DOES_NOT_EXIST: { noCheck: STATE },
  TGW_GETTING_ACTIVE_ACTIVE_SUBSCRIPTION_TGW_INVITATIONS_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION: {
    noCheck: FORM,
  },
  TGW_GETTING_ACTIVE_ACTIVE_SUBSCRIPTION_TGW_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION: {
    noCheck: FORM,
  },
  TGW_GETTING_SINGLE_REGION_TGWS_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION: { noCheck: FORM },
  TGW_GETTING_SINGLE_REGION_TGW_INVITATIONS_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION: { noCheck: FORM },
  TGW_REGION_DOES_NOT_EXIST: attachment(
    ({ global }) => ({ subscriptionId: global, regionId: 99 }),
    "regionId",
  ),
  TGW_REJECTING_AN_ACTIVE_ACTIVE_TGW_RESOURCE_SHARE_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION: {
    noCheck: FORM,
  },
  TGW_REJECTING_A_FLEXIBLE_SUBSCRIPTION_TGW_RESOURCE_SHARE_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    { noCheck: FORM },
  TGW_RESOURCE_SHARE_DOES_NOT_EXIST: { noCheck: STATE },
  TGW_UPDATING_AN_ACTIVE_ACTIVE_TGW_ATTACHMENT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION: { noCheck: FORM },
  TGW_UPDATING_A_FLEXIBLE_SUBSCRIPTION_TGW_ATTACHMENT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION: {
    noCheck: FORM,
  },
};
