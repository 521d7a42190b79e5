import { z } from "zod";
import { readOnly } from "../../http/requestFields";

/** The provider is not needed to tell the two forms apart, and clients leave it out. */
const common = { subscriptionId: readOnly, commandType: readOnly, provider: z.string().optional() };
const cidrs = { vpcCidr: z.string().optional(), vpcCidrs: z.array(z.string()).optional() };
const aws = { awsAccountId: z.string(), vpcId: z.string(), ...cidrs };
const gcp = { vpcProjectUid: z.string(), vpcNetworkName: z.string() };

/** `POST /subscriptions/{subscriptionId}/peerings`: at AWS, and at Google Cloud. */
export const awsPeeringCreateRequest = z.strictObject({ ...common, ...aws, region: z.string() });
export const gcpPeeringCreateRequest = z.strictObject({ ...common, ...gcp });

const source = { sourceRegion: z.string() };

/** `POST /subscriptions/{subscriptionId}/regions/peerings`: the same from a region of an Active-Active subscription. */
export const activeActiveAwsPeeringCreateRequest = z.strictObject({
  ...common,
  ...source,
  ...aws,
  destinationRegion: z.string(),
});
export const activeActiveGcpPeeringCreateRequest = z.strictObject({ ...common, ...source, ...gcp });

/** `PUT …/peerings/{peeringId}` */
export const peeringUpdateRequest = z.strictObject({ ...common, vpcPeeringId: readOnly, ...cidrs });
export type PeeringUpdateRequest = z.infer<typeof peeringUpdateRequest>;

type Either = Partial<
  z.infer<typeof activeActiveAwsPeeringCreateRequest> &
    z.infer<typeof gcpPeeringCreateRequest> & { region: string }
>;

/** Any of the forms of a creation. */
export type PeeringCreateRequest = Omit<Either, "subscriptionId" | "commandType">;
