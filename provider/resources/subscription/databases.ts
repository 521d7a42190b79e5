import type { SubscriptionDatabase, SubscriptionInputs } from "./types";

/** Names of the databases with which subscriptions of this run were created, by subscription ID. */
const declared = new Map<number, ReadonlySet<string>>();
/** The same of databases that are only planned. */
const planned = new Map<number, ReadonlySet<string>>();

/** Records the databases with which a subscription is, or was, created. */
export function noteCreatedWith(subscriptionId: number, inputs: WithDatabases): void {
  declared.set(subscriptionId, new Set(namesDeclared(inputs)));
  planned.set(subscriptionId, namesOnlyPlanned(inputs));
}

/** Names of the databases of a subscription's creation plan; none if this run does not manage the subscription. */
export const plannedNames = (subscriptionId: number): ReadonlySet<string> =>
  planned.get(subscriptionId) ?? new Set();

/** Whether a database of this name was created with the subscription: a `Database` takes it over. */
export const createdBySubscription = (subscriptionId: number, name: string): boolean =>
  declared.get(subscriptionId)?.has(name) ?? false;

/** The arguments that name databases. */
export type WithDatabases = Partial<Pick<SubscriptionInputs, "databases" | "creationPlan">>;

const PLAN_NAME = "creation-plan";

/**
 * The databases in the request that creates a subscription: the declared ones or, since the API requires some, those of
 * the creation plan, which only determine the hardware and are removed as soon as the subscription is active.
 */
export function databasesToCreate({
  databases = [],
  creationPlan = [{ datasetSizeInGb: 0.1, replication: false }],
}: WithDatabases): readonly SubscriptionDatabase[] {
  if (databases.length > 0) return databases.flatMap(expandQuantity).map(withProtocol);
  return creationPlan
    .flatMap((spec, index) => expandQuantity({ ...spec, name: `${PLAN_NAME}-${index + 1}` }))
    .map(withProtocol);
}

/** Names of the databases that creating the subscription made, whether real or only planned. */
export function namesCreatedWith(inputs: WithDatabases): ReadonlySet<string> {
  return new Set(databasesToCreate(inputs).map(({ name }) => name));
}

/** Names of the databases that are declared with it, and stay. */
export const namesDeclared = ({ databases = [] }: WithDatabases): readonly string[] =>
  databases.flatMap(expandQuantity).map(({ name }) => name);

/** Names of those that are to be removed as soon as the subscription is active. */
export function namesOnlyPlanned(inputs: WithDatabases): ReadonlySet<string> {
  return (inputs.databases?.length ?? 0) > 0 ? new Set() : namesCreatedWith(inputs);
}

/** The API requires the protocol only here. */
const withProtocol = <T extends object>(spec: T) => ({ protocol: "redis" as const, ...spec });

/** Expands `quantity` into databases with predictable names: `name-1`, `name-2`. */
export function expandQuantity({
  quantity = 1,
  ...spec
}: SubscriptionDatabase): readonly SubscriptionDatabase[] {
  if (quantity === 1) return [spec];
  return Array.from({ length: quantity }, (_, index) => ({ ...spec, name: `${spec.name}-${index + 1}` }));
}
