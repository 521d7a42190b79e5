import { z } from "zod";
import { readOnly } from "../../http/requestFields";

/**
 * `PUT …/transitGateways/{TgwId}/attachment`. The OpenAPI document has objects in the schema and texts in the example;
 * the vendor's clients send texts.
 */
export const attachmentUpdateRequest = z.strictObject({
  subscriptionId: readOnly,
  regionId: readOnly,
  commandType: readOnly,
  cidrs: z.array(z.union([z.string(), z.strictObject({ cidrAddress: z.string() })])).optional(),
});
export type AttachmentUpdateRequest = z.infer<typeof attachmentUpdateRequest>;
