import { Hono } from "hono";
import { bodyOf } from "../../http/body";
import { acceptorOf, type Environment, selfLinks } from "../../http/environment";
import { notFound } from "../../http/errors";
import { DATABASE, type Database } from "../database/state";
import { subscriptionInPath } from "../subscription/inPath";
import type { SubscriptionRegion } from "../subscription/state";
import { activeActiveRegionCommands } from "./commands";
import { activeActiveRegionCreateRequest, activeActiveRegionDeleteRequest } from "./requests";

const PATH = "/subscriptions/:subscriptionId/regions";

const accept = acceptorOf(activeActiveRegionCommands);

/** `/subscriptions/{subscriptionId}/regions`. There is no request for a single region. */
export const activeActiveRegionRoutes = new Hono<Environment>({ strict: false })
  .get(PATH, (context) => {
    const { id, regions } = subscriptionInPath(context);
    // Nothing is known of what a single-region subscription answers.
    if (!regions) throw notFound("The subscription is not an Active-Active subscription.");
    const databases = context.get("account").collection(DATABASE).inSubscription(id);
    return context.json({
      subscriptionId: id,
      regions: [...regions]
        .sort((one, other) => one.regionId - other.regionId)
        .map((region) => regionAnswer(region, databases)),
      links: selfLinks(context),
    });
  })
  .post(PATH, async (context) => {
    const { id: subscriptionId } = subscriptionInPath(context);
    const body = await bodyOf(context, activeActiveRegionCreateRequest);
    return accept(context, "activeActiveRegionCreateRequest", { subscriptionId, body });
  })
  .delete(PATH, async (context) => {
    const { id: subscriptionId } = subscriptionInPath(context);
    const body = await bodyOf(context, activeActiveRegionDeleteRequest);
    return accept(context, "activeActiveRegionDeleteRequest", { subscriptionId, body });
  });

/** The list names the network's field in another spelling than requests do. */
function regionAnswer(
  { regionId, region, deploymentCIDR, vpcId }: SubscriptionRegion,
  databases: Database[],
) {
  return {
    regionId,
    region,
    deploymentCidr: deploymentCIDR,
    vpcId,
    databases: databases.flatMap(({ id, name, locals, respVersion }) => {
      const local = locals?.[region];
      if (!local) return [];
      const { readOperationsPerSecond, writeOperationsPerSecond } = local;
      return {
        databaseId: id,
        databaseName: name,
        readOperationsPerSecond,
        writeOperationsPerSecond,
        respVersion: local.respVersion ?? respVersion,
        links: [],
      };
    }),
    links: [],
  };
}
