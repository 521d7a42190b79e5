import { Hono } from "hono";
import { isVisible } from "../account";
import { isAtLeast, REDIS_VERSIONS } from "../catalog";
import { databaseAnswer, listedDatabaseAnswer } from "../databases/answer";
import { SERVER_CERTIFICATE } from "../databases/certificate";
import { DEFAULT_PAGE_SIZE } from "../limits";
import {
  databaseBackupRequest,
  databaseCreateRequest,
  databaseImportRequest,
  databaseUpdateRequest,
  databaseUpgradeRequest,
} from "../requests/database";
import { bodyOf } from "./body";
import {
  accepted,
  databaseInPath,
  type Environment,
  type RouteContext,
  selfLinks,
  subscriptionInPath,
} from "./environment";
import { ApiError, notFound } from "./errors";

const LIST = "/subscriptions/:subscriptionId/databases";
const PATH = `${LIST}/:databaseId`;

/** `/subscriptions/{subscriptionId}/databases` and what belongs to one database, except its tags. */
export const databaseRoutes = new Hono<Environment>({ strict: false })
  .get(LIST, (context) => {
    const account = context.get("account");
    const subscription = subscriptionInPath(context);
    const visible = account.databasesOf(subscription.id).filter((one) => isVisible(one, account.now));
    const offset = queryNumber(context, "offset", 0);
    const page = visible.slice(offset, offset + queryNumber(context, "limit", DEFAULT_PAGE_SIZE));
    // Recorded: neither an offset past the end nor a subscription without databases gives an empty list.
    if (page.length === 0) throw notFound("No databases were found.");
    const databases = page.map((one) => ({ ...listedDatabaseAnswer(one, subscription), links: [] }));
    return context.json({
      accountId: account.accountId,
      subscription: [
        { subscriptionId: subscription.id, numberOfDatabases: visible.length, databases, links: [] },
      ],
      links: selfLinks(context),
    });
  })
  .post(LIST, async (context) => {
    const { id: subscriptionId } = subscriptionInPath(context);
    const body = await bodyOf(context, databaseCreateRequest);
    return accepted(context, { commandType: "databaseCreateRequest", subscriptionId, body });
  })
  .get(PATH, (context) => {
    const { database, subscription } = databaseInPath(context);
    return context.json({ ...databaseAnswer(database, subscription), links: selfLinks(context) });
  })
  .put(PATH, async (context) => {
    const ids = idsInPath(context);
    const body = await bodyOf(context, databaseUpdateRequest);
    return accepted(context, { commandType: "databaseUpdateRequest", ...ids, body });
  })
  .delete(PATH, (context) =>
    accepted(context, { commandType: "databaseDeleteRequest", ...idsInPath(context) }),
  )
  .get(`${PATH}/certificate`, (context) => {
    const { database } = databaseInPath(context);
    if (!database.enableTls) throw notFound("The database has no certificate: TLS is not enabled.");
    return context.json({ publicCertificatePEMString: SERVER_CERTIFICATE });
  })
  .get(`${PATH}/upgrade`, (context) => {
    const { database } = databaseInPath(context);
    const { upgrade, databaseId } = database;
    if (!upgrade) throw notFound("The database was never upgraded.");
    const { targetRedisVersion, start, end, done } = upgrade;
    const part = (context.get("account").now - start) / (end - start || 1);
    const progress = done ? 100 : Math.floor(part * 100);
    const upgradeStatus = done ? "done" : "in-progress";
    return context.json({ databaseId, targetRedisVersion, progress, upgradeStatus });
  })
  .post(`${PATH}/upgrade`, async (context) => {
    const ids = idsInPath(context);
    const body = await bodyOf(context, databaseUpgradeRequest);
    return accepted(context, { commandType: "databaseUpgradeRequest", ...ids, body });
  })
  .get(`${PATH}/available-target-versions`, (context) => {
    const { database } = databaseInPath(context);
    const later = REDIS_VERSIONS.filter(
      ({ version, isPreview }) => !isPreview && !isAtLeast(database.redisVersion, version),
    );
    return context.json({ targets: later.map(({ version }) => ({ redisVersion: version })) });
  })
  .get(`${PATH}/backup`, (context) =>
    accepted(context, { commandType: "databaseBackupStatusRequest", ...idsInPath(context) }),
  )
  .post(`${PATH}/backup`, async (context) => {
    const ids = idsInPath(context);
    const body = await bodyOf(context, databaseBackupRequest);
    return accepted(context, { commandType: "databaseBackupRequest", ...ids, body });
  })
  .get(`${PATH}/import`, (context) =>
    accepted(context, { commandType: "databaseImportStatusRequest", ...idsInPath(context) }),
  )
  .post(`${PATH}/import`, async (context) => {
    const ids = idsInPath(context);
    const body = await bodyOf(context, databaseImportRequest);
    return accepted(context, { commandType: "databaseImportRequest", ...ids, body });
  });

function idsInPath(context: RouteContext): { subscriptionId: number; databaseId: number } {
  const { database } = databaseInPath(context);
  return { subscriptionId: database.subscriptionId, databaseId: database.databaseId };
}

/** @throws ApiError 400 for a query parameter that is no whole number from 0 */
function queryNumber(context: RouteContext, name: string, otherwise: number): number {
  const text = context.req.query(name);
  if (text === undefined) return otherwise;
  if (!/^\d+$/.test(text)) throw new ApiError(400, `Query parameter '${name}' must be a whole number.`);
  return Number(text);
}
