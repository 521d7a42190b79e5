import { z } from "zod";
import { int32, readOnly } from "../../http/requestFields";

const redisRules = z.array(
  z.strictObject({
    ruleName: z.string(),
    databases: z.array(
      z.strictObject({ subscriptionId: int32, databaseId: int32, regions: z.array(z.string()).optional() }),
    ),
  }),
);
export type RoleRulesRequest = z.infer<typeof redisRules>;

/** `POST /acl/roles` */
export const aclRoleCreateRequest = z.strictObject({ name: z.string(), redisRules, commandType: readOnly });
export type AclRoleCreateRequest = z.infer<typeof aclRoleCreateRequest>;

/** `PUT /acl/roles/{aclRoleId}`: a field that is absent stays. */
export const aclRoleUpdateRequest = z.strictObject({
  name: z.string().optional(),
  redisRules: redisRules.optional(),
  roleId: readOnly,
  commandType: readOnly,
});
export type AclRoleUpdateRequest = z.infer<typeof aclRoleUpdateRequest>;
