import type { Account } from "../../account";
import { ApiError, notFound } from "../../http/errors";
import { isVisible } from "../../resource";
import { DATABASE, type Database } from "../database/state";
import { type AnyDatabase, findDatabase } from "../databases";
import { PRIVATE_LINK } from "../privateLink/state";
import { PRIVATE_SERVICE_CONNECT } from "../privateServiceConnect/state";
import { SUBSCRIPTION } from "../subscription/state";
import { SUBSCRIPTION_PEERING } from "../subscriptionPeering/state";
import type { CreateEndpointsRedirectionRequest } from "./requests";
import { ENDPOINT_REDIRECTION, type EndpointRedirection } from "./state";
import { blockingRedirection } from "./traffic";

/*
 * A redirection is no task, so what is wrong with it is answered at once, without a code. What has to be the same, and
 * what is not supported, is in the vendor's guide to redirecting endpoints; the sentences are the simulator's.
 */

/** Databases between which endpoints can be redirected. */
export interface Pair {
  source: AnyDatabase;
  target: Database;
}

/** @throws ApiError unless the endpoints can be redirected */
export function redirectablePair(account: Account, request: CreateEndpointsRedirectionRequest): Pair {
  const { sourceDatabaseId, targetDatabaseId, migrationProtection } = request;
  refuseUnless(migrationProtection, 400, "'migrationProtection' must be true to redirect endpoints.");
  refuseUnless(
    sourceDatabaseId !== targetDatabaseId,
    400,
    "The source and the target are the same database.",
  );
  const source = existing(account, sourceDatabaseId, "Source");
  const target = existing(account, targetDatabaseId, "Target");
  refuseUnless(isPro(target), 400, "The target database must be a Redis Cloud Pro database.");
  for (const one of [source, target]) {
    refuseUnless(!isActiveActive(one), 400, "Active-Active databases are not supported.");
    refuseUnless(!isPrivate(account, one), 400, "Private Service Connect and PrivateLink are not supported.");
  }
  for (const [what, isSame] of comparisons(account, source, target))
    refuseUnless(isSame, 400, `The databases are not compatible: ${what} differ.`);
  for (const one of [source, target]) {
    refuseUnless(one.status === "active", 403, `Database ${one.id} is not active.`);
    const isBusy = isChanging(account, one.id) || blockingRedirection(account, one.id) !== undefined;
    refuseUnless(!isBusy, 409, `The endpoints of database ${one.id} are redirected already.`);
  }
  return { source, target };
}

function refuseUnless(holds: boolean, status: ApiError["status"], message: string): asserts holds {
  if (!holds) throw new ApiError(status, message);
}

function existing(account: Account, id: number, which: string): AnyDatabase {
  const database = findDatabase(account, id);
  if (!database || !isVisible(database, account.now)) throw notFound(`${which} database was not found.`);
  return database;
}

const isPro = (database: AnyDatabase): database is Database => database.kind === DATABASE;

const isActiveActive = (database: AnyDatabase): boolean =>
  "locals" in database && database.locals !== undefined;

const inSubscription = (account: Account, kind: string, { subscriptionId }: AnyDatabase): boolean =>
  account.collection(kind).inSubscription(subscriptionId).length > 0;

const isPrivate = (account: Account, database: AnyDatabase): boolean =>
  [PRIVATE_LINK, PRIVATE_SERVICE_CONNECT].some((kind) => inSubscription(account, kind, database));

/** Properties that have to be the same. */
function comparisons(account: Account, source: AnyDatabase, target: Database): [string, boolean][] {
  const isSame = (of: (database: AnyDatabase) => unknown) =>
    JSON.stringify(of(source)) === JSON.stringify(of(target));
  const publicAccess = ({ subscriptionId }: AnyDatabase) =>
    account.collection(SUBSCRIPTION).get(subscriptionId)?.publicEndpointAccess ?? true;
  return [
    ["ports", isSame(({ port }) => port)],
    [
      "TLS settings",
      isSame(({ enableTls, clientCertificates }) => [enableTls, clientCertificates.length > 0]),
    ],
    ["default user settings", isSame(({ enableDefaultUser }) => enableDefaultUser)],
    ["CIDR allow lists", isSame(({ sourceIps }) => sourceIps && [...sourceIps].sort())],
    ["connectivity settings", isSame((one) => inSubscription(account, SUBSCRIPTION_PEERING, one))],
    ["public endpoint accesses", isSame(publicAccess)],
  ];
}

const CHANGING: readonly string[] = [
  "initiated",
  "pending",
  "in-progress",
] satisfies EndpointRedirection["status"][];

const isChanging = (account: Account, databaseId: number): boolean =>
  [...account.collection(ENDPOINT_REDIRECTION).values()].some(
    ({ status, sourceDatabaseId, targetDatabaseId }) =>
      CHANGING.includes(status) && [sourceDatabaseId, targetDatabaseId].includes(databaseId),
  );
