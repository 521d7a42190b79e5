import { type Answers, itemsOf, itemsOnPages, type PagedList } from "../../copy/answers";

/** The list of a subscription's databases. */
export const databasesIn = (subscriptionId: number): PagedList => ({
  path: `/subscriptions/${subscriptionId}/databases`,
  items: (page) => itemsOf(itemsOf(page, "subscription")[0], "databases"),
});

/** The databases of a subscription, as its list tells of them. */
export const listedDatabases = (answers: Answers, subscriptionId: number): unknown[] =>
  itemsOnPages(answers, databasesIn(subscriptionId));
