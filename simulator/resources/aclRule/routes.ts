import { Hono } from "hono";
import { bodyOf } from "../../http/body";
import { acceptorOf, type Environment, idInPath, selfLinks, visibleResources } from "../../http/environment";
import { aclRuleCommands } from "./commands";
import { aclRuleRequest } from "./requests";
import { ACL_RULE, type AclRule } from "./state";

const PATH = "/acl/redisRules/:aclRedisRuleId";

const accept = acceptorOf(aclRuleCommands);

/** `/acl/redisRules`. There is no request for a single rule. */
export const aclRuleRoutes = new Hono<Environment>({ strict: false })
  .get("/acl/redisRules", (context) =>
    context.json({
      accountId: context.get("account").accountId,
      redisRules: visibleResources(context, ACL_RULE).map(aclRuleAnswer),
      links: selfLinks(context),
    }),
  )
  .post("/acl/redisRules", async (context) => {
    const body = await bodyOf(context, aclRuleRequest);
    return accept(context, "aclRedisRuleCreateRequest", { body });
  })
  .put(PATH, async (context) => {
    const body = await bodyOf(context, aclRuleRequest);
    const aclRedisRuleId = idInPath(context, "aclRedisRuleId");
    return accept(context, "aclRedisRuleUpdateRequest", { aclRedisRuleId, body });
  })
  .delete(PATH, (context) =>
    accept(context, "aclRedisRuleDeleteRequest", { aclRedisRuleId: idInPath(context, "aclRedisRuleId") }),
  );

/** A rule as the list contains it. Requests call the pattern `redisRule`. */
function aclRuleAnswer({ id, name, pattern, isDefault, status }: AclRule) {
  return { id, name, acl: pattern, isDefault, status };
}
