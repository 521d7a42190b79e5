import { z } from "zod";
import type { Declaration } from "../../operations/declaration";
import { type Args, resource } from "../../pulumi/resource";
import { asSetOfTexts } from "../canonical";
import { commonFields, only } from "../common";
import { network } from "../connectivity";
import { resourceId, text } from "../schemas";
import { type ListedPeering, peeringsPath, subscriptionPeeringKind } from "./kind";
import { peeringProblems, verifyPeering } from "./rules";
import type { SubscriptionPeeringInputs, SubscriptionPeeringOutputs } from "./types";

/** Arguments of {@link SubscriptionPeering}. */
export type SubscriptionPeeringArgs = Args<SubscriptionPeeringInputs>;

const fields: Declaration<SubscriptionPeeringInputs, ListedPeering>["fields"] = {
  ...commonFields,
  subscriptionId: { schema: resourceId, change: "replace", reference: (id) => id },
  sourceRegion: {
    schema: text.optional(),
    change: "replace",
    observed: ({ sourceRegion }) => sourceRegion,
  },
  region: {
    schema: text.optional(),
    change: "replace",
    observed: ({ regionName, sourceRegion }) => (sourceRegion === undefined ? regionName : undefined),
  },
  destinationRegion: {
    schema: text.optional(),
    change: "replace",
    observed: ({ destinationRegion }) => destinationRegion,
  },
  awsAccountId: {
    schema: z
      .string()
      .regex(/^\d{12}$/, "must be an AWS account ID of 12 digits")
      .optional(),
    change: "replace",
    observed: ({ awsAccountId }) => awsAccountId,
  },
  vpcId: {
    schema: z
      .string()
      .regex(/^vpc-[0-9a-f]+$/, "must be the ID of an AWS VPC such as vpc-0125be68a4625884a")
      .optional(),
    change: "replace",
    observed: ({ vpcUid }) => vpcUid,
  },
  vpcCidrs: {
    schema: z.array(network).min(1, "must name at least one network").optional(),
    change: "update",
    canonical: asSetOfTexts,
    observed: ({ awsAccountId, vpcCidrs }) => (awsAccountId === undefined ? undefined : vpcCidrs),
  },
  vpcProjectUid: {
    schema: z
      .string()
      .regex(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/, "must be the ID of a Google Cloud project")
      .optional(),
    change: "replace",
    observed: ({ projectUid }) => projectUid,
  },
  vpcNetworkName: {
    schema: z
      .string()
      .regex(/^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/, "must be the name of a Google Cloud network")
      .optional(),
    change: "replace",
    observed: ({ networkName }) => networkName,
  },
};

/**
 * A VPC peering of the network of a Pro subscription, or of a region of an Active-Active one, with a network of yours, at
 * AWS or on Google Cloud. It is ready when it waits for you: its outputs are what your side needs to accept the request
 * (`aws.ec2.VpcPeeringConnectionAccepter`), or to create the peering in the other direction (`gcp.compute.NetworkPeering`),
 * in the same program.
 *
 * @example
 * ```ts
 * const peering = new rediscloud.SubscriptionPeering("to-shop", {
 *   subscriptionId: subscription.id,
 *   region: "us-east-1",
 *   awsAccountId: "123456789012",
 *   vpcId: "vpc-0125be68a4625884a",
 *   vpcCidrs: ["10.10.10.0/24"],
 * });
 * ```
 */
export class SubscriptionPeering extends resource<SubscriptionPeeringInputs, SubscriptionPeeringOutputs>(
  "SubscriptionPeering",
  {
    fields,
    secrets: [],
    fromId: { vpcPeeringId: (id) => Number(id.split("/").at(-1)) },
    outputs: ["status", "awsPeeringUid", "redisProjectUid", "redisNetworkName", "cloudPeeringId"],
    attributes: [],
  },
) {}

/** @internal */
export const subscriptionPeering: Declaration<SubscriptionPeeringInputs, ListedPeering> = {
  kind: subscriptionPeeringKind,
  typeName: "SubscriptionPeering",
  loss: "cuts the connection of the two networks; the other side has to accept the new one",
  name: { maxLength: 64 },
  timeouts: { create: "30m", update: "10m", delete: "10m" },
  fields,
  naturalKey: ({ awsAccountId, vpcId, vpcProjectUid, vpcNetworkName }) =>
    vpcProjectUid === undefined ? `${awsAccountId}/${vpcId}` : `${vpcProjectUid}/${vpcNetworkName}`,
  rules: peeringProblems,
  verify: verifyPeering,
  createRequest: (inputs) => ({
    method: "POST",
    path: peeringsPath({ ...inputs }),
    body: {
      ...(inputs.vpcProjectUid === undefined ? {} : { provider: "gcp" }),
      ...only(inputs, [
        "sourceRegion",
        "region",
        "destinationRegion",
        "awsAccountId",
        "vpcId",
        "vpcProjectUid",
        "vpcNetworkName",
      ]),
      ...cidrsIn(inputs),
    },
  }),
  steps: ({ place, id }, changed, inputs) =>
    changed.vpcCidrs === undefined
      ? []
      : [
          {
            request: { method: "PUT", path: `${peeringsPath(place)}/${id}`, body: cidrsIn(inputs) },
            fields: ["vpcCidrs"],
          },
        ],
  deleteRequest: ({ place, id }) => ({ method: "DELETE", path: `${peeringsPath(place)}/${id}` }),
  // The API cannot read a single peering.
  observe: async ({ place, id }, _inputs, session) =>
    (await session.list(subscriptionPeeringKind, place)).get(id ?? 0),
  outputs: ({ vpcPeeringId, status, ...peering }) => ({
    vpcPeeringId,
    status,
    awsPeeringUid: peering.awsPeeringUid ?? null,
    redisProjectUid: peering.redisProjectUid ?? null,
    redisNetworkName: peering.redisNetworkName ?? null,
    cloudPeeringId: peering.cloudPeeringId ?? null,
  }),
};

/** The API may refuse lists (`VPC_PEERING_MULTIPLE_CIDRS_IS_DISABLED`), so a single network is not sent as one. */
function cidrsIn({ vpcCidrs = [] }: Partial<SubscriptionPeeringInputs>): object {
  if (vpcCidrs.length === 0) return {};
  return vpcCidrs.length === 1 ? { vpcCidr: vpcCidrs[0] } : { vpcCidrs };
}
