import { z } from "zod";
import { informative, maybe, resourceId } from "../../api/answers";
import { listByTask } from "../../api/lists";
import { NO_COMMAND } from "../../lifecycle/commands";
import type { Kind } from "../../lifecycle/kind";
import { inBothForms, PRO_SUBSCRIPTION, pathIn, REGION_ID } from "../connectivity";
import { INVITATION_ADVICE } from "./advice";

const invitation = z.object({
  id: resourceId,
  status: z.string(),
  name: maybe(z.string()),
  resourceShareUid: maybe(z.string()),
  awsAccountId: informative(z.string()),
  sharedDate: informative(z.string()),
});
export type ListedInvitation = z.infer<typeof invitation>;

/** Path of the invitations in a place. */
export const invitationsPath = (place: Readonly<Record<string, unknown>>): string =>
  `${pathIn(place)}/transitGateways/invitations`;

/** States of an invitation that somebody has accepted or rejected. */
export const DECIDED: ReadonlySet<string> = new Set(["accepted", "rejected"]);

const openList = listByTask({
  path: invitationsPath,
  item: invitation,
  id: "id",
  // Recorded as `resources`; an older recording has `invitations`.
  answer: (list) =>
    z
      .object({ resources: maybe(list), invitations: maybe(list) })
      .nullish()
      .transform((answer) => answer?.resources ?? answer?.invitations ?? []),
  absent: [
    "TGW_RESOURCE_SHARE_DOES_NOT_EXIST",
    "TGW_CLOUD_PROVIDER_IS_NOT_SUPPORTED",
    "TGW_REGION_DOES_NOT_EXIST",
    "SUBSCRIPTION_NOT_FOUND",
  ],
});

/** The tasks that accept and reject. No source has their names in Active-Active subscriptions: these follow others. */
const DECISIONS = inBothForms("tgwAcceptInvitationRequest", "tgwRejectInvitationRequest");

const kind: Kind<ListedInvitation> = {
  name: "transitGatewayInvitationAcceptor",
  noun: "acceptor of transit gateway invitation",
  parents: [PRO_SUBSCRIPTION, REGION_ID],
  idArgument: "tgwInvitationId",
  idType: "number",
  isNameUnique: true,
  isReadByTask: true,
  openList,
  states: {
    pending: new Set(),
    ready: DECIDED,
    resting: new Set(),
    deleting: new Set(),
    failed: new Set(["failed"]),
  },
  commands: {
    create: DECISIONS,
    update: DECISIONS,
    delete: NO_COMMAND,
    // The first name is the vendor's, the second one of an older recording.
    read: inBothForms("tgwInvitationsGetRequest", "tgwListInvitationsRequest"),
  },
  passingRefusals: [],
  advice: INVITATION_ADVICE,
  limits: { subscription: "parent", turnsNonActive: [], precedence: { create: 3, update: 3, delete: 3 } },
};

/**
 * Invitations to transit gateways. API: `…/transitGateways/invitations`, whose read is a task. They appear when the
 * owner of a gateway shares it in AWS.
 */
export const transitGatewayInvitationKind: Kind<ListedInvitation> = {
  ...kind,
  name: "transitGatewayInvitation",
  noun: "transit gateway invitation",
  states: { ...kind.states, ready: new Set(["pending", ...DECIDED]) },
};

/** Decisions about invitations, identified by the invitations: those that are accepted or rejected. */
export const transitGatewayInvitationAcceptorKind: Kind<ListedInvitation> = {
  ...kind,
  partOf: { list: transitGatewayInvitationKind, has: ({ status }) => DECIDED.has(status) },
};
