import { Hono } from "hono";
import type { Account } from "../../account";
import { acceptorOf, type Environment } from "../../http/environment";
import type { ResourceKind } from "../../kind";
import { requireThat } from "../../refusal";
import { isTask, type Stateful, type TaskResponse } from "../../resource";
import type { CommandHandlers } from "../../tasks/command";
import {
  CONNECTIVITY_PATHS,
  type ConnectivityPlace,
  commandIn,
  inBothForms,
  requireForm,
} from "../connectivity";
import { subscriptionOf } from "../subscription/find";
import { TRANSIT_GATEWAY_ATTACHMENT } from "../transitGatewayAttachment/state";
import { transitGatewayCopy } from "./copy";
import { gatewayPlaceInPath, gatewaysIn, requireRegion } from "./find";
import { TRANSIT_GATEWAY, type TransitGateway } from "./state";

const commands = inBothForms({ tgwGetRequest: getGateways }) satisfies CommandHandlers;

/** Recorded: a gateway that is not attached lacks the fields of an attachment, and has an empty list of CIDRs. */
function getGateways(account: Account, place: ConnectivityPlace): TaskResponse {
  const subscription = subscriptionOf(account, place.subscriptionId);
  requireForm(subscription, place, {
    inRegion: "TGW_GETTING_ACTIVE_ACTIVE_SUBSCRIPTION_TGW_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION",
    inSubscription: "TGW_GETTING_SINGLE_REGION_TGWS_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION",
  });
  requireRegion(subscription, place);
  requireThat(subscription.provider === "AWS", "TGW_CLOUD_PROVIDER_IS_NOT_SUPPORTED");
  const attachments = account.collection(TRANSIT_GATEWAY_ATTACHMENT);
  const tgws = gatewaysIn(account, place).map(({ id, awsTgwUid, awsAccountId, status }) => {
    const attachment = attachments.get(id);
    const cidrStatus = attachment?.status === "modifying" ? "pending" : "active";
    return {
      id,
      awsTgwUid,
      ...(attachment?.attachmentUid && { attachmentUid: attachment.attachmentUid }),
      status,
      ...(attachment && { attachmentStatus: attachment.status }),
      awsAccountId,
      cidrs: (attachment?.cidrs ?? []).map((cidrAddress) => ({ cidrAddress, status: cidrStatus })),
    };
  });
  return { resourceId: place.subscriptionId, resource: { tgws } };
}

const accept = acceptorOf(commands);

const routes = new Hono<Environment>({ strict: false });
for (const place of CONNECTIVITY_PATHS) {
  routes.get(`${place}/transitGateways`, (context) => {
    const at = gatewayPlaceInPath(context);
    return accept(context, commandIn(at, "tgwGetRequest"), at);
  });
}

/** Removes the gateways of a subscription that is gone. */
function forgetSubscription(account: Account, item: Stateful, state: string): void {
  if (state !== "gone" || isTask(item) || item.kind !== "subscription") return;
  for (const gateway of account.collection(TRANSIT_GATEWAY).inSubscription(Number(item.id)))
    account.remove(gateway);
}

/** Transit gateways are the customer's: they appear when an invitation is accepted. */
export const transitGateway: ResourceKind<TransitGateway> = {
  name: TRANSIT_GATEWAY,
  path: "/subscriptions/:subscriptionId/transitGateways/:tgwId",
  routes,
  commands,
  durations: {},
  describe: (_, { awsTgwUid, awsAccountId }) => ({ facts: [awsTgwUid, awsAccountId] }),
  reach: (account, gateway, state) =>
    account.transition(gateway, state === "available" ? "available" : "failed"),
  observe: forgetSubscription,
  copy: transitGatewayCopy,
};
