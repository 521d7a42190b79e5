import type { Account } from "../../provider/lifecycle/account";
import { type Target, targetOf } from "../../provider/lifecycle/kind";
import type { Run as ListedRun } from "../../provider/resources/actions/kind";
import { ALL, ofKind } from "../declarations";
import { labelOf, type NamedDatabase } from "./database";
import type { ActionOptions } from "./options";
import { runByHand } from "./run";

/** How a backup or an import ended. */
export interface ActionResult {
  readonly subscriptionId: number;
  readonly databaseId: number;
  readonly name: string;
  readonly taskId: string;
  /** `success`, or `unknown` where the API does not tell. */
  readonly status: string;
  /** In ISO 8601. */
  readonly time?: string;
}

/** The kinds of resources that run an action, by the plan of their database. */
const KINDS = {
  backup: {
    pro: "databaseBackup",
    "active-active": "databaseBackup",
    essentials: "essentialsDatabaseBackup",
  },
  import: {
    pro: "databaseImport",
    "active-active": "databaseImport",
    essentials: "essentialsDatabaseImport",
  },
} as const;

/**
 * Runs the same action as its resource would, and waits until the API tells how it ended.
 *
 * @param inputs arguments of the resource, besides the database.
 */
export async function runAction(
  account: Account,
  action: keyof typeof KINDS,
  database: NamedDatabase,
  inputs: object,
  { timeout: timeoutMs, secrets }: Pick<ActionOptions, "timeout"> & { secrets: readonly string[] },
): Promise<ActionResult> {
  const declaration = ofKind(KINDS[action][database.plan], ALL);
  if (declaration === undefined) throw new Error(`there is no kind of resource that runs a ${action}`);
  const { kind, createRequest } = declaration;
  const { subscriptionId, databaseId, name } = database;
  const all = { subscriptionId, databaseId, ...inputs };
  const target = targetOf(kind, all);
  const label = `${kind.noun} of ${labelOf(database)}`;
  const operation = { action: "create", target, request: createRequest(all) } as const;
  const run = await runByHand(account, operation, { label, timeoutMs, secrets });
  return { subscriptionId, databaseId, name, taskId: String(run.id), ...(await resultOf(account, run)) };
}

async function resultOf({ snapshots }: Account, { kind, place, id = "" }: Target) {
  const runs = await snapshots.listOf(kind, place).asOf(0);
  const { status, time } = (runs.get(id) as ListedRun | undefined) ?? { status: "unknown" };
  return { status, ...(time !== undefined && { time }) };
}

/** The result for the terminal. */
export function asText(what: string, { status, time, taskId, ...database }: ActionResult): string {
  const { subscriptionId, databaseId, name } = database;
  const outcome =
    status === "unknown"
      ? "its task is completed, and the API does not tell more of it"
      : `${status}${time === undefined ? "" : ` at ${time}`}`;
  return `${what} of database ${subscriptionId}/${databaseId} (${name}): ${outcome} (task ${taskId})`;
}
