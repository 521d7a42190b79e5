import { Hono } from "hono";
import { bodyOf, hasField } from "../../http/body";
import { acceptorOf, type Environment, selfLinks, visibleResources } from "../../http/environment";
import { ApiError, notFound } from "../../http/errors";
import { REDIS_VERSIONS } from "../database/catalog";
import { DATABASE } from "../database/state";
import { maintenanceWindowsAnswer, subscriptionAnswer } from "./answer";
import { subscriptionCommands } from "./commands";
import { subscriptionInPath } from "./inPath";
import { pricingOfSubscription } from "./pricing";
import { REGIONS } from "./regions";
import {
  cidrUpdateRequest,
  maintenanceWindowsUpdateRequest,
  resourceTagsUpdateRequest,
  subscriptionCreateRequest,
  subscriptionKeysUpdateRequest,
  subscriptionUpdateRequest,
} from "./requests";
import { SUBSCRIPTION } from "./state";

const accept = acceptorOf(subscriptionCommands);

const PATH = "/subscriptions/:subscriptionId";

/** `/subscriptions` and everything in a subscription except its databases; `/regions`. */
export const subscriptionRoutes = new Hono<Environment>({ strict: false })
  .get("/subscriptions", (context) => {
    const account = context.get("account");
    return context.json({
      accountId: account.accountId,
      subscriptions: visibleResources(context, SUBSCRIPTION).map((one) => ({
        ...subscriptionAnswer(account, one),
        links: [],
      })),
      links: selfLinks(context),
    });
  })
  .post("/subscriptions", async (context) => {
    const body = await bodyOf(context, subscriptionCreateRequest);
    return accept(context, "subscriptionCreateRequest", { body });
  })
  .get("/regions", (context) => {
    const provider = context.req.query("provider");
    if (provider !== undefined && provider !== "AWS" && provider !== "GCP") {
      throw new ApiError(400, "Query parameter 'provider' must be 'AWS' or 'GCP'.");
    }
    const regions = REGIONS.filter((region) => provider === undefined || region.provider === provider);
    return context.json({ regions, links: selfLinks(context) });
  })
  .get("/subscriptions/redis-versions", (context) => {
    const account = context.get("account");
    const subscriptionId = context.req.query("subscriptionId");
    const subscription = account.collection(SUBSCRIPTION).get(subscriptionId ?? "");
    if (subscriptionId !== undefined && !subscription) throw notFound("Subscription was not found.");
    // Active-Active databases have no preview versions.
    const offered = REDIS_VERSIONS.filter(({ isPreview }) => !subscription?.regions || !isPreview);
    const redisVersions = offered.map((one) => ({
      ...one,
      isDefault: one.version === account.options.defaultRedisVersion,
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
    return accept(context, "subscriptionUpdateRequest", { subscriptionId, body });
  })
  .delete(PATH, (context) => {
    const { id: subscriptionId } = subscriptionInPath(context);
    return accept(context, "subscriptionDeleteRequest", { subscriptionId });
  })
  .put(`${PATH}/resource-tags`, async (context) => {
    const { id: subscriptionId } = subscriptionInPath(context);
    const body = await bodyOf(context, resourceTagsUpdateRequest);
    return accept(context, "subscriptionResourceTagsUpdateRequest", { subscriptionId, body });
  })
  .get(`${PATH}/pricing`, (context) => {
    const subscription = subscriptionInPath(context);
    const databases = context.get("account").collection(DATABASE).inSubscription(subscription.id);
    const pricing = pricingOfSubscription(subscription, databases);
    return context.json({ pricing, links: selfLinks(context) });
  })
  .get(`${PATH}/cidr`, (context) => {
    const { id: subscriptionId } = subscriptionInPath(context);
    return accept(context, "cidrGetRequest", { subscriptionId });
  })
  .put(`${PATH}/cidr`, async (context) => {
    const { id: subscriptionId } = subscriptionInPath(context);
    const body = await bodyOf(context, cidrUpdateRequest);
    return accept(context, "cidrUpdateRequest", { subscriptionId, body });
  })
  .get(`${PATH}/maintenance-windows`, (context) =>
    context.json(maintenanceWindowsAnswer(subscriptionInPath(context))),
  )
  .put(`${PATH}/maintenance-windows`, async (context) => {
    const { id: subscriptionId } = subscriptionInPath(context);
    const body = await bodyOf(context, maintenanceWindowsUpdateRequest);
    return accept(context, "subscriptionMaintenanceWindowsUpdateRequest", { subscriptionId, body });
  });
