/**
 * The tasks that add and remove regions, as far as is known: the API's documents do not tell their names, and these
 * follow the names of others.
 */
export const REGION_COMMANDS = {
  create: "activeActiveRegionCreateRequest",
  delete: "activeActiveRegionDeleteRequest",
} as const;

/** Regions that this run's subscriptions and region resources declare, by subscription ID. */
const ofSubscriptions = new Map<number, ReadonlySet<string>>();
const ofResources = new Map<number, Set<string>>();

/** Records the regions that a subscription itself declares. */
export function noteOwnRegions(subscriptionId: number, regions: readonly string[]): void {
  ofSubscriptions.set(subscriptionId, new Set(regions));
}

/** Records a region that an `ActiveActiveRegion` declares. */
export function noteAddedRegion(subscriptionId: number, region: string): void {
  const added = ofResources.get(subscriptionId) ?? new Set();
  ofResources.set(subscriptionId, added.add(region));
}

/** Whether the subscription itself declares the region. */
export const isOwnRegion = (subscriptionId: number, region: string): boolean =>
  ofSubscriptions.get(subscriptionId)?.has(region) ?? false;

/** Whether an `ActiveActiveRegion` of this run declares the region. */
export const isAddedRegion = (subscriptionId: number, region: string): boolean =>
  ofResources.get(subscriptionId)?.has(region) ?? false;
