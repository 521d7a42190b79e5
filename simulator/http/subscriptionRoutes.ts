import { Hono } from "hono";
import { isVisible } from "../account";
import { REDIS_VERSIONS } from "../catalog";
import { pricingOfSubscription } from "../pricing";
import {
  cidrUpdateRequest,
  maintenanceWindowsUpdateRequest,
  resourceTagsUpdateRequest,
  subscriptionCreateRequest,
  subscriptionKeysUpdateRequest,
  subscriptionUpdateRequest,
} from "../requests/subscription";
import { subscriptionAnswer } from "../subscriptions/answer";
import { bodyOf, hasField } from "./body";
import { accepted, type Environment, selfLinks, subscriptionInPath } from "./environment";

const PATH = "/subscriptions/:subscriptionId";

/** `/subscriptions` and what belongs to one subscription, except its databases. */
export const subscriptionRoutes = new Hono<Environment>({ strict: false })
  .get("/subscriptions", (context) => {
    const account = context.get("account");
    const visible = [...account.subscriptions.values()].filter((one) => isVisible(one, account.now));
    return context.json({
      accountId: account.accountId,
      subscriptions: visible.map((one) => ({ ...subscriptionAnswer(account, one), links: [] })),
      links: selfLinks(context),
    });
  })
  .post("/subscriptions", async (context) => {
    const body = await bodyOf(context, subscriptionCreateRequest);
    return accepted(context, { commandType: "subscriptionCreateRequest", body });
  })
  .get("/subscriptions/redis-versions", (context) => {
    const { defaultRedisVersion } = context.get("account").options;
    const redisVersions = REDIS_VERSIONS.map((one) => ({
      ...one,
      isDefault: one.version === defaultRedisVersion,
    }));
    return context.json({ redisVersions });
  })
  .get(PATH, (context) => {
    const answer = subscriptionAnswer(context.get("account"), subscriptionInPath(context));
    return context.json({ ...answer, links: selfLinks(context) });
  })
  .put(PATH, async (context) => {
    const { id: subscriptionId } = subscriptionInPath(context);
    const withKeys = await hasField(context, "customerManagedKeys");
    const schema = withKeys ? subscriptionKeysUpdateRequest : subscriptionUpdateRequest;
    const body = await bodyOf(context, schema);
    return accepted(context, { commandType: "subscriptionUpdateRequest", subscriptionId, body });
  })
  .delete(PATH, (context) => {
    const { id: subscriptionId } = subscriptionInPath(context);
    return accepted(context, { commandType: "subscriptionDeleteRequest", subscriptionId });
  })
  .put(`${PATH}/resource-tags`, async (context) => {
    const { id: subscriptionId } = subscriptionInPath(context);
    const body = await bodyOf(context, resourceTagsUpdateRequest);
    const commandType = "subscriptionResourceTagsUpdateRequest";
    return accepted(context, { commandType, subscriptionId, body });
  })
  .get(`${PATH}/pricing`, (context) => {
    const subscription = subscriptionInPath(context);
    const databases = context.get("account").databasesOf(subscription.id);
    const pricing = pricingOfSubscription(subscription, databases);
    return context.json({ pricing, links: selfLinks(context) });
  })
  .get(`${PATH}/cidr`, (context) => {
    const { id: subscriptionId } = subscriptionInPath(context);
    return accepted(context, { commandType: "cidrGetRequest", subscriptionId });
  })
  .put(`${PATH}/cidr`, async (context) => {
    const { id: subscriptionId } = subscriptionInPath(context);
    const body = await bodyOf(context, cidrUpdateRequest);
    return accepted(context, { commandType: "cidrUpdateRequest", subscriptionId, body });
  })
  .get(`${PATH}/maintenance-windows`, (context) =>
    context.json(subscriptionInPath(context).maintenanceWindows),
  )
  .put(`${PATH}/maintenance-windows`, async (context) => {
    const { id: subscriptionId } = subscriptionInPath(context);
    const body = await bodyOf(context, maintenanceWindowsUpdateRequest);
    const commandType = "subscriptionMaintenanceWindowsUpdateRequest";
    return accepted(context, { commandType, subscriptionId, body });
  });
