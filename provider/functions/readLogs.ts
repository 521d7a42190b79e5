import { z } from "zod";
import { informative } from "../api/answers";
import type { Account } from "../lifecycle/account";
import type { GetLogsArgs, GetSystemLogsArgs, SessionLogEntry, SystemLogEntry } from "./logTypes";

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

function queryOf({ account: _, ...filters }: GetSystemLogsArgs): string {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]));
  return query.size > 0 ? `?${query}` : "";
}
