import type { Type } from "../declared";
import { aclRole, aclRule, aclUser } from "./accessControl";
import { backup, databaseImport } from "./actions";
import { activeActiveDatabase, activeActiveRegion, activeActiveSubscription } from "./activeActive";
import { accepter, endpoint, peering, privateLink, privateServiceConnect } from "./connections";
import { essentialsDatabase, essentialsSubscription } from "./essentials";
import { acceptor, attachment, routes } from "./gateways";
import { cloudAccount, database, encryptionKeys, subscription } from "./pro";
import { endpointRedirection } from "./redirections";
import type { HistoryType } from "./type";

/** The types of resources in histories. */
export const TYPES: Readonly<Record<Type, HistoryType>> = {
  CloudAccount: cloudAccount,
  Subscription: subscription,
  ActiveActiveSubscription: activeActiveSubscription,
  EssentialsSubscription: essentialsSubscription,
  SubscriptionEncryptionKeys: encryptionKeys,
  ActiveActiveRegion: activeActiveRegion,
  Database: database,
  ActiveActiveDatabase: activeActiveDatabase,
  EssentialsDatabase: essentialsDatabase,
  SubscriptionPeering: peering,
  PrivateLink: privateLink,
  PrivateServiceConnect: privateServiceConnect,
  PrivateServiceConnectEndpoint: endpoint,
  PrivateServiceConnectEndpointAccepter: accepter,
  TransitGatewayInvitationAcceptor: acceptor,
  TransitGatewayAttachment: attachment,
  TransitGatewayRoutes: routes,
  DatabaseBackup: backup,
  DatabaseImport: databaseImport,
  EndpointRedirection: endpointRedirection,
  AclRule: aclRule,
  AclRole: aclRole,
  AclUser: aclUser,
};

/** The `commandType`s of the tasks of actions. */
export const ACTIONS: Readonly<Partial<Record<Type, string>>> = {
  DatabaseBackup: "databaseBackupRequest",
  DatabaseImport: "databaseImportRequest",
};
