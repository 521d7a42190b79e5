/** Limits of subscriptions, each as the API's documentation or its error codes state it. */

/** "You cannot change (make non-active) more than three subscriptions at the same time." */
export const MAX_NON_ACTIVE_SUBSCRIPTIONS = 3;

/** How long a subscription waits for its customer managed keys, in simulated milliseconds: seven days. */
export const ENCRYPTION_KEY_WAIT_MS = 7 * 24 * 60 * 60 * 1000;

/** Resource tags on a subscription. */
export const MAX_RESOURCE_TAGS = 30;

/** Maintenance windows of a subscription, and the hours one may last. */
export const MAX_MAINTENANCE_WINDOWS = 7;
export const MAINTENANCE_WINDOW_HOURS: readonly [number, number] = [4, 24];
export const FLASH_MAINTENANCE_WINDOW_HOURS: readonly [number, number] = [8, 24];

/** Regions of an Active-Active subscription. The API has a code for the limit; the number itself is not public. */
export const MAX_ACTIVE_ACTIVE_REGIONS = 10;

/** The deployment CIDR of a subscription has room for 256 addresses. */
export const DEPLOYMENT_CIDR_PREFIX_LENGTH = 24;
