/** Limits of a Redis Cloud account, each as the API's documentation or its error codes state it. */

/** "You cannot change (make non-active) more than three subscriptions at the same time." */
export const MAX_NON_ACTIVE_SUBSCRIPTIONS = 3;

/** How long a subscription waits for its customer managed keys, in simulated milliseconds: seven days. */
export const ENCRYPTION_KEY_WAIT_MS = 7 * 24 * 60 * 60 * 1000;

/** Requests a minute for one API key. */
export const REQUESTS_PER_MINUTE = 400;

/** `GET /tasks` reaches back ten days, in milliseconds. */
export const TASK_HISTORY_MS = 10 * 24 * 60 * 60 * 1000;

/** Ports a database may ask for. */
export const LOWEST_DATABASE_PORT = 10_000;
export const HIGHEST_DATABASE_PORT = 19_999;

/** Characters in the name of a database. */
export const DATABASE_NAME_MAX_LENGTH = 40;

/** Characters in the password of a database. The document states no limit; this one only stops nonsense. */
export const DATABASE_PASSWORD_MAX_LENGTH = 128;

/** Characters in a password that the server makes. */
export const GENERATED_PASSWORD_LENGTH = 32;

/** The smallest database, in gigabytes. */
export const DATABASE_MIN_SIZE_GB = 0.1;

/** The largest database, in gigabytes of memory. The document states no limit; this is the vendor's page on sizing. */
export const DATABASE_MAX_SIZE_GB = 12_000;

/** Resource tags on a subscription. */
export const MAX_RESOURCE_TAGS = 30;

/** Maintenance windows of a subscription, and the hours one may last. */
export const MAX_MAINTENANCE_WINDOWS = 7;
export const MAINTENANCE_WINDOW_HOURS: readonly [number, number] = [4, 24];
export const FLASH_MAINTENANCE_WINDOW_HOURS: readonly [number, number] = [8, 24];

/** Databases on a page of a list, when the request does not say. */
export const DEFAULT_PAGE_SIZE = 100;

/** The deployment CIDR of a subscription has room for 256 addresses. */
export const DEPLOYMENT_CIDR_PREFIX_LENGTH = 24;
