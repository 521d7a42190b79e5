import { z } from "zod";
import { readOnly } from "../../http/requestFields";
import { PRINCIPAL_TYPES } from "./state";

/** The IDs in the path count. */
const ignored = { subscriptionId: readOnly, regionId: readOnly, commandType: readOnly };

const type = z.enum(PRINCIPAL_TYPES);

/** `POST …/private-link`, with the first principal. */
export const privateLinkCreateRequest = z.strictObject({
  ...ignored,
  shareName: z.string().max(64),
  principal: z.string(),
  type,
  alias: z.string().optional(),
});
export type PrivateLinkCreateRequest = z.infer<typeof privateLinkCreateRequest>;

/** `POST …/private-link/principals` */
export const principalCreateRequest = z.strictObject({
  ...ignored,
  principal: z.string(),
  type: type.optional(),
  alias: z.string().optional(),
});
export type PrincipalCreateRequest = z.infer<typeof principalCreateRequest>;

/** `DELETE …/private-link/principals`, which has a body. */
export const principalDeleteRequest = z.strictObject({ ...ignored, principal: z.string() });
export type PrincipalDeleteRequest = z.infer<typeof principalDeleteRequest>;

/** `POST …/private-link/connections/disassociate` */
export const disassociateRequest = z.strictObject({
  ...ignored,
  connections: z.array(
    z.strictObject({
      associationId: z.string(),
      connectionId: z.string().optional(),
      type: z.string(),
      principalId: z.string(),
    }),
  ),
});
export type DisassociateRequest = z.infer<typeof disassociateRequest>;
