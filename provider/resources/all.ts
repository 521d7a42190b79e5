import type { AnyDeclaration } from "../operations/declaration";
import { aclRole } from "./aclRole";
import { aclRule } from "./aclRule";
import { aclUser } from "./aclUser";
import { activeActiveDatabase } from "./activeActiveDatabase";
import { activeActiveRegion } from "./activeActiveRegion";
import { activeActiveSubscription } from "./activeActiveSubscription";
import { cloudAccount } from "./cloudAccount";
import { database } from "./database";
import { databaseBackup } from "./databaseBackup";
import { databaseImport } from "./databaseImport";
import { endpointRedirection } from "./endpointRedirection";
import { essentialsDatabase } from "./essentialsDatabase";
import { essentialsDatabaseBackup } from "./essentialsDatabaseBackup";
import { essentialsDatabaseImport } from "./essentialsDatabaseImport";
import { essentialsSubscription } from "./essentialsSubscription";
import { privateLink } from "./privateLink";
import { privateServiceConnect } from "./privateServiceConnect";
import { privateServiceConnectEndpoint } from "./privateServiceConnectEndpoint";
import { privateServiceConnectEndpointAccepter } from "./privateServiceConnectEndpointAccepter";
import { subscription } from "./subscription";
import { subscriptionEncryptionKeys } from "./subscriptionEncryptionKeys";
import { subscriptionPeering } from "./subscriptionPeering";
import { transitGatewayAttachment } from "./transitGatewayAttachment";
import { transitGatewayInvitationAcceptor } from "./transitGatewayInvitationAcceptor";
import { transitGatewayRoutes } from "./transitGatewayRoutes";

/** All kinds of resource in this package. A kind comes after those that it is in or refers to. */
export const DECLARATIONS = [
  cloudAccount,
  subscription,
  database,
  essentialsSubscription,
  essentialsDatabase,
  activeActiveSubscription,
  subscriptionEncryptionKeys,
  activeActiveRegion,
  activeActiveDatabase,
  subscriptionPeering,
  privateServiceConnect,
  privateServiceConnectEndpoint,
  privateServiceConnectEndpointAccepter,
  privateLink,
  transitGatewayInvitationAcceptor,
  transitGatewayAttachment,
  transitGatewayRoutes,
  aclRule,
  aclRole,
  aclUser,
  databaseBackup,
  essentialsDatabaseBackup,
  databaseImport,
  essentialsDatabaseImport,
  endpointRedirection,
] as unknown as readonly AnyDeclaration[];
