/** Limits of a Redis Cloud account that concern no particular kind of resource, as the API's documentation states them. */

/** Requests a minute for one API key. */
export const REQUESTS_PER_MINUTE = 400;

/** `GET /tasks` reaches back ten days, in milliseconds. */
export const TASK_HISTORY_MS = 10 * 24 * 60 * 60 * 1000;
