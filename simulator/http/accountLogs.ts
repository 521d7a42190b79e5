import type { Account } from "../account";
import type { Task } from "../resource";
import { queryNumber, type RouteContext } from "./environment";
import { ApiError } from "./errors";

/** Largest pages, from the OpenAPI document. */
const MAX_SYSTEM_LOGS = 1000;
const MAX_SESSION_LOGS = 100;

/** `GET /logs`: what tasks have done in the account, the newest first. */
export function systemLogs(context: RouteContext) {
  const account = context.get("account");
  const resourceId = context.req.query("resourceId");
  const entries = [...account.tasks.values()]
    .map((task, index) => ({ task, id: index + 1 }))
    .filter(({ task }) => task.status.startsWith("processing-") && task.status !== "processing-in-progress")
    .map(({ task, id }) => systemLogEntry(account, task, id))
    .filter((entry) => resourceId === undefined || String(entry.resourceId) === resourceId);
  return { entries: page(context, entries, MAX_SYSTEM_LOGS) };
}

function systemLogEntry(
  { options, kinds }: Account,
  { command, status, response, timestamp }: Task,
  id: number,
) {
  const { commandType } = command;
  const kind = kinds.ofCommand(commandType)?.name ?? "account";
  return {
    id,
    time: new Date(timestamp).toISOString(),
    originator: options.users[0]?.name,
    apiKeyName: "simulator",
    resource: kind,
    ...(typeof response?.resourceId === "number" && { resourceId: response.resourceId }),
    type: kind.charAt(0).toUpperCase() + kind.slice(1),
    description: response?.error
      ? `${commandType} was refused: ${response.error.type}`
      : `${commandType} was processed (${status})`,
  };
}

/**
 * `GET /session-logs`: the sessions of people in the vendor's console. The simulator has no console to log in to: its
 * owner has logged in once, when the account was created.
 */
export function sessionLogs(context: RouteContext) {
  const { options, created, accountId } = context.get("account");
  const entries = options.users.slice(0, 1).map(({ email, role }) => ({
    id: `session-${accountId}`,
    time: new Date(created).toISOString(),
    user: email,
    userAgent: "Mozilla/5.0 (simulated)",
    ipAddress: "127.0.0.1",
    userRole: role,
    type: "Session",
    action: "Login",
  }));
  return { entries: page(context, entries, MAX_SESSION_LOGS) };
}

/** @throws ApiError 400 for a filter that is not valid */
function page<Entry extends { time: string }>(
  context: RouteContext,
  entries: readonly Entry[],
  maximum: number,
): Entry[] {
  const [offset, limit] = [queryNumber(context, "offset", 0), queryNumber(context, "limit", maximum)];
  if (limit < 1 || limit > maximum)
    throw new ApiError(400, `Query parameter 'limit' must be a number from 1 to ${maximum}.`);
  const [from, until] = [timeIn(context, "startTime"), timeIn(context, "endTime")];
  return entries
    .filter(({ time }) => !(Date.parse(time) < from) && !(Date.parse(time) > until))
    .sort((one, other) => Date.parse(other.time) - Date.parse(one.time))
    .slice(offset, offset + limit);
}

/** The time in a query parameter, in milliseconds; NaN without one. */
function timeIn(context: RouteContext, name: string): number {
  const text = context.req.query(name);
  const time = Date.parse(text ?? "");
  if (text !== undefined && Number.isNaN(time))
    throw new ApiError(400, `Query parameter '${name}' must be a time, such as 2026-01-31T12:00:00Z.`);
  return time;
}
