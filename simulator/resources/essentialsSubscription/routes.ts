import { Hono } from "hono";
import { bodyOf } from "../../http/body";
import {
  acceptorOf,
  type Environment,
  idInPath,
  type RouteContext,
  selfLinks,
  visibleResources,
} from "../../http/environment";
import { ApiError, notFound } from "../../http/errors";
import { isVisible } from "../../resource";
import { REDIS_VERSIONS } from "../database/catalog";
import { essentialsSubscriptionAnswer } from "./answer";
import { essentialsSubscriptionCommands } from "./commands";
import { essentialsSubscriptionInPath } from "./find";
import { plansFor } from "./planChange";
import { findPlan, PLANS, type Plan } from "./plans";
import { essentialsSubscriptionCreateRequest, essentialsSubscriptionUpdateRequest } from "./requests";
import { ESSENTIALS_SUBSCRIPTION } from "./state";

const accept = acceptorOf(essentialsSubscriptionCommands);

const LIST = "/fixed/subscriptions";
const PATH = `${LIST}/:subscriptionId`;

/** `/fixed/subscriptions`, `/fixed/plans` and `/fixed/redis-versions` */
export const essentialsSubscriptionRoutes = new Hono<Environment>({ strict: false })
  .get(LIST, (context) => {
    const account = context.get("account");
    return context.json({
      accountId: account.accountId,
      subscriptions: visibleResources(context, ESSENTIALS_SUBSCRIPTION).map((one) => ({
        ...essentialsSubscriptionAnswer(account, one),
        links: [],
      })),
      links: selfLinks(context),
    });
  })
  .post(LIST, async (context) => {
    const body = await bodyOf(context, essentialsSubscriptionCreateRequest);
    return accept(context, "fixedSubscriptionCreateRequest", { body });
  })
  .get(PATH, (context) => {
    const answer = essentialsSubscriptionAnswer(
      context.get("account"),
      essentialsSubscriptionInPath(context),
    );
    return context.json({ ...answer, links: selfLinks(context) });
  })
  .put(PATH, async (context) => {
    const { id: subscriptionId } = essentialsSubscriptionInPath(context);
    const body = await bodyOf(context, essentialsSubscriptionUpdateRequest);
    return accept(context, "fixedSubscriptionUpdateRequest", { subscriptionId, body });
  })
  .delete(PATH, (context) => {
    const { id: subscriptionId } = essentialsSubscriptionInPath(context);
    return accept(context, "fixedSubscriptionDeleteRequest", { subscriptionId });
  })
  .get("/fixed/plans", (context) => {
    const provider = context.req.query("provider");
    if (provider !== undefined && !["AWS", "GCP", "AZURE"].includes(provider))
      throw new ApiError(400, "Query parameter 'provider' must be 'AWS', 'GCP' or 'AZURE'.");
    const redisFlex = context.req.query("redisFlex") === "true";
    const plans = PLANS.filter(
      (plan) => plan.redisFlex === redisFlex && (provider === undefined || plan.provider === provider),
    );
    return plansAnswer(context, plans);
  })
  .get("/fixed/plans/subscriptions/:subscriptionId", (context) =>
    plansAnswer(context, plansFor(context.get("account"), essentialsSubscriptionInPath(context))),
  )
  .get("/fixed/plans/:planId", (context) => {
    const plan = findPlan(idInPath(context, "planId"));
    if (!plan) throw notFound("Plan was not found.");
    return context.json({ ...plan, links: selfLinks(context) });
  })
  .get("/fixed/redis-versions", (context) => {
    const account = context.get("account");
    const subscriptionId = context.req.query("subscriptionId");
    if (subscriptionId === undefined)
      throw new ApiError(400, "Query parameter 'subscriptionId' is required.");
    const subscription = account.collection(ESSENTIALS_SUBSCRIPTION).get(subscriptionId);
    if (!isVisible(subscription, account.now)) throw notFound("Subscription was not found.");
    const { defaultRedisVersion } = account.options;
    const redisVersions = REDIS_VERSIONS.map((one) => ({
      ...one,
      isDefault: one.version === defaultRedisVersion,
    }));
    return context.json({ redisVersions });
  });

function plansAnswer(context: RouteContext, plans: readonly Plan[]) {
  return context.json({ plans: plans.map((plan) => ({ ...plan, links: [] })), links: selfLinks(context) });
}
