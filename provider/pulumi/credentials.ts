import ipaddr from "ipaddr.js";
import { z } from "zod";
import { ProxyConfigurationError, proxyFor } from "../api/proxy";
import type { Credentials } from "../api/transport";

/** Base URL of the real API. */
export const DEFAULT_BASE_URL = "https://api.redislabs.com/v1";

/** Reads a Pulumi config value by its full key, decrypted. */
export type ReadConfig = (key: string) => string | undefined;
type Environment = Readonly<Record<string, string | undefined>>;

/** The account cannot be reached as configured. The message says what to set. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";

  constructor(
    /** The config value that is missing or wrong, e.g. `redis-cloud:baseUrl`. */
    readonly key: string,
    message: string,
  ) {
    super(message);
  }
}

/** Config key, then environment variables: ours, then those of the vendor's Terraform provider. */
const SOURCES = {
  apiKey: ["redis-cloud:apiKey", "REDIS_CLOUD_API_KEY", "REDISCLOUD_ACCESS_KEY"],
  apiSecretKey: ["redis-cloud:apiSecretKey", "REDIS_CLOUD_API_SECRET_KEY", "REDISCLOUD_SECRET_KEY"],
  baseUrl: ["redis-cloud:baseUrl", "REDIS_CLOUD_BASE_URL", "REDISCLOUD_URL"],
} as const;

const accountsShape = z.record(
  z.string(),
  z.strictObject({
    apiKey: z.string().trim().min(1),
    apiSecretKey: z.string().trim().min(1),
    baseUrl: z.string().trim().optional(),
  }),
);

/**
 * Resolves an account's credentials: for a named account from `redis-cloud:accounts`; else from
 * `redis-cloud:apiKey`, `redis-cloud:apiSecretKey` and `redis-cloud:baseUrl`; else from the environment.
 *
 * @throws {@link ConfigurationError}
 */
export function resolveCredentials(
  config: ReadConfig,
  environment: Environment,
  account?: string,
): Credentials {
  const read = ([key, ...variables]: readonly [string, ...string[]]) =>
    [
      { source: key, value: config(key) },
      ...variables.map((variable) => ({ source: variable, value: environment[variable] })),
    ]
      .map(({ source, value }) => ({ source, value: value?.trim() }))
      .find(({ value }) => value);
  const common = read(SOURCES.baseUrl)?.value ?? DEFAULT_BASE_URL;
  if (account !== undefined) {
    const { apiKey, apiSecretKey, baseUrl } = namedAccount(config("redis-cloud:accounts"), account);
    const keyOf = (name: string) => `redis-cloud:accounts (${account}.${name})`;
    checkKey("redis-cloud:accounts", keyOf("apiKey"), apiKey);
    checkKey("redis-cloud:accounts", keyOf("apiSecretKey"), apiSecretKey);
    return { apiKey, apiSecretKey, ...connectionFor(baseUrl || common) };
  }
  const [apiKey, apiSecretKey] = [read(SOURCES.apiKey), read(SOURCES.apiSecretKey)];
  if (!apiKey?.value || !apiSecretKey?.value)
    throw new ConfigurationError("redis-cloud:apiKey", MISSING_KEYS);
  checkKey("redis-cloud:apiKey", apiKey.source, apiKey.value);
  checkKey("redis-cloud:apiSecretKey", apiSecretKey.source, apiSecretKey.value);
  return { apiKey: apiKey.value, apiSecretKey: apiSecretKey.value, ...connectionFor(common) };
}

/**
 * Checks that a key is valid in an HTTP header; if not, every request would fail.
 *
 * @param source what the user has set: a config value or an environment variable.
 */
function checkKey(key: string, source: string, value: string): void {
  if (/^[\x21-\x7e]+$/.test(value)) return;
  throw new ConfigurationError(
    key,
    `${source} contains a space, a line break or another character that keys do not have: copy the key again, without ` +
      "surrounding characters.",
  );
}

/** The validated base URL, and the proxy that the environment sets for it, if any. */
function connectionFor(baseUrl: string): Pick<Credentials, "baseUrl" | "proxy"> {
  const checked = checkedBaseUrl(baseUrl);
  try {
    const proxy = proxyFor(checked);
    return { baseUrl: checked, ...(proxy !== undefined && { proxy }) };
  } catch (error) {
    if (error instanceof ProxyConfigurationError)
      throw new ConfigurationError("redis-cloud:baseUrl", error.message);
    throw error;
  }
}

/**
 * The names in `redis-cloud:accounts`.
 *
 * @throws {@link ConfigurationError}
 */
export function accountNames(config: ReadConfig): readonly string[] {
  const accounts = config("redis-cloud:accounts");
  return accounts ? Object.keys(accountsIn(accounts, howToSet("<name>"))) : [];
}

const MISSING_KEYS =
  "The keys of the Redis Cloud account are missing. Set them in the stack's config " +
  "(`pulumi config set --secret redis-cloud:apiKey …` and `pulumi config set --secret redis-cloud:apiSecretKey …`) " +
  "or in the environment (REDIS_CLOUD_API_KEY and REDIS_CLOUD_API_SECRET_KEY).";

const howToSet = (account: string): string =>
  `\`pulumi config set --secret redis-cloud:accounts '{"${account}": {"apiKey": "…", "apiSecretKey": "…"}}'\``;

function namedAccount(accounts: string | undefined, account: string) {
  const howTo = howToSet(account);
  if (accounts === undefined) {
    throw new ConfigurationError(
      "redis-cloud:accounts",
      `Account ${account} is not configured: redis-cloud:accounts is not set. Set it: ${howTo}.`,
    );
  }
  const all = accountsIn(accounts, howTo);
  const named = Object.hasOwn(all, account) ? all[account] : undefined;
  if (named !== undefined) return named;
  const names = Object.keys(all).join(", ") || "none";
  throw new ConfigurationError(
    "redis-cloud:accounts",
    `Account ${account} is not in redis-cloud:accounts (configured: ${names}). Set it: ${howTo}.`,
  );
}

function accountsIn(accounts: string, howTo: string) {
  const parsed = accountsShape.safeParse(parseJson(accounts));
  if (parsed.success) return parsed.data;
  // The map holds keys, so the message names only paths.
  const paths = parsed.error.issues.map(({ path, code }) => `${path.join(".") || "(whole)"}: ${code}`);
  throw new ConfigurationError(
    "redis-cloud:accounts",
    `redis-cloud:accounts is not a map of accounts, each with apiKey, apiSecretKey and, optionally, baseUrl ` +
      `(${paths.join("; ")}). Set it: ${howTo}.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Requires TLS, except to this machine: keys are sent. */
function checkedBaseUrl(baseUrl: string): string {
  let url: URL;
  try {
    url = new URL(baseUrl);
  } catch {
    throw new ConfigurationError(
      "redis-cloud:baseUrl",
      `redis-cloud:baseUrl is not a URL: ${baseUrl}. Omit it for the real API.`,
    );
  }
  const allowed = url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
  if (allowed) return baseUrl;
  throw new ConfigurationError(
    "redis-cloud:baseUrl",
    `redis-cloud:baseUrl would send the keys unencrypted to ${url.host}: use https (plain http is only allowed to ` +
      "this machine).",
  );
}

function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "");
  return host === "localhost" || (ipaddr.isValid(host) && ipaddr.parse(host).range() === "loopback");
}
