import { Hono } from "hono";
import { bodyOf } from "../../http/body";
import { acceptorOf, type Environment, queryNumber, selfLinks } from "../../http/environment";
import { notFound } from "../../http/errors";
import { isVisible } from "../../resource";
import { subscriptionInPath } from "../subscription/inPath";
import { databaseAnswer, listedDatabaseAnswer } from "./answer";
import { SERVER_CERTIFICATE } from "./certificate";
import { databaseCommands } from "./commands";
import { databaseInPath, idsInPath } from "./inPath";
import { DEFAULT_PAGE_SIZE } from "./limits";
import {
  crdbFlushRequest,
  crdbUpdatePropertiesRequest,
  databaseBackupRequest,
  databaseCreateRequest,
  databaseImportRequest,
  databaseUpdateRequest,
  databaseUpgradeRequest,
} from "./requests";
import { slowLogAnswer } from "./slowLog";
import { DATABASE } from "./state";
import { laterVersionsAnswer, upgradeAnswer } from "./upgrade";

const accept = acceptorOf(databaseCommands);

/** Lists that `null` clears: the vendor's clients rely on it. */
export const CLEARED_BY_NULL = ["clientTlsCertificates"];

const LIST = "/subscriptions/:subscriptionId/databases";
const PATH = `${LIST}/:databaseId`;

/** `/subscriptions/{subscriptionId}/databases` and what belongs to one database, except its tags. */
export const databaseRoutes = new Hono<Environment>({ strict: false })
  .get(LIST, (context) => {
    const account = context.get("account");
    const subscription = subscriptionInPath(context);
    const visible = account
      .collection(DATABASE)
      .inSubscription(subscription.id)
      .filter((one) => isVisible(one, account.now));
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
    const body = await bodyOf(context, databaseCreateRequest, CLEARED_BY_NULL);
    return accept(context, "databaseCreateRequest", { subscriptionId, body });
  })
  .get(PATH, (context) => {
    const { database, subscription } = databaseInPath(context);
    return context.json({ ...databaseAnswer(database, subscription), links: selfLinks(context) });
  })
  .put(PATH, async (context) => {
    const ids = idsInPath(context);
    const body = await bodyOf(context, databaseUpdateRequest, CLEARED_BY_NULL);
    return accept(context, "databaseUpdateRequest", { ...ids, body });
  })
  .put(`${PATH}/regions`, async (context) => {
    const ids = idsInPath(context);
    const body = await bodyOf(context, crdbUpdatePropertiesRequest, CLEARED_BY_NULL);
    return accept(context, "databaseUpdateRequest", { ...ids, isByRegion: true, body });
  })
  .delete(PATH, (context) => accept(context, "databaseDeleteRequest", idsInPath(context)))
  .get(`${PATH}/certificate`, (context) => {
    const { database } = databaseInPath(context);
    if (!database.enableTls) throw notFound("The database has no certificate: TLS is not enabled.");
    return context.json({ publicCertificatePEMString: SERVER_CERTIFICATE });
  })
  .get(`${PATH}/upgrade`, (context) =>
    context.json(upgradeAnswer(databaseInPath(context).database, context.get("account").now)),
  )
  .post(`${PATH}/upgrade`, async (context) => {
    const ids = idsInPath(context);
    const body = await bodyOf(context, databaseUpgradeRequest);
    return accept(context, "databaseUpgradeRequest", { ...ids, body });
  })
  .get(`${PATH}/available-target-versions`, (context) =>
    context.json(laterVersionsAnswer(databaseInPath(context).database)),
  )
  .get(`${PATH}/backup`, (context) => {
    const regionName = context.req.query("regionName");
    return accept(context, "databaseBackupStatusRequest", { ...idsInPath(context), regionName });
  })
  .post(`${PATH}/backup`, async (context) => {
    const ids = idsInPath(context);
    const body = await bodyOf(context, databaseBackupRequest);
    return accept(context, "databaseBackupRequest", { ...ids, body });
  })
  .get(`${PATH}/import`, (context) => accept(context, "databaseImportStatusRequest", idsInPath(context)))
  .post(`${PATH}/import`, async (context) => {
    const ids = idsInPath(context);
    const body = await bodyOf(context, databaseImportRequest);
    return accept(context, "databaseImportRequest", { ...ids, body });
  })
  .get(`${PATH}/slow-log`, async (context) => {
    const { database } = databaseInPath(context);
    const log = await slowLogAnswer(database, context.req.query("regionName"));
    return context.json({ ...log, links: selfLinks(context) });
  })
  .put(`${PATH}/flush`, async (context) => {
    await bodyOf(context, crdbFlushRequest);
    return accept(context, "crdbFlushRequest", idsInPath(context));
  });
