import type { AclRoleDurations } from "./aclRole/durations";
import type { AclRuleDurations } from "./aclRule/durations";
import type { AclUserDurations } from "./aclUser/durations";
import type { ActiveActiveRegionDurations } from "./activeActiveRegion/durations";
import type { CloudAccountDurations } from "./cloudAccount/durations";
import type { DatabaseDurations } from "./database/durations";
import type { EndpointRedirectionDurations } from "./endpointRedirection/durations";
import type { EssentialsDatabaseDurations } from "./essentialsDatabase/durations";
import type { EssentialsSubscriptionDurations } from "./essentialsSubscription/durations";
import type { PrivateLinkDurations } from "./privateLink/durations";
import type { PrivateServiceConnectDurations } from "./privateServiceConnect/durations";
import type { PrivateServiceConnectEndpointDurations } from "./privateServiceConnectEndpoint/durations";
import type { SubscriptionDurations } from "./subscription/durations";
import type { SubscriptionPeeringDurations } from "./subscriptionPeering/durations";
import type { TransitGatewayAttachmentDurations } from "./transitGatewayAttachment/durations";
import type { TransitGatewayInvitationDurations } from "./transitGatewayInvitation/durations";

/** Durations of operations on resources, in SIMULATED seconds. */
export interface ResourceDurations
  extends SubscriptionDurations,
    DatabaseDurations,
    EssentialsSubscriptionDurations,
    EssentialsDatabaseDurations,
    ActiveActiveRegionDurations,
    EndpointRedirectionDurations,
    PrivateServiceConnectDurations,
    PrivateServiceConnectEndpointDurations,
    PrivateLinkDurations,
    CloudAccountDurations,
    SubscriptionPeeringDurations,
    TransitGatewayInvitationDurations,
    TransitGatewayAttachmentDurations,
    AclRuleDurations,
    AclRoleDurations,
    AclUserDurations {}
