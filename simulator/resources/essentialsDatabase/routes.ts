import { Hono } from "hono";
import { bodyOf } from "../../http/body";
import { acceptorOf, type Environment, queryNumber, selfLinks } from "../../http/environment";
import { isVisible } from "../../resource";
import { databaseCommands } from "../database/commands";
import { DEFAULT_PAGE_SIZE } from "../database/limits";
import { databaseImportRequest, databaseUpgradeRequest } from "../database/requests";
import { CLEARED_BY_NULL } from "../database/routes";
import { slowLogAnswer } from "../database/slowLog";
import { laterVersionsAnswer, upgradeAnswer } from "../database/upgrade";
import { essentialsSubscriptionInPath } from "../essentialsSubscription/find";
import { essentialsDatabaseAnswer, listedEssentialsDatabaseAnswer } from "./answer";
import { essentialsDatabaseCommands } from "./commands";
import { essentialsDatabaseInPath, essentialsIdsInPath } from "./find";
import {
  essentialsBackupRequest,
  essentialsDatabaseCreateRequest,
  essentialsDatabaseUpdateRequest,
} from "./requests";
import { ESSENTIALS_DATABASE } from "./state";

const accept = acceptorOf(essentialsDatabaseCommands);
/** Reads that are tasks have the `commandType` of those of Pro databases (recorded). */
const acceptRead = acceptorOf(databaseCommands);

const LIST = "/fixed/subscriptions/:subscriptionId/databases";
const PATH = `${LIST}/:databaseId`;

/** `/fixed/subscriptions/{subscriptionId}/databases` and what belongs to one database, except its tags. */
export const essentialsDatabaseRoutes = new Hono<Environment>({ strict: false })
  .get(LIST, (context) => {
    const account = context.get("account");
    const subscription = essentialsSubscriptionInPath(context);
    const visible = account
      .collection(ESSENTIALS_DATABASE)
      .inSubscription(subscription.id)
      .filter((one) => isVisible(one, account.now));
    const offset = queryNumber(context, "offset", 0);
    const page = visible.slice(offset, offset + queryNumber(context, "limit", DEFAULT_PAGE_SIZE));
    const databases = page.map((one) => ({
      ...listedEssentialsDatabaseAnswer(one, subscription),
      links: [],
    }));
    // Unlike that of Pro databases: `subscription` is an object, and the list ends with an empty page.
    return context.json({
      accountId: account.accountId,
      subscription: {
        subscriptionId: subscription.id,
        numberOfDatabases: visible.length,
        databases,
        links: [],
      },
      links: selfLinks(context),
    });
  })
  .post(LIST, async (context) => {
    const { id: subscriptionId } = essentialsSubscriptionInPath(context);
    const body = await bodyOf(context, essentialsDatabaseCreateRequest, CLEARED_BY_NULL);
    return accept(context, "fixedDatabaseCreateRequest", { subscriptionId, body });
  })
  .get(PATH, (context) => {
    const { database, subscription } = essentialsDatabaseInPath(context);
    return context.json({ ...essentialsDatabaseAnswer(database, subscription), links: selfLinks(context) });
  })
  .put(PATH, async (context) => {
    const ids = essentialsIdsInPath(context);
    const body = await bodyOf(context, essentialsDatabaseUpdateRequest, CLEARED_BY_NULL);
    return accept(context, "fixedDatabaseUpdateRequest", { ...ids, body });
  })
  .delete(PATH, (context) => accept(context, "fixedDatabaseDeleteRequest", essentialsIdsInPath(context)))
  .get(`${PATH}/upgrade`, (context) =>
    context.json(upgradeAnswer(essentialsDatabaseInPath(context).database, context.get("account").now)),
  )
  .post(`${PATH}/upgrade`, async (context) => {
    const ids = essentialsIdsInPath(context);
    const body = await bodyOf(context, databaseUpgradeRequest);
    return accept(context, "fixedDatabaseUpgradeRedisVersionRequest", { ...ids, body });
  })
  .get(`${PATH}/available-target-versions`, (context) =>
    context.json(laterVersionsAnswer(essentialsDatabaseInPath(context).database)),
  )
  .get(`${PATH}/backup`, (context) =>
    acceptRead(context, "databaseBackupStatusRequest", essentialsIdsInPath(context)),
  )
  .post(`${PATH}/backup`, async (context) => {
    const ids = essentialsIdsInPath(context);
    const body = await bodyOf(context, essentialsBackupRequest);
    return accept(context, "fixedDatabaseBackupRequest", { ...ids, body });
  })
  .get(`${PATH}/slow-log`, async (context) => {
    const log = await slowLogAnswer(essentialsDatabaseInPath(context).database);
    return context.json({ ...log, links: selfLinks(context) });
  })
  .get(`${PATH}/import`, (context) =>
    acceptRead(context, "databaseImportStatusRequest", essentialsIdsInPath(context)),
  )
  .post(`${PATH}/import`, async (context) => {
    const ids = essentialsIdsInPath(context);
    const body = await bodyOf(context, databaseImportRequest);
    return accept(context, "fixedDatabaseImportRequest", { ...ids, body });
  });
