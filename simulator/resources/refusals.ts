import { ACL_ROLE_REFUSALS } from "./aclRole/refusals";
import { ACL_RULE_ADDITIONAL_INFO, ACL_RULE_REFUSALS } from "./aclRule/refusals";
import { ACL_USER_ADDITIONAL_INFO, ACL_USER_REFUSALS } from "./aclUser/refusals";
import { ACTIVE_ACTIVE_REGION_REFUSALS } from "./activeActiveRegion/refusals";
import { CLOUD_ACCOUNT_REFUSALS } from "./cloudAccount/refusals";
import { COST_REPORT_REFUSALS } from "./costReport/refusals";
import { ACTIVE_ACTIVE_DATABASE_REFUSALS } from "./database/activeActiveRefusals";
import { DATABASE_REFUSALS } from "./database/refusals";
import { ESSENTIALS_DATABASE_REFUSALS } from "./essentialsDatabase/refusals";
import { ESSENTIALS_SUBSCRIPTION_REFUSALS } from "./essentialsSubscription/refusals";
import { PRIVATE_LINK_REFUSALS } from "./privateLink/refusals";
import { PRIVATE_SERVICE_CONNECT_REFUSALS } from "./privateServiceConnect/refusals";
import { PRIVATE_SERVICE_CONNECT_ENDPOINT_REFUSALS } from "./privateServiceConnectEndpoint/refusals";
import { ACTIVE_ACTIVE_SUBSCRIPTION_REFUSALS } from "./subscription/activeActiveRefusals";
import { SUBSCRIPTION_REFUSALS } from "./subscription/refusals";
import { SUBSCRIPTION_PEERING_REFUSALS } from "./subscriptionPeering/refusals";
import { TRANSIT_GATEWAY_REFUSALS } from "./transitGateway/refusals";
import { TRANSIT_GATEWAY_ATTACHMENT_REFUSALS } from "./transitGatewayAttachment/refusals";
import { TRANSIT_GATEWAY_INVITATION_REFUSALS } from "./transitGatewayInvitation/refusals";

/**
 * Codes with which a task ends in `processing-error`, from the API's list (`ProcessorResponse.error` in the OpenAPI
 * document), with their default descriptions.
 */
export const DESCRIPTIONS = {
  GENERAL_ERROR: "The request could not be processed.",
  ...ACL_ROLE_REFUSALS,
  ...ACL_RULE_REFUSALS,
  ...ACL_USER_REFUSALS,
  ...ACTIVE_ACTIVE_REGION_REFUSALS,
  ...CLOUD_ACCOUNT_REFUSALS,
  ...COST_REPORT_REFUSALS,
  ...ACTIVE_ACTIVE_DATABASE_REFUSALS,
  ...DATABASE_REFUSALS,
  ...ESSENTIALS_DATABASE_REFUSALS,
  ...ESSENTIALS_SUBSCRIPTION_REFUSALS,
  ...PRIVATE_LINK_REFUSALS,
  ...PRIVATE_SERVICE_CONNECT_REFUSALS,
  ...PRIVATE_SERVICE_CONNECT_ENDPOINT_REFUSALS,
  ...ACTIVE_ACTIVE_SUBSCRIPTION_REFUSALS,
  ...SUBSCRIPTION_REFUSALS,
  ...SUBSCRIPTION_PEERING_REFUSALS,
  ...TRANSIT_GATEWAY_REFUSALS,
  ...TRANSIT_GATEWAY_ATTACHMENT_REFUSALS,
  ...TRANSIT_GATEWAY_INVITATION_REFUSALS,
} as const;

/** `response.additionalInfo` of refusals, by code. */
export const ADDITIONAL_INFO: Readonly<Partial<Record<string, string>>> = {
  ...ACL_RULE_ADDITIONAL_INFO,
  ...ACL_USER_ADDITIONAL_INFO,
};
