import type { Account } from "../account";
import { insist } from "../refusal";
import type { SubscriptionCreateRequest, SubscriptionDatabaseSpec } from "../requests/subscription";
import type { Database, Subscription } from "../state";
import { defaultDatabase, giveIdentity } from "./defaults";
import { insistOnRules } from "./rules";
import { withSettings } from "./settings";

/**
 * The databases that a new subscription is to have; `quantity` asks for several of one kind, whose names get
 * a number.
 *
 * @throws Refusal when one of them breaks a rule
 */
export function databasesOfSpecs(
  account: Account,
  subscription: Subscription,
  { databases: specs, redisVersion }: SubscriptionCreateRequest,
): Database[] {
  insist(specs.length > 0, "SUBSCRIPTION_MUST_HAVE_AT_LEAST_ONE_DATABASE");
  const requests = specs.flatMap(inQuantity).map((spec) => ({ redisVersion, ...spec }));
  const names = requests.map(({ name }) => name);
  insist(new Set(names).size === names.length, "DATABASE_NAME_DUPLICATE");
  const ports = requests.flatMap(({ port }) => port ?? []);
  insist(new Set(ports).size === ports.length, "DATABASE_CUSTOM_PORT_NOT_UNIQUE");
  return requests.map((request) => {
    const database = withSettings(defaultDatabase(account, subscription, request), request);
    insistOnRules(database, subscription, []);
    return database;
  });
}

/** Creates them, once the subscription is active for the first time: they come with it. */
export function createDatabasesOf(account: Account, subscription: Subscription): void {
  const { creation } = subscription;
  if (!creation) return;
  for (const database of databasesOfSpecs(account, subscription, creation)) {
    giveIdentity(account, database);
    database.activatedOn = database.lastModified = account.now;
    account.databases.add(database);
    account.enter(database, "active");
  }
  subscription.creation = undefined;
}

function inQuantity({
  quantity = 1,
  ...spec
}: SubscriptionDatabaseSpec): Omit<SubscriptionDatabaseSpec, "quantity">[] {
  insist(quantity >= 1, "DATABASE_INVALID_QUANTITY");
  if (quantity === 1) return [spec];
  return Array.from({ length: quantity }, (_, index) => ({ ...spec, name: `${spec.name}-${index + 1}` }));
}
