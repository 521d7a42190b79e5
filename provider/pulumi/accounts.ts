import { RedisCloudApiError } from "../api/error";
import type { Account } from "../lifecycle/account";
import { openAccount } from "../lifecycle/openAccount";
import type { Problem } from "../operations/declaration";
import { ConfigurationError, type ReadConfig, resolveCredentials } from "./credentials";

/** The accounts of this process, one per base URL and pair of keys, shared by all stacks and resources. */
const accounts = new Map<string, Account>();

/**
 * The account of a resource or look-up.
 *
 * @param name one of `redis-cloud:accounts`; without it, the default account.
 * @throws ConfigurationError
 */
export function accountOf(config: ReadConfig, name?: string): Account {
  const byName = resolved.get(config) ?? new Map<string | undefined, Account>();
  resolved.set(config, byName);
  const account = byName.get(name) ?? openOnce(config, name);
  byName.set(name, account);
  return account;
}

/** Cache of resolved account names, per config. */
const resolved = new WeakMap<ReadConfig, Map<string | undefined, Account>>();

function openOnce(config: ReadConfig, name: string | undefined): Account {
  const credentials = resolveCredentials(config, process.env, name);
  const key = JSON.stringify(credentials);
  const account = accounts.get(key) ?? openAccount(credentials);
  accounts.set(key, account);
  return account;
}

/**
 * Validates the account's configuration with one request, which all its resources share.
 * Reports no problem when the API is temporarily unavailable.
 */
export async function accountProblems(config: ReadConfig, name?: string): Promise<readonly Problem[]> {
  try {
    await accountOf(config, name).snapshots.paymentMethods.asOf(0);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return [{ property: error.key, reason: error.message }];
    if (!(error instanceof RedisCloudApiError)) return [];
    if (error.kind === "unauthorized") return [{ property: "redis-cloud:apiKey", reason: error.message }];
    // Other API errors are not configuration problems.
    return error.kind === "not-sent" ? [{ property: "redis-cloud:baseUrl", reason: error.message }] : [];
  }
}
