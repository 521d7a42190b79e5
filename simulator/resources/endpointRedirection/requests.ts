import { z } from "zod";
import { int32 } from "../../http/requestFields";

/** `POST /endpoint-redirections`. */
export const createEndpointsRedirectionRequest = z.strictObject({
  sourceDatabaseId: int32,
  targetDatabaseId: int32,
  endpointTargetType: z.enum(["public", "private"]),
  duplicateACLs: z.boolean().optional(),
  migrationProtection: z.boolean(),
});
export type CreateEndpointsRedirectionRequest = z.infer<typeof createEndpointsRedirectionRequest>;
