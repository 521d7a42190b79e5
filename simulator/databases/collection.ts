import type { Database } from "../state";

/** The databases of an account, by their IDs and by their subscriptions. */
export class Databases {
  private readonly byId = new Map<number, Database>();
  private readonly bySubscription = new Map<number, Set<Database>>();

  constructor(databases: readonly Database[] = []) {
    for (const database of databases) this.add(database);
  }

  get(databaseId: number): Database | undefined {
    return this.byId.get(databaseId);
  }

  /** All of them, in the order of their creation. */
  values(): IterableIterator<Database> {
    return this.byId.values();
  }

  /** Those of a subscription, in the order of their creation. */
  of(subscriptionId: number): Database[] {
    return [...(this.bySubscription.get(subscriptionId) ?? [])];
  }

  add(database: Database): void {
    this.byId.set(database.databaseId, database);
    const siblings = this.bySubscription.get(database.subscriptionId);
    if (siblings) siblings.add(database);
    else this.bySubscription.set(database.subscriptionId, new Set([database]));
  }

  remove(database: Database): void {
    this.byId.delete(database.databaseId);
    this.bySubscription.get(database.subscriptionId)?.delete(database);
  }
}
