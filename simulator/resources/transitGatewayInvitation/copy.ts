import { z } from "zod";
import { itemsOf } from "../../copy/answers";
import { withDefault } from "../../copy/fields";
import type { KindCopy } from "../../copy/kindCopy";
import { gatewayPlaces } from "../transitGateway/copy";
import { newGatewayUid } from "./gatewayUid";
import type { TransitGatewayInvitation } from "./state";

const shape = z.object({
  id: z.int(),
  name: withDefault(z.string(), ""),
  status: z.string(),
  resourceShareUid: withDefault(z.string(), ""),
  awsAccountId: withDefault(z.string(), ""),
  sharedDate: withDefault(z.string(), ""),
});

export const transitGatewayInvitationCopy: KindCopy<TransitGatewayInvitation> = {
  reads: (answers) =>
    gatewayPlaces(answers).map(({ path }) => ({
      path: `${path}/invitations`,
      byTask: {
        // What accepts invitations is what can be managed of them.
        kind: "transitGatewayInvitationAcceptor",
        absent: [
          "TGW_RESOURCE_SHARE_DOES_NOT_EXIST",
          "TGW_CLOUD_PROVIDER_IS_NOT_SUPPORTED",
          "TGW_REGION_DOES_NOT_EXIST",
        ],
      },
    })),
  resources: (answers, context) =>
    gatewayPlaces(answers).flatMap(({ place, path }) => {
      const answer = answers[`${path}/invitations`];
      // Recorded as `resources`; an older recording has `invitations`.
      const listed = [...itemsOf(answer, "resources"), ...itemsOf(answer, "invitations")];
      return context
        .parseAll(shape, listed, ({ id }) => `transit gateway invitation ${id}`)
        .map((invitation) => ({
          kind: "transitGatewayInvitation",
          ...invitation,
          ...place,
          // The API does not tell which gateway it is for, nor whether that accepts attachments by itself.
          awsTgwUid: newGatewayUid(context.random),
          isAutoAccepting: false,
        }));
    }),
  states: { pending: "rests", accepted: "rests", rejected: "rests", failed: "rests" },
  otherwise: "failed",
};
