import { z } from "zod";
import { type Answers, itemsOf } from "../../copy/answers";
import type { CopyContext } from "../../copy/context";
import { maybe, withDefault } from "../../copy/fields";
import type { KindCopy } from "../../copy/kindCopy";
import { type ListedPlace, listedPlaces } from "../connectivityCopy";
import { TRANSIT_GATEWAY_ATTACHMENT } from "../transitGatewayAttachment/state";
import type { TransitGateway } from "./state";

const shape = z.object({
  id: z.int(),
  awsTgwUid: withDefault(z.string(), ""),
  awsAccountId: withDefault(z.string(), ""),
  status: z.string(),
  attachmentUid: maybe(z.string()),
  attachmentStatus: maybe(z.string()),
  cidrs: withDefault(z.array(z.object({ cidrAddress: z.string() })), []),
});
type ListedGateway = z.infer<typeof shape>;

/** Where transit gateways can be shared, with the path of their list. */
export const gatewayPlaces = (answers: Answers): ListedPlace[] =>
  listedPlaces(answers, ({ provider }) => provider === "AWS").map(({ place, path }) => ({
    place,
    path: `${path}/transitGateways`,
  }));

/** The gateways that an account lists, with their attachments. */
export function listedGateways(
  answers: Answers,
  context: CopyContext,
): (ListedPlace & { gateway: ListedGateway })[] {
  return gatewayPlaces(answers).flatMap(({ place, path }) =>
    context
      .parseAll(shape, itemsOf(answers[path], "tgws"), ({ id }) => `transit gateway ${id}`)
      .map((gateway) => ({ place, path, gateway })),
  );
}

export const transitGatewayCopy: KindCopy<TransitGateway> = {
  reads: (answers) =>
    gatewayPlaces(answers).map(({ path }) => ({
      path,
      byTask: {
        kind: TRANSIT_GATEWAY_ATTACHMENT,
        absent: ["TGW_DOES_NOT_EXIST", "TGW_CLOUD_PROVIDER_IS_NOT_SUPPORTED", "TGW_REGION_DOES_NOT_EXIST"],
      },
    })),
  resources: (answers, context) =>
    listedGateways(answers, context).map(({ place, gateway: { id, status, awsTgwUid, awsAccountId } }) => ({
      kind: "transitGateway",
      ...place,
      ...{ id, status, name: awsTgwUid, awsTgwUid, awsAccountId },
      // The API does not tell.
      isAutoAccepting: false,
    })),
  states: { available: "rests", failed: "rests" },
  otherwise: "available",
};
