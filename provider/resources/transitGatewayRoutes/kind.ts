import type { Kind } from "../../lifecycle/kind";
import { inBothForms } from "../connectivity";
import {
  type ListedGateway,
  transitGatewayAttachmentKind,
  transitGatewayKind,
} from "../transitGatewayAttachment/kind";

/**
 * Networks of attachments to transit gateways, identified by the gateways: a setting of the attachments. API: `PUT
 * …/transitGateways/{TgwId}/attachment`.
 */
export const transitGatewayRoutesKind: Kind<ListedGateway> = {
  ...transitGatewayAttachmentKind,
  name: "transitGatewayRoutes",
  noun: "routes through transit gateway",
  partOf: { list: transitGatewayKind, has: ({ cidrs }) => cidrs.length > 0 },
  commands: {
    create: inBothForms("tgwUpdateCidrsRequest"),
    update: inBothForms("tgwUpdateCidrsRequest"),
    delete: inBothForms("tgwUpdateCidrsRequest"),
  },
  limits: { subscription: "parent", turnsNonActive: [], precedence: { create: 3, update: 3, delete: 1 } },
};
