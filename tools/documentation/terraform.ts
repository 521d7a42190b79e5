/** What of this package does the same as something of the vendor's Terraform provider, and how it differs. */
export interface Counterpart {
  /** Names of classes and functions of this package; those that it does not have yet are planned. */
  readonly names: readonly string[];
  readonly note?: string;
}

const one = (name: string, note?: string): Counterpart => ({ names: [name], note });

const REGIONAL = "With `regionId`, the same class serves Active-Active subscriptions.";
const REGIONAL_LOOKUP = "With `regionId`, the same function serves Active-Active subscriptions.";

/** The resources of Terraform's `rediscloud` provider 2.11, without the prefix `rediscloud_`. */
export const RESOURCES: Readonly<Record<string, Counterpart>> = {
  acl_role: one("AclRole"),
  acl_rule: one("AclRule"),
  acl_user: one("AclUser", "A new password updates the user instead of replacing it."),
  active_active_private_link: one("PrivateLink", REGIONAL),
  active_active_private_service_connect: one("PrivateServiceConnect", REGIONAL),
  active_active_private_service_connect_endpoint: one("PrivateServiceConnectEndpoint", REGIONAL),
  active_active_private_service_connect_endpoint_accepter: one(
    "PrivateServiceConnectEndpointAccepter",
    REGIONAL,
  ),
  active_active_subscription: one("ActiveActiveSubscription"),
  active_active_subscription_database: one("ActiveActiveDatabase"),
  active_active_subscription_peering: one(
    "SubscriptionPeering",
    "The same class serves Active-Active subscriptions.",
  ),
  active_active_subscription_regions: one("ActiveActiveRegion", "One resource for each added region."),
  active_active_transit_gateway_attachment: one("TransitGatewayAttachment", REGIONAL),
  active_active_transit_gateway_invitation_acceptor: one("TransitGatewayInvitationAcceptor", REGIONAL),
  active_active_transit_gateway_route: one("TransitGatewayRoutes", REGIONAL),
  cloud_account: one("CloudAccount"),
  essentials_database: one("EssentialsDatabase"),
  essentials_subscription: one("EssentialsSubscription"),
  private_link: one("PrivateLink"),
  private_service_connect: one("PrivateServiceConnect"),
  private_service_connect_endpoint: one("PrivateServiceConnectEndpoint"),
  private_service_connect_endpoint_accepter: one("PrivateServiceConnectEndpointAccepter"),
  subscription: {
    names: ["Subscription", "SubscriptionEncryptionKeys"],
    note: "Customer-managed keys need one run, not two.",
  },
  subscription_database: one("Database"),
  subscription_peering: one("SubscriptionPeering"),
  transit_gateway_attachment: one("TransitGatewayAttachment"),
  transit_gateway_invitation_acceptor: one("TransitGatewayInvitationAcceptor"),
  transit_gateway_route: one(
    "TransitGatewayRoutes",
    "Or `cidrs` of the attachment, where the gateway accepts by itself.",
  ),
};

/** Its data sources, without the prefix. */
export const DATA_SOURCES: Readonly<Record<string, Counterpart>> = {
  acl_role: one("getAclRole"),
  acl_rule: one("getAclRule"),
  acl_user: one("getAclUser"),
  active_active_private_link: one("getPrivateLink", REGIONAL_LOOKUP),
  active_active_private_link_endpoint_script: one("getPrivateLinkEndpointScript", REGIONAL_LOOKUP),
  active_active_private_service_connect: one("getPrivateServiceConnect", REGIONAL_LOOKUP),
  active_active_private_service_connect_endpoints: one(
    "getPrivateServiceConnectEndpoints",
    `${REGIONAL_LOOKUP} The scripts have look-ups of their own.`,
  ),
  active_active_subscription: one("getActiveActiveSubscription"),
  active_active_subscription_database: one("getActiveActiveDatabase"),
  active_active_subscription_regions: one("getActiveActiveRegions"),
  active_active_transit_gateway: one("getTransitGateways", REGIONAL_LOOKUP),
  active_active_transit_gateway_invitations: one("getTransitGatewayInvitations", REGIONAL_LOOKUP),
  cloud_account: one("getCloudAccount"),
  data_persistence: one("getDataPersistenceOptions"),
  database: {
    names: ["getDatabase", "getDatabaseBackupStatus", "getDatabaseImportStatus"],
    note: "The latest backup and import have look-ups of their own.",
  },
  database_modules: one("getDatabaseModules", "With their parameters."),
  essentials_database: {
    names: ["getEssentialsDatabase", "getDatabaseBackupStatus", "getDatabaseImportStatus"],
    note: "The latest backup and import have look-ups of their own.",
  },
  essentials_plan: one("getEssentialsPlan"),
  essentials_subscription: one("getEssentialsSubscription"),
  payment_method: one("getPaymentMethod"),
  private_link: one("getPrivateLink"),
  private_link_endpoint_script: one("getPrivateLinkEndpointScript"),
  private_service_connect: one("getPrivateServiceConnect"),
  private_service_connect_endpoints: one(
    "getPrivateServiceConnectEndpoints",
    "The scripts have look-ups of their own.",
  ),
  regions: one("getRegions"),
  subscription: {
    names: ["getSubscription", "getSubscriptionPricing"],
    note: "Pricing is part of the first, too.",
  },
  subscription_peerings: one("getSubscriptionPeerings"),
  transit_gateway: one("getTransitGateways"),
  transit_gateway_invitations: one("getTransitGatewayInvitations"),
};

/** What this package has beyond it. */
export const BEYOND: readonly string[] = [
  "DatabaseBackup",
  "DatabaseImport",
  "EssentialsDatabaseBackup",
  "EssentialsDatabaseImport",
  "EndpointRedirection",
  "getAccount",
  "getUsers",
  "getSystemLogs",
  "getSessionLogs",
  "getDatabaseCertificate",
  "getDatabaseTags",
  "getQueryPerformanceFactors",
  "getRedisVersions",
  "getAvailableTargetVersions",
];
