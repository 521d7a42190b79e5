import { z } from "zod";
import { informative } from "../api/answers";
import type { Account } from "../lifecycle/account";
import { reading } from "./account";
import { type LookupArgs, outputForm } from "./lookup";

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

const words = informative(z.string());

const systemLogAnswer = z.looseObject({
  entries: z.array(
    z.object({
      id: informative(z.number()),
      time: words,
      originator: words,
      apiKeyName: words,
      resource: words,
      resourceId: informative(z.number()),
      type: words,
      description: words,
    }),
  ),
});

const sessionLogAnswer = z.looseObject({
  entries: z.array(
    z.object({
      id: informative(z.union([z.string(), z.number().transform(String)])),
      time: words,
      user: words,
      userAgent: words,
      ipAddress: words,
      userRole: words,
      type: words,
      action: words,
    }),
  ),
});

/** Reads entries of the system log. */
export const readSystemLogs = async (
  { api }: Pick<Account, "api">,
  filters: GetSystemLogsArgs,
): Promise<SystemLogEntry[]> => (await api.get(`/logs${queryOf(filters)}`, systemLogAnswer)).entries;

/** Reads entries of the session log. */
export const readSessionLogs = async (
  { api }: Pick<Account, "api">,
  filters: GetLogsArgs,
): Promise<SessionLogEntry[]> =>
  (await api.get(`/session-logs${queryOf(filters)}`, sessionLogAnswer)).entries;

/** The account's system log, the newest entries first. A log changes all the time, so do not build resources on it. API: `GET /logs`. */
export const getSystemLogs = (args: GetSystemLogsArgs = {}): Promise<SystemLogEntry[]> =>
  reading(args, (account) => readSystemLogs(account, args));
export const getSystemLogsOutput = outputForm(getSystemLogs);

/** The account's session log, the newest entries first. API: `GET /session-logs`. */
export const getSessionLogs = (args: GetLogsArgs = {}): Promise<SessionLogEntry[]> =>
  reading(args, (account) => readSessionLogs(account, args));
export const getSessionLogsOutput = outputForm(getSessionLogs);

function queryOf({ account: _, ...filters }: GetSystemLogsArgs): string {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]));
  return query.size > 0 ? `?${query}` : "";
}
