import { z } from "zod";
import { readOnly } from "../../http/requestFields";
import { localThroughput } from "../database/requests";

/** The subscription in the path counts. */
const ignored = { subscriptionId: readOnly, commandType: readOnly };

/** `POST /subscriptions/{subscriptionId}/regions` */
export const activeActiveRegionCreateRequest = z.strictObject({
  ...ignored,
  region: z.string(),
  vpcId: z.string().optional(),
  deploymentCIDR: z.string().optional(),
  subnetIds: z.array(z.string()).optional(),
  securityGroupId: z.string().optional(),
  multipleAvailabilityZones: z.boolean().optional(),
  preferredAvailabilityZones: z.array(z.string()).optional(),
  dryRun: z.boolean().optional(),
  databases: z
    .array(z.strictObject({ name: z.string(), localThroughputMeasurement: localThroughput.optional() }))
    .optional(),
  respVersion: z.enum(["resp2", "resp3"]).optional(),
  customerManagedKeyResourceName: z.string().optional(),
});
export type ActiveActiveRegionCreateRequest = z.infer<typeof activeActiveRegionCreateRequest>;

/** `DELETE /subscriptions/{subscriptionId}/regions`, which has a body. */
export const activeActiveRegionDeleteRequest = z.strictObject({
  ...ignored,
  regions: z.array(z.strictObject({ region: z.string() })),
  dryRun: z.boolean().optional(),
});
export type ActiveActiveRegionDeleteRequest = z.infer<typeof activeActiveRegionDeleteRequest>;
