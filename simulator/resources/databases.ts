import type { Account } from "../account";
import type { Resource } from "../resource";
import { DATABASE, type Database } from "./database/state";
import { ESSENTIALS_DATABASE, type EssentialsDatabase } from "./essentialsDatabase/state";
import { planOf } from "./essentialsSubscription/find";
import { sizeInGb } from "./essentialsSubscription/plans";
import { ESSENTIALS_SUBSCRIPTION } from "./essentialsSubscription/state";
import { SUBSCRIPTION } from "./subscription/state";

/** A database of a Pro or an Essentials subscription. IDs are unique among both. */
export type AnyDatabase = Database | EssentialsDatabase;

/** All databases of an account. */
export function allDatabases(account: Account): AnyDatabase[] {
  return [...account.collection(DATABASE).values(), ...account.collection(ESSENTIALS_DATABASE).values()];
}

/** The database with this ID. */
export function findDatabase(account: Account, id: number): AnyDatabase | undefined {
  return account.collection(DATABASE).get(id) ?? account.collection(ESSENTIALS_DATABASE).get(id);
}

/** The Pro or Essentials subscription with this ID. */
export function findSubscription(account: Account, id: number): Resource | undefined {
  return account.collection(SUBSCRIPTION).get(id) ?? account.collection(ESSENTIALS_SUBSCRIPTION).get(id);
}

/** How much memory a database may use. Databases of an Essentials plan share that of the plan: each may use all of it. */
export function memoryLimitInGb(account: Account, database: AnyDatabase): number {
  const subscription = account.collection(ESSENTIALS_SUBSCRIPTION).get(database.subscriptionId);
  return database.memoryLimitInGb ?? (subscription ? sizeInGb(planOf(subscription)) : 0);
}

/** Whether this is a database, of either kind. */
export const isDatabase = ({ kind }: { kind: string }): boolean =>
  kind === DATABASE || kind === ESSENTIALS_DATABASE;
