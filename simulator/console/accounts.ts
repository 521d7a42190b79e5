import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Account, SavedAccount } from "../account";
import { ApiError, notFound } from "../http/errors";
import type { Parts } from "./parts";
import { masked, unmasked } from "./secrets";
import type { ExportedAccount } from "./types";

const FORMAT = "redis-cloud-simulator-account";

/** Times in a saved account are those numbers that are within so many milliseconds of its own time. */
const NEAR_MS = 20 * 365 * 24 * 60 * 60 * 1000;

const stateful = { change: z.int(), status: z.string(), visibleAt: z.number() };
const exported = z.object({
  format: z.literal(FORMAT),
  version: z.literal(1),
  now: z.number(),
  account: z.looseObject({
    created: z.number(),
    random: z.number(),
    lastId: z.int(),
    queue: z.array(z.string()),
    processing: z.string().optional(),
    tasks: z.array(
      z.looseObject({ ...stateful, kind: z.literal("task"), taskId: z.string(), command: z.looseObject({}) }),
    ),
    resources: z.record(
      z.string(),
      z.array(
        z.looseObject({
          ...stateful,
          kind: z.string(),
          id: z.union([z.string(), z.number()]),
          name: z.string(),
        }),
      ),
    ),
    agenda: z.array(
      z.looseObject({
        at: z.number(),
        kind: z.string(),
        id: z.union([z.string(), z.number()]),
        to: z.string(),
        change: z.int(),
      }),
    ),
  }),
});

/** @throws ApiError 404 */
export function accountOf({ accounts }: Parts, accountId: string): Account {
  const account = accounts.find((one) => String(one.accountId) === accountId);
  if (!account) throw notFound(`There is no account ${accountId}.`);
  return account;
}

/** The content of an account, with a placeholder instead of each secret. */
export function exportAccount(account: Account): ExportedAccount {
  const content = masked(JSON.parse(JSON.stringify(account))) as Record<string, unknown>;
  return { format: FORMAT, version: 1, now: account.now, account: content };
}

/**
 * Puts an account into an exported state. Placeholders become the secrets that the account has in the same place now,
 * or else new ones.
 *
 * @throws ApiError 400 for anything but an exported account
 */
export async function loadAccount(parts: Parts, account: Account, json: unknown): Promise<void> {
  const { success, data, error } = exported.safeParse(json);
  if (!success) throw new ApiError(400, `This is no exported account. ${z.prettifyError(error)}`);
  const present = JSON.parse(JSON.stringify(account));
  const content = unmasked(data.account, (path) => secretAt(present, data.account, path));
  const saved = moved(content, data.now, parts.now()) as unknown as SavedAccount;
  await replace(parts, account, saved);
}

/** Removes everything from an account. */
export async function resetAccount(parts: Parts, account: Account): Promise<void> {
  await replace(parts, account);
}

async function replace(parts: Parts, { accountId }: Account, saved?: SavedAccount): Promise<void> {
  parts.accountList.replace(accountId, saved);
  await parts.runtime.bringUpToDate();
}

/** The text at a path, where arrays are compared by the IDs of what they contain; a new secret if there is none. */
function secretAt(present: unknown, loaded: unknown, path: readonly string[]): string {
  let [mine, theirs] = [present, loaded];
  for (const name of path) {
    const element = (theirs as Record<string, unknown>)?.[name];
    mine = Array.isArray(mine) ? counterpart(mine, element, name) : (mine as Record<string, unknown>)?.[name];
    theirs = element;
  }
  // Valid for a password as well as for the hash of one.
  return typeof mine === "string" ? mine : randomBytes(32).toString("hex");
}

function counterpart(elements: readonly unknown[], element: unknown, index: string): unknown {
  const idOf = (one: unknown) => {
    const { id, taskId = id } = (one ?? {}) as { id?: unknown; taskId?: unknown };
    return taskId;
  };
  const id = idOf(element);
  return id === undefined ? elements[Number(index)] : elements.find((one) => idOf(one) === id);
}

/** Moves all times: simulated time is another one here than where the account was exported. */
function moved(value: unknown, from: number, to: number): unknown {
  if (typeof value === "number") return Math.abs(value - from) < NEAR_MS ? value + to - from : value;
  if (Array.isArray(value)) return value.map((element) => moved(element, from, to));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, moved(field, from, to)]));
}
