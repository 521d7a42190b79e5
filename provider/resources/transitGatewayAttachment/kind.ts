import { z } from "zod";
import { informative, maybe, resourceId } from "../../api/answers";
import { listByTask } from "../../api/lists";
import type { Kind } from "../../lifecycle/kind";
import { inBothForms, PRO_SUBSCRIPTION, pathIn, REGION_ID } from "../connectivity";
import { ATTACHMENT_ADVICE } from "./advice";

/** In place of the state of an attachment, for a gateway without one. */
const NOT_ATTACHED = "not attached";

const gateway = z
  .object({
    id: resourceId,
    awsTgwUid: maybe(z.string()),
    status: z.string(),
    attachmentUid: maybe(z.string()),
    attachmentStatus: maybe(z.string()),
    awsAccountId: informative(z.string()),
    cidrs: maybe(z.array(z.object({ cidrAddress: z.string(), status: informative(z.string()) }))),
  })
  .transform(({ status, attachmentStatus, cidrs = [], ...item }) => ({
    ...item,
    name: String(item.id),
    gatewayStatus: status,
    // Recorded: a gateway without an attachment has none of its fields.
    status: attachmentStatus ?? (item.attachmentUid === undefined ? NOT_ATTACHED : status),
    cidrs,
  }));
export type ListedGateway = z.infer<typeof gateway>;

/** Path of a transit gateway's attachment. */
export const attachmentPath = (place: object, tgwId: unknown): string =>
  `${pathIn({ ...place })}/transitGateways/${tgwId}/attachment`;

const kind: Kind<ListedGateway> = {
  name: "transitGatewayAttachment",
  noun: "attachment to transit gateway",
  parents: [PRO_SUBSCRIPTION, REGION_ID],
  cloud: "AWS",
  idArgument: "tgwId",
  idType: "number",
  isNameUnique: true,
  isReadByTask: true,
  openList: listByTask({
    path: (place) => `${pathIn(place)}/transitGateways`,
    item: gateway,
    id: "id",
    // Recorded: null for a while.
    answer: (list) =>
      z
        .object({ tgws: maybe(list) })
        .nullish()
        .transform((answer) => answer?.tgws ?? []),
    absent: [
      "TGW_DOES_NOT_EXIST",
      "TGW_CLOUD_PROVIDER_IS_NOT_SUPPORTED",
      "TGW_REGION_DOES_NOT_EXIST",
      "SUBSCRIPTION_NOT_FOUND",
    ],
  }),
  // The vendor's Terraform provider names these, with AWS's spelling for some: both spellings are accepted.
  states: {
    pending: new Set([
      "initiating-request",
      "initiatingRequest",
      "pending",
      "modifying",
      "rejecting",
      "failing",
      "rollingBack",
      "rolling-back",
    ]),
    // In the first two, it waits for the owner of the gateway.
    ready: new Set(["pendingAcceptance", "pending-acceptance", "available"]),
    resting: new Set(),
    deleting: new Set(["deleting"]),
    failed: new Set(["failed", "rejected"]),
  },
  // Of Active-Active subscriptions, no source has the names of tasks: these follow others.
  commands: {
    create: inBothForms("tgwAttachmentCreateRequest"),
    update: inBothForms("tgwUpdateCidrsRequest"),
    delete: inBothForms("tgwAttachmentDeleteRequest"),
    read: inBothForms("tgwGetRequest"),
  },
  passingRefusals: [],
  advice: ATTACHMENT_ADVICE,
  limits: { subscription: "parent", turnsNonActive: [], precedence: { create: 3, update: 3, delete: 1 } },
};

/** Transit gateways that are shared with a subscription or region, attached or not. API: `…/transitGateways`, a task. */
export const transitGatewayKind: Kind<ListedGateway> = {
  ...kind,
  name: "transitGateway",
  noun: "transit gateway",
  states: { ...kind.states, ready: new Set([...kind.states.ready, NOT_ATTACHED]) },
};

/** Attachments of the networks of Pro subscriptions to transit gateways, identified by the gateways. */
export const transitGatewayAttachmentKind: Kind<ListedGateway> = {
  ...kind,
  partOf: { list: transitGatewayKind, has: ({ status }) => status !== NOT_ATTACHED },
};
