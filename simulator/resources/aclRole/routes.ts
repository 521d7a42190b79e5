import { Hono } from "hono";
import type { Account } from "../../account";
import { bodyOf } from "../../http/body";
import { acceptorOf, type Environment, idInPath, selfLinks, visibleResources } from "../../http/environment";
import { ACL_RULE } from "../aclRule/state";
import { findDatabase } from "../databases";
import { aclRoleCommands } from "./commands";
import { usersWithRole } from "./find";
import { aclRoleCreateRequest, aclRoleUpdateRequest } from "./requests";
import { ACL_ROLE, type AclRole, type RoleRule } from "./state";

const PATH = "/acl/roles/:aclRoleId";

const accept = acceptorOf(aclRoleCommands);

/** `/acl/roles`. There is no request for a single role. */
export const aclRoleRoutes = new Hono<Environment>({ strict: false })
  .get("/acl/roles", (context) => {
    const account = context.get("account");
    return context.json({
      accountId: account.accountId,
      roles: visibleResources(context, ACL_ROLE).map((role) => aclRoleAnswer(account, role)),
      links: selfLinks(context),
    });
  })
  .post("/acl/roles", async (context) => {
    const body = await bodyOf(context, aclRoleCreateRequest);
    return accept(context, "aclRoleCreateRequest", { body });
  })
  .put(PATH, async (context) => {
    const body = await bodyOf(context, aclRoleUpdateRequest);
    return accept(context, "aclRoleUpdateRequest", { aclRoleId: idInPath(context, "aclRoleId"), body });
  })
  .delete(PATH, (context) =>
    accept(context, "aclRoleDeleteRequest", { aclRoleId: idInPath(context, "aclRoleId") }),
  );

/** A role as the list contains it. */
function aclRoleAnswer(account: Account, { id, name, rules, status }: AclRole) {
  return {
    id,
    name,
    redisRules: rules.map((rule) => roleRuleAnswer(account, rule)),
    users: usersWithRole(account, id).map((user) => ({ id: user.id, name: user.name })),
    status,
  };
}

function roleRuleAnswer(account: Account, { ruleId, databases }: RoleRule) {
  return {
    ruleId,
    ruleName: account.collection(ACL_RULE).get(ruleId)?.name,
    databases: databases.map(({ subscriptionId, databaseId, regions }) => ({
      subscriptionId,
      databaseId,
      databaseName: findDatabase(account, databaseId)?.name,
      ...(regions && { regions }),
    })),
  };
}
