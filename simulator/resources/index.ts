import type { ResourceKind } from "../kind";
import { aclRole } from "./aclRole";
import { aclRule } from "./aclRule";
import { aclUser } from "./aclUser";
import { activeActiveRegion } from "./activeActiveRegion";
import { cloudAccount } from "./cloudAccount";
import { costReport } from "./costReport";
import { database } from "./database";
import { endpointRedirection } from "./endpointRedirection";
import { essentialsDatabase } from "./essentialsDatabase";
import { essentialsSubscription } from "./essentialsSubscription";
import { privateLink } from "./privateLink";
import { privateServiceConnect } from "./privateServiceConnect";
import { privateServiceConnectEndpoint } from "./privateServiceConnectEndpoint";
import { subscription } from "./subscription";
import { subscriptionPeering } from "./subscriptionPeering";
import { transitGateway } from "./transitGateway";
import { transitGatewayAttachment } from "./transitGatewayAttachment";
import { transitGatewayInvitation } from "./transitGatewayInvitation";

/** The kinds of resources that the simulated Redis Cloud has. */
export const KINDS: readonly ResourceKind[] = [
  cloudAccount,
  subscription,
  database,
  essentialsSubscription,
  essentialsDatabase,
  activeActiveRegion,
  privateServiceConnect,
  privateServiceConnectEndpoint,
  privateLink,
  subscriptionPeering,
  transitGatewayInvitation,
  transitGateway,
  transitGatewayAttachment,
  aclRule,
  aclRole,
  aclUser,
  costReport,
  endpointRedirection,
];
