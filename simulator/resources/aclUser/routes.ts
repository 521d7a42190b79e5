import { Hono } from "hono";
import type { Account } from "../../account";
import { bodyOf } from "../../http/body";
import {
  acceptorOf,
  type Environment,
  idInPath,
  type RouteContext,
  selfLinks,
  visibleResources,
} from "../../http/environment";
import { notFound } from "../../http/errors";
import { isVisible } from "../../resource";
import { ACL_ROLE } from "../aclRole/state";
import { aclUserCommands } from "./commands";
import { aclUserCreateRequest, aclUserUpdateRequest } from "./requests";
import { ACL_USER, type AclUser } from "./state";

const PATH = "/acl/users/:aclUserId";

const accept = acceptorOf(aclUserCommands);

/** `/acl/users` */
export const aclUserRoutes = new Hono<Environment>({ strict: false })
  .get("/acl/users", (context) => {
    const account = context.get("account");
    return context.json({
      accountId: account.accountId,
      users: visibleResources(context, ACL_USER).map((user) => ({
        ...aclUserAnswer(account, user),
        links: [],
      })),
      links: selfLinks(context),
    });
  })
  .post("/acl/users", async (context) => {
    const body = await bodyOf(context, aclUserCreateRequest);
    return accept(context, "aclUserCreateRequest", { body });
  })
  .get(PATH, (context) => {
    const answer = aclUserAnswer(context.get("account"), aclUserInPath(context));
    return context.json({ ...answer, links: selfLinks(context) });
  })
  .put(PATH, async (context) => {
    const body = await bodyOf(context, aclUserUpdateRequest);
    return accept(context, "aclUserUpdateRequest", { aclUserId: idInPath(context, "aclUserId"), body });
  })
  .delete(PATH, (context) =>
    accept(context, "aclUserDeleteRequest", { aclUserId: idInPath(context, "aclUserId") }),
  );

/** A user without its password, which no answer contains. */
function aclUserAnswer(account: Account, { id, name, roleId, status }: AclUser) {
  return { id, name, role: account.collection(ACL_ROLE).get(roleId)?.name, status };
}

/** @throws ApiError 404 when the path names a user that does not exist, or not yet; the words are recorded */
function aclUserInPath(context: RouteContext): AclUser {
  const account = context.get("account");
  const id = idInPath(context, "aclUserId");
  const user = account.collection(ACL_USER).get(id);
  if (!user || !isVisible(user, account.now)) throw notFound(`ACL user ${id} not found`);
  return user;
}
