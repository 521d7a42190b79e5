import { z } from "zod";
import { readOnly } from "../../http/requestFields";

/** The IDs in the path count. */
const ignored = {
  subscriptionId: readOnly,
  pscServiceId: readOnly,
  regionId: readOnly,
  commandType: readOnly,
};

/** `POST …/private-service-connect/{pscServiceId}` */
export const endpointCreateRequest = z.strictObject({
  ...ignored,
  gcpProjectId: z.string(),
  gcpVpcName: z.string(),
  gcpVpcSubnetName: z.string(),
  endpointConnectionName: z.string(),
});
export type EndpointCreateRequest = z.infer<typeof endpointCreateRequest>;

/** `PUT …/private-service-connect/{pscServiceId}/endpoints/{endpointId}` */
export const endpointUpdateRequest = z.strictObject({
  ...ignored,
  endpointId: readOnly,
  gcpProjectId: z.string().optional(),
  gcpVpcName: z.string().optional(),
  gcpVpcSubnetName: z.string().optional(),
  endpointConnectionName: z.string().optional(),
  // The API has an error code for other values.
  action: z.string().optional(),
});
export type EndpointUpdateRequest = z.infer<typeof endpointUpdateRequest>;
