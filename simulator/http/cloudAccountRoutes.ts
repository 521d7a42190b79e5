import { Hono } from "hono";
import { isVisible } from "../account";
import { cloudAccountAnswer } from "../cloudAccounts/answer";
import { cloudAccountCreateRequest, cloudAccountUpdateRequest } from "../requests/cloudAccount";
import { bodyOf } from "./body";
import { accepted, cloudAccountInPath, type Environment, selfLinks } from "./environment";

const PATH = "/cloud-accounts/:cloudAccountId";

/** `/cloud-accounts` */
export const cloudAccountRoutes = new Hono<Environment>({ strict: false })
  .get("/cloud-accounts", (context) => {
    const account = context.get("account");
    const visible = [...account.cloudAccounts.values()].filter((one) => isVisible(one, account.now));
    return context.json({
      accountId: account.accountId,
      cloudAccounts: visible.map((one) => ({ ...cloudAccountAnswer(one), links: [] })),
      links: selfLinks(context),
    });
  })
  .post("/cloud-accounts", async (context) => {
    const body = await bodyOf(context, cloudAccountCreateRequest);
    return accepted(context, { commandType: "cloudAccountCreateRequest", body });
  })
  .get(PATH, (context) =>
    context.json({ ...cloudAccountAnswer(cloudAccountInPath(context)), links: selfLinks(context) }),
  )
  .put(PATH, async (context) => {
    const { id: cloudAccountId } = cloudAccountInPath(context);
    const body = await bodyOf(context, cloudAccountUpdateRequest);
    return accepted(context, { commandType: "cloudAccountUpdateRequest", cloudAccountId, body });
  })
  .delete(PATH, (context) => {
    const { id: cloudAccountId } = cloudAccountInPath(context);
    return accepted(context, { commandType: "cloudAccountDeleteRequest", cloudAccountId });
  });
