import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { SubscriptionCreateRequest, SubscriptionDatabaseSpec } from "../subscription/requests";
import type { Subscription } from "../subscription/state";
import { assignIdentity, defaultDatabase } from "./defaults";
import { requireRules } from "./rules";
import { withSettings } from "./settings";
import type { Database } from "./state";

/**
 * The databases with which a subscription is created; `quantity` asks for several with the same settings, whose names
 * get a number.
 *
 * @throws Refusal when one of them breaks a rule
 */
export function databasesOfSpecs(
  account: Account,
  subscription: Subscription,
  { databases: specs, redisVersion }: SubscriptionCreateRequest,
): Database[] {
  requireThat(specs.length > 0, "SUBSCRIPTION_MUST_HAVE_AT_LEAST_ONE_DATABASE");
  const requests = specs.flatMap(inQuantity).map((spec) => ({ redisVersion, ...spec }));
  const names = requests.map(({ name }) => name);
  requireThat(new Set(names).size === names.length, "DATABASE_NAME_DUPLICATE");
  const ports = requests.flatMap(({ port }) => port ?? []);
  requireThat(new Set(ports).size === ports.length, "DATABASE_CUSTOM_PORT_NOT_UNIQUE");
  return requests.map((request) => {
    const database = withSettings(defaultDatabase(account, subscription, request), request);
    requireRules(database, subscription, []);
    return database;
  });
}

/** Creates them when the subscription is active for the first time. */
export function createInitialDatabases(account: Account, subscription: Subscription): void {
  const { creation } = subscription;
  if (!creation) return;
  for (const database of databasesOfSpecs(account, subscription, creation)) {
    assignIdentity(account, database);
    database.activatedOn = database.lastModified = account.now;
    database.status = "active";
    account.add(database);
  }
  subscription.creation = undefined;
}

function inQuantity({
  quantity = 1,
  ...spec
}: SubscriptionDatabaseSpec): Omit<SubscriptionDatabaseSpec, "quantity">[] {
  requireThat(quantity >= 1, "DATABASE_INVALID_QUANTITY");
  if (quantity === 1) return [spec];
  return Array.from({ length: quantity }, (_, index) => ({ ...spec, name: `${spec.name}-${index + 1}` }));
}
