import path from "node:path";
import { Command } from "commander";
import type { SessionLogEntry, SystemLogEntry } from "../provider/functions/logTypes";
import { readSessionLogs, readSystemLogs } from "../provider/functions/readLogs";
import { accountToRead } from "./account";
import { type ActionOptions, withAccount } from "./actions/options";
import { wholeNumber } from "./arguments";
import { table } from "./table";

const DEFAULT_LIMIT = 50;

interface Options extends Omit<ActionOptions, "timeout"> {
  sessions?: boolean;
  from?: string;
  to?: string;
  resource?: number;
  limit: number;
  json?: boolean;
}

/** `pulumi-redis-cloud logs`: what happened in an account. */
export function logsCommand(): Command {
  const command = new Command("logs")
    .description(
      "Print the log of an account, the newest entries first: what was done to it, or who logged in.",
    )
    .option("--sessions", "the session log, of people in the Redis Cloud console, instead of the system log")
    .option("--from <time>", "only entries at this time or later, e.g. 2026-01-31T12:00:00Z")
    .option("--to <time>", "only entries at this time or earlier")
    .option(
      "--resource <id>",
      "only entries about this subscription, database, … (system log only)",
      wholeNumber,
    )
    .option(
      "--limit <n>",
      "how many, up to 1000 (system log) or 100 (session log)",
      wholeNumber,
      DEFAULT_LIMIT,
    )
    .option("--json", "print them as JSON");
  return withAccount(command).action(logs);
}

async function logs({ sessions, json, account: name, cwd, resource, ...options }: Options): Promise<void> {
  if (sessions && resource !== undefined)
    throw new Error("--resource is for the system log, not for --sessions");
  const account = await accountToRead(path.resolve(cwd), name);
  const filters = { startTime: options.from, endTime: options.to, limit: options.limit };
  if (sessions) {
    const entries = await readSessionLogs(account, filters);
    console.log(json ? JSON.stringify(entries, undefined, 2) : sessionTable(entries));
  } else {
    const entries = await readSystemLogs(account, { ...filters, resourceId: resource });
    console.log(json ? JSON.stringify(entries, undefined, 2) : systemTable(entries));
  }
}

function systemTable(entries: readonly SystemLogEntry[]): string {
  if (entries.length === 0) return "No entries.";
  const rows = entries.map(({ time, originator, apiKeyName, type, resource, resourceId, description }) => [
    time ?? "",
    originator ?? apiKeyName ?? "",
    [type ?? resource ?? "", resourceId ?? ""].join(" ").trim(),
    description ?? "",
  ]);
  return table(["TIME", "WHO", "WHAT", "DESCRIPTION"], rows);
}

function sessionTable(entries: readonly SessionLogEntry[]): string {
  if (entries.length === 0) return "No entries.";
  const rows = entries.map(({ time, user, userRole, ipAddress, type, action }) => [
    time ?? "",
    user ?? "",
    userRole ?? "",
    ipAddress ?? "",
    [type, action].filter(Boolean).join(": "),
  ]);
  return table(["TIME", "WHO", "ROLE", "ADDRESS", "ACTION"], rows);
}
