/** Pulumi dynamic resource providers for the Redis Cloud REST API. */

export * from "./functions/accessControl";
export * from "./functions/activeActive";
export * from "./functions/catalog";
export * from "./functions/cloudAccounts";
export * from "./functions/connectivity";
export * from "./functions/databaseActions";
export * from "./functions/databases";
export * from "./functions/essentials";
export * from "./functions/logs";
export * from "./functions/paymentMethods";
export * from "./functions/privateConnectivity";
export * from "./functions/subscriptions";
export * from "./functions/team";
export * from "./functions/transitGateways";
export { AclRole, type AclRoleArgs } from "./resources/aclRole";
export type * from "./resources/aclRole/types";
export { AclRule, type AclRuleArgs } from "./resources/aclRule";
export type * from "./resources/aclRule/types";
export { AclUser, type AclUserArgs } from "./resources/aclUser";
export type * from "./resources/aclUser/types";
export type * from "./resources/actions/types";
export { ActiveActiveDatabase, type ActiveActiveDatabaseArgs } from "./resources/activeActiveDatabase";
export type * from "./resources/activeActiveDatabase/outputTypes";
export type * from "./resources/activeActiveDatabase/types";
export { ActiveActiveRegion, type ActiveActiveRegionArgs } from "./resources/activeActiveRegion";
export type * from "./resources/activeActiveRegion/types";
export {
  ActiveActiveSubscription,
  type ActiveActiveSubscriptionArgs,
} from "./resources/activeActiveSubscription";
export type * from "./resources/activeActiveSubscription/outputTypes";
export type * from "./resources/activeActiveSubscription/types";
export { CloudAccount, type CloudAccountArgs } from "./resources/cloudAccount";
export type * from "./resources/cloudAccount/types";
export { Database, type DatabaseArgs } from "./resources/database";
export type * from "./resources/database/outputTypes";
export type * from "./resources/database/types";
export { DatabaseBackup, type DatabaseBackupArgs } from "./resources/databaseBackup";
export type * from "./resources/databaseBackup/types";
export { DatabaseImport, type DatabaseImportArgs } from "./resources/databaseImport";
export type * from "./resources/databaseImport/types";
export { EndpointRedirection, type EndpointRedirectionArgs } from "./resources/endpointRedirection";
export type * from "./resources/endpointRedirection/types";
export { EssentialsDatabase, type EssentialsDatabaseArgs } from "./resources/essentialsDatabase";
export type * from "./resources/essentialsDatabase/outputTypes";
export type * from "./resources/essentialsDatabase/types";
export {
  EssentialsDatabaseBackup,
  type EssentialsDatabaseBackupArgs,
} from "./resources/essentialsDatabaseBackup";
export type * from "./resources/essentialsDatabaseBackup/types";
export {
  EssentialsDatabaseImport,
  type EssentialsDatabaseImportArgs,
} from "./resources/essentialsDatabaseImport";
export type * from "./resources/essentialsDatabaseImport/types";
export { EssentialsSubscription, type EssentialsSubscriptionArgs } from "./resources/essentialsSubscription";
export type * from "./resources/essentialsSubscription/outputTypes";
export type * from "./resources/essentialsSubscription/types";
export type * from "./resources/placeTypes";
export type * from "./resources/pricingTypes";
export { PrivateLink, type PrivateLinkArgs } from "./resources/privateLink";
export type * from "./resources/privateLink/types";
export { PrivateServiceConnect, type PrivateServiceConnectArgs } from "./resources/privateServiceConnect";
export type * from "./resources/privateServiceConnect/types";
export {
  PrivateServiceConnectEndpoint,
  type PrivateServiceConnectEndpointArgs,
} from "./resources/privateServiceConnectEndpoint";
export type * from "./resources/privateServiceConnectEndpoint/types";
export {
  PrivateServiceConnectEndpointAccepter,
  type PrivateServiceConnectEndpointAccepterArgs,
} from "./resources/privateServiceConnectEndpointAccepter";
export type * from "./resources/privateServiceConnectEndpointAccepter/types";
export type * from "./resources/sharedTypes";
export { Subscription, type SubscriptionArgs } from "./resources/subscription";
export type * from "./resources/subscription/outputTypes";
export type * from "./resources/subscription/types";
export {
  SubscriptionEncryptionKeys,
  type SubscriptionEncryptionKeysArgs,
} from "./resources/subscriptionEncryptionKeys";
export type * from "./resources/subscriptionEncryptionKeys/types";
export { SubscriptionPeering, type SubscriptionPeeringArgs } from "./resources/subscriptionPeering";
export type * from "./resources/subscriptionPeering/types";
export {
  TransitGatewayAttachment,
  type TransitGatewayAttachmentArgs,
} from "./resources/transitGatewayAttachment";
export type * from "./resources/transitGatewayAttachment/types";
export {
  TransitGatewayInvitationAcceptor,
  type TransitGatewayInvitationAcceptorArgs,
} from "./resources/transitGatewayInvitationAcceptor";
export type * from "./resources/transitGatewayInvitationAcceptor/types";
export { TransitGatewayRoutes, type TransitGatewayRoutesArgs } from "./resources/transitGatewayRoutes";
export type * from "./resources/transitGatewayRoutes/types";
