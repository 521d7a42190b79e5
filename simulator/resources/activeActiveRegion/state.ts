import type { KindName } from "../../kinds";
import type { Resource } from "../../resource";

/**
 * Regions of Active-Active subscriptions have no state of their own: their subscription is `pending` while one is added
 * or removed. So an account keeps them in their subscriptions, and the collection of this kind is empty.
 */
export const ACTIVE_ACTIVE_REGION: KindName<Resource> = "activeActiveRegion";
