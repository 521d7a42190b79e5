import type { Target } from "../../lifecycle/kind";
import type { ResourceSession } from "../../operations/session";
import { FIRST_REGIONS } from "../activeActiveSubscription/place";
import { type RegionDetails, readSubscription } from "../subscription/observed";
import { activeActiveRegionKind, type ListedActiveActiveRegion } from "./kind";
import type { ActiveActiveRegionInputs } from "./types";

/** What the API tells of a region. */
export interface ObservedRegion {
  /** As the subscription's list of regions has it. */
  readonly region: ListedActiveActiveRegion;
  /** As the subscription itself tells it. */
  readonly details?: RegionDetails;
  /** Whether it is one of the two that the subscription tells first, with which it was created. */
  readonly isFirst: boolean;
}

/** Reads a region; undefined when it is gone. */
export async function observeRegion(
  { place, id }: Target,
  _inputs: Partial<ActiveActiveRegionInputs>,
  session: ResourceSession,
): Promise<ObservedRegion | undefined> {
  const region = (await session.list(activeActiveRegionKind, place)).get(id ?? "");
  if (region === undefined) return undefined;
  const subscription = await readSubscription(place.subscriptionId ?? "", session);
  const all = subscription?.cloudDetails?.flatMap(({ regions = [] }) => regions) ?? [];
  const index = all.findIndex((one) => one.region === id);
  return { region, details: all[index], isFirst: index >= 0 && index < FIRST_REGIONS };
}
