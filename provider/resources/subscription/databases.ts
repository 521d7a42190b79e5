import type { SubscriptionDatabase, SubscriptionInputs } from "./types";

/** Databases that subscriptions of this run were created with, by subscription ID: names as declared. */
const declared = new Map<number, ReadonlySet<string>>();

/** Takes note of the databases that a subscription is, or was, created with. */
export function noteCreatedWith(
  subscriptionId: number,
  databases: readonly SubscriptionDatabase[] = [],
): void {
  declared.set(subscriptionId, new Set(databases.flatMap(numbered).map(({ name }) => name)));
}

/** Whether the subscription's own creation made a database of this name: a Database takes it over. */
export const createdBySubscription = (subscriptionId: number, name: string): boolean =>
  declared.get(subscriptionId)?.has(name) ?? false;

/** The arguments that name databases. */
export type WithDatabases = Partial<Pick<SubscriptionInputs, "databases" | "creationPlan">>;

const PLAN_NAME = "creation-plan";

/**
 * The databases of the request that creates a subscription: real ones, or, since the API requires some, ones that
 * only size the hardware and are removed as soon as the subscription is active.
 */
export function databasesToCreate({
  databases = [],
  creationPlan = [{ datasetSizeInGb: 0.1, replication: false }],
}: WithDatabases): readonly SubscriptionDatabase[] {
  if (databases.length > 0) return databases.flatMap(numbered).map(withProtocol);
  return creationPlan
    .flatMap((spec, index) => numbered({ ...spec, name: `${PLAN_NAME}-${index + 1}` }))
    .map(withProtocol);
}

/** Names of the databases that creating the subscription made, whether real or only planned. */
export function namesCreatedWith(inputs: WithDatabases): ReadonlySet<string> {
  return new Set(databasesToCreate(inputs).map(({ name }) => name));
}

/** Names of the databases that are declared with it, and stay. */
export const namesDeclared = ({ databases = [] }: WithDatabases): readonly string[] =>
  databases.flatMap(numbered).map(({ name }) => name);

/** Names of those that are to be removed as soon as the subscription is active. */
export function namesOnlyPlanned(inputs: WithDatabases): ReadonlySet<string> {
  return (inputs.databases?.length ?? 0) > 0 ? new Set() : namesCreatedWith(inputs);
}

/** The API requires the protocol here, and not elsewhere. */
const withProtocol = <T extends object>(spec: T) => ({ protocol: "redis" as const, ...spec });

/** One for each of a quantity, with names that are known beforehand: `name-1`, `name-2`. */
export function numbered({ quantity = 1, ...spec }: SubscriptionDatabase): readonly SubscriptionDatabase[] {
  if (quantity === 1) return [spec];
  return Array.from({ length: quantity }, (_, index) => ({ ...spec, name: `${spec.name}-${index + 1}` }));
}
