import type { LookupArgs } from "./lookup";

/** Which entries of a log to look up. */
export interface GetLogsArgs extends LookupArgs {
  /** Only entries at this time or later: UTC, in ISO 8601. */
  startTime?: string;
  /** Only entries at this time or earlier: UTC, in ISO 8601. */
  endTime?: string;
  /** How many of the newest to skip. @default 0 */
  offset?: number;
  /** How many to return: up to 1000 of the system log, up to 100 of the session log. @default chosen by the API */
  limit?: number;
}

/** Which entries of the system log to look up. */
export interface GetSystemLogsArgs extends GetLogsArgs {
  /** Only entries about the resource with this ID. */
  resourceId?: number | string;
}

/** An entry of the account's system log. */
export interface SystemLogEntry {
  readonly id?: number;
  /** In ISO 8601. */
  readonly time?: string;
  /** Who did it. */
  readonly originator?: string;
  /** The API key with which it was done. */
  readonly apiKeyName?: string;
  /** What it was done to. */
  readonly resource?: string;
  readonly resourceId?: number;
  readonly type?: string;
  readonly description?: string;
}

/** An entry of the account's session log: what people do in the console. */
export interface SessionLogEntry {
  readonly id?: string;
  /** In ISO 8601. */
  readonly time?: string;
  readonly user?: string;
  readonly userAgent?: string;
  readonly ipAddress?: string;
  readonly userRole?: string;
  readonly type?: string;
  readonly action?: string;
}
