/** Limits of databases, each as the API's documentation or its error codes state it. */

/** Ports a database may ask for. */
export const LOWEST_DATABASE_PORT = 10_000;
export const HIGHEST_DATABASE_PORT = 19_999;

/** Characters in the name of a database. */
export const DATABASE_NAME_MAX_LENGTH = 40;

/** Characters in the password of a database. The document states no limit; this one only stops nonsense. */
export const DATABASE_PASSWORD_MAX_LENGTH = 128;

/** Characters in a password that the server generates. */
export const GENERATED_PASSWORD_LENGTH = 32;

/** The smallest database, in gigabytes. */
export const DATABASE_MIN_SIZE_GB = 0.1;

/** The largest database, in gigabytes of memory. The document states no limit; this is the vendor's page on sizing. */
export const DATABASE_MAX_SIZE_GB = 12_000;

/** Databases on a page of a list, unless the request says otherwise. */
export const DEFAULT_PAGE_SIZE = 100;
