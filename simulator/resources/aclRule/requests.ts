import { z } from "zod";
import { readOnly } from "../../http/requestFields";

/** `POST /acl/redisRules`, and `PUT /acl/redisRules/{aclRedisRuleId}`, which requires both fields as well. */
export const aclRuleRequest = z.strictObject({
  name: z.string(),
  redisRule: z.string(),
  redisRuleId: readOnly,
  commandType: readOnly,
});
export type AclRuleRequest = z.infer<typeof aclRuleRequest>;
