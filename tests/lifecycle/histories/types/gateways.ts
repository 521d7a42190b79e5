import type { TransitGatewayAttachment } from "../../../../simulator/resources/transitGatewayAttachment/state";
import type { TransitGatewayInvitation } from "../../../../simulator/resources/transitGatewayInvitation/state";
import { FIRST_REGION } from "./activeActive";
import { idIn, isInRegion } from "./connections";
import { type HistoryType, ofKind, type Resources } from "./type";

/** The only ones of a program. */
export const ATTACHMENT = "attachment-0";
const ACCEPTOR = "acceptor-0";
const ROUTES = "routes-0";

const placeIn = (parent: string, stateOf: Parameters<HistoryType["args"]>[1]) => ({
  subscriptionId: stateOf(parent).id,
  ...(isInRegion(parent) && { regionId: FIRST_REGION.regionId }),
});

/** Accepts what the owner of a gateway shares with its subscription. */
export const acceptor: HistoryType = {
  remains: true,
  args: ({ parent = "" }, stateOf, sharedWith) => {
    const place = placeIn(parent, stateOf);
    return { ...place, tgwInvitationId: sharedWith(place.subscriptionId).invitationId, action: "accept" };
  },
  held: (resources) =>
    ofKind<TransitGatewayInvitation>(resources, "transitGatewayInvitation").map(
      ({ id, subscriptionId, regionId, status }) => ({
        id: idIn(subscriptionId, regionId, id),
        name: ACCEPTOR,
        status: status === "accepted" ? "active" : status,
      }),
    ),
};

/** Its networks are those of the routes. */
export const attachment: HistoryType = {
  args: ({ parent = "" }, stateOf, sharedWith) => {
    const place = placeIn(parent, stateOf);
    return { ...place, tgwId: sharedWith(place.subscriptionId).gatewayId };
  },
  held: (resources) => attachmentsIn(resources).map((one) => ({ ...one, name: ATTACHMENT })),
};

const networksOf = (size: number): readonly string[] => [
  `10.3.${size % 100}.0/24`,
  `10.3.${(size % 100) + 1}.0/24`,
];

/** Two networks, one of which a change replaces. */
export const routes: HistoryType = {
  args: ({ parent = "", size }, stateOf, sharedWith) => {
    const place = placeIn(parent, stateOf);
    return { ...place, tgwId: sharedWith(place.subscriptionId).gatewayId, cidrs: networksOf(size) };
  },
  content: ({ size }) => [...networksOf(size)].sort().join(),
  held: (resources) =>
    attachmentsIn(resources)
      .filter(({ cidrs }) => cidrs.length > 0)
      .map(({ cidrs, ...one }) => ({ ...one, name: ROUTES, content: cidrs.toSorted().join() })),
  references: { TransitGatewayAttachment: ["tgwId"] },
};

/** Whoever has to accept it does so sooner or later. */
const USABLE: ReadonlySet<string> = new Set(["pendingAcceptance", "available"]);

const attachmentsIn = (resources: Resources) =>
  ofKind<TransitGatewayAttachment>(resources, "transitGatewayAttachment").map(
    ({ id, subscriptionId, regionId, status, cidrs }) => ({
      id: idIn(subscriptionId, regionId, id),
      status: USABLE.has(status) ? "active" : status,
      cidrs,
    }),
  );
