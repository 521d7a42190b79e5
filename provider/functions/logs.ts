import { reading } from "./account";
import type { GetLogsArgs, GetSystemLogsArgs, SessionLogEntry, SystemLogEntry } from "./logTypes";
import { outputForm } from "./lookup";
import { readSessionLogs, readSystemLogs } from "./readLogs";

export type * from "./logTypes";

/** The account's system log, the newest entries first. A log changes all the time, so do not build resources on it. API: `GET /logs`. */
export const getSystemLogs = (args: GetSystemLogsArgs = {}): Promise<SystemLogEntry[]> =>
  reading(args, (account) => readSystemLogs(account, args));
export const getSystemLogsOutput = outputForm(getSystemLogs);

/** The account's session log, the newest entries first. API: `GET /session-logs`. */
export const getSessionLogs = (args: GetLogsArgs = {}): Promise<SessionLogEntry[]> =>
  reading(args, (account) => readSessionLogs(account, args));
export const getSessionLogsOutput = outputForm(getSessionLogs);
