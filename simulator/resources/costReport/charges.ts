import type { Account } from "../../account";
import { DATABASE, type Database, type DatabaseTag } from "../database/state";
import { ESSENTIALS_DATABASE } from "../essentialsDatabase/state";
import { planOf } from "../essentialsSubscription/find";
import { ESSENTIALS_SUBSCRIPTION, type EssentialsSubscription } from "../essentialsSubscription/state";
import { pricingOfDryRun } from "../subscription/pricing";
import { SUBSCRIPTION, type Subscription } from "../subscription/state";
import type { CostReportCreateRequest } from "./requests";

/** Something that costs money for as long as it exists. */
export interface Charge {
  readonly subscriptionType: "pro" | "essentials";
  readonly subscriptionId: number;
  readonly resource: {
    readonly type: "Database" | "Subscription";
    readonly id: number;
    readonly name: string;
  };
  readonly databaseIds: readonly number[];
  readonly region: string;
  readonly tags: readonly DatabaseTag[];
  /** US dollars for each unit. */
  readonly unitPrice: number;
  readonly unit: "Hours" | "Months";
  /** Since when it exists, in simulated milliseconds since 1970. */
  readonly since: number;
  readonly description: string;
  readonly details: object;
}

/**
 * What the account pays for now. What does not exist any more is in no report, nor is the minimum price of a Pro
 * subscription: only its databases are.
 */
export function chargesOf(account: Account): Charge[] {
  const databases = [...account.collection(DATABASE).values()];
  const pro = databases.flatMap((database) => {
    const subscription = account.collection(SUBSCRIPTION).get(database.subscriptionId);
    return subscription ? chargesOfDatabase(subscription, database) : [];
  });
  const essentials = [...account.collection(ESSENTIALS_SUBSCRIPTION).values()];
  return [...pro, ...essentials.map((subscription) => chargeOfPlan(account, subscription))];
}

/** A Pro database is charged by the hour: an Active-Active one in each of its regions. */
function chargesOfDatabase(subscription: Subscription, database: Database): Charge[] {
  const shards = pricingOfDryRun(subscription, [database]).filter(({ type }) => type === "Shards");
  return shards.map(({ quantity, pricePerUnit, typeDetails = "", region = subscription.region }) => ({
    subscriptionType: "pro",
    subscriptionId: subscription.id,
    resource: { type: "Database", id: database.id, name: database.name },
    databaseIds: [database.id],
    region,
    tags: database.tags ?? [],
    unitPrice: quantity * pricePerUnit,
    unit: "Hours",
    since: database.activatedOn ?? Number.POSITIVE_INFINITY,
    description: `${quantity} ${typeDetails} shards of database ${database.name}`,
    details: { shardType: typeDetails, shards: quantity, memoryLimitInGb: database.memoryLimitInGb },
  }));
}

/** An Essentials plan is charged by the month, whatever its databases. */
function chargeOfPlan(account: Account, subscription: EssentialsSubscription): Charge {
  const { name, price, region, size, sizeMeasurementUnit } = planOf(subscription);
  const databases = account.collection(ESSENTIALS_DATABASE).inSubscription(subscription.id);
  return {
    subscriptionType: "essentials",
    subscriptionId: subscription.id,
    resource: { type: "Subscription", id: subscription.id, name: subscription.name },
    databaseIds: databases.map(({ id }) => id),
    region,
    tags: databases.flatMap(({ tags = [] }) => tags),
    unitPrice: price,
    unit: "Months",
    since: subscription.created,
    description: `Plan ${name} of subscription ${subscription.name}`,
    details: { plan: name, size: `${size}${sizeMeasurementUnit}` },
  };
}

/** Whether a charge is one of those that the request asks for. */
export function isAskedFor(
  { subscriptionIds, databaseIds, subscriptionType, regions, tags = [] }: CostReportCreateRequest,
  charge: Charge,
): boolean {
  return (
    (subscriptionIds?.includes(charge.subscriptionId) ?? true) &&
    (databaseIds?.some((id) => charge.databaseIds.includes(id)) ?? true) &&
    (subscriptionType ?? charge.subscriptionType) === charge.subscriptionType &&
    (regions?.includes(charge.region) ?? true) &&
    tags.every(({ key, value }) => charge.tags.some((tag) => tag.key === key && tag.value === value))
  );
}
