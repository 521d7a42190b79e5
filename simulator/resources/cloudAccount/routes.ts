import { Hono } from "hono";
import { bodyOf } from "../../http/body";
import {
  acceptorOf,
  type Environment,
  type RouteContext,
  resourceInPath,
  selfLinks,
  visibleResources,
} from "../../http/environment";
import { cloudAccountAnswer } from "./answer";
import { cloudAccountCommands } from "./commands";
import { cloudAccountCreateRequest, cloudAccountUpdateRequest } from "./requests";
import { CLOUD_ACCOUNT, type CloudAccount } from "./state";

const accept = acceptorOf(cloudAccountCommands);

const PATH = "/cloud-accounts/:cloudAccountId";

/** `/cloud-accounts` */
export const cloudAccountRoutes = new Hono<Environment>({ strict: false })
  .get("/cloud-accounts", (context) => {
    const account = context.get("account");
    return context.json({
      accountId: account.accountId,
      cloudAccounts: visibleResources(context, CLOUD_ACCOUNT).map((one) => ({
        ...cloudAccountAnswer(one),
        links: [],
      })),
      links: selfLinks(context),
    });
  })
  .post("/cloud-accounts", async (context) => {
    const body = await bodyOf(context, cloudAccountCreateRequest);
    return accept(context, "cloudAccountCreateRequest", { body });
  })
  .get(PATH, (context) =>
    context.json({ ...cloudAccountAnswer(cloudAccountInPath(context)), links: selfLinks(context) }),
  )
  .put(PATH, async (context) => {
    const { id: cloudAccountId } = cloudAccountInPath(context);
    const body = await bodyOf(context, cloudAccountUpdateRequest);
    return accept(context, "cloudAccountUpdateRequest", { cloudAccountId, body });
  })
  .delete(PATH, (context) => {
    const { id: cloudAccountId } = cloudAccountInPath(context);
    return accept(context, "cloudAccountDeleteRequest", { cloudAccountId });
  });

/** @throws ApiError 404 when the path names a cloud account that does not exist, or not yet */
function cloudAccountInPath(context: RouteContext): CloudAccount {
  return resourceInPath(context, CLOUD_ACCOUNT, "cloudAccountId", "Cloud account");
}
