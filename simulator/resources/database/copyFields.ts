import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { type Answers, fieldOf, itemsOf } from "../../copy/answers";
import { maybe, time, withDefault } from "../../copy/fields";
import type { Random } from "../../random";
import { isAtLeast } from "./catalog";
import { SERVER_CERTIFICATE } from "./certificate";
import { HIGHEST_DATABASE_PORT, LOWEST_DATABASE_PORT } from "./limits";
import type { Database, DatabaseState, DatabaseTag } from "./state";

/*
 * Fields of answers that databases of all subscriptions have in common, and what is stored for them.
 */

const respVersion = maybe(z.enum(["resp2", "resp3"]));

export const alerts = withDefault(z.array(z.object({ name: z.string(), value: z.number() })), []);

/** The state and the settings that all databases have by the same names. */
export const COMMON_FIELDS = {
  databaseId: z.int(),
  name: z.string(),
  status: z.string(),
  redisVersion: maybe(z.string()),
  respVersion,
  supportOSSClusterApi: withDefault(z.boolean(), false),
  useExternalEndpointForOSSClusterApi: withDefault(z.boolean(), false),
  replication: withDefault(z.boolean(), false),
  dataEvictionPolicy: withDefault(z.string(), "volatile-lru"),
  modules: withDefault(z.array(z.object({ name: z.string(), parameters: maybe(z.unknown()) })), []),
  activatedOn: time,
  lastModified: time,
};

/** The settings that databases in one region have by the same names. */
export const SINGLE_REGION_FIELDS = {
  dataPersistence: withDefault(z.string(), "none"),
  publicEndpoint: maybe(z.string()),
  privateEndpoint: maybe(z.string()),
  replica: maybe(
    z.object({
      syncSources: z.array(
        z.object({
          endpoint: z.string(),
          encryption: maybe(z.boolean()),
          serverCert: maybe(z.string()),
        }),
      ),
    }),
  ),
  alerts,
};

const SECURITY = {
  enableTls: withDefault(z.boolean(), false),
  sslClientAuthentication: withDefault(z.boolean(), false),
  tlsClientAuthentication: withDefault(z.boolean(), false),
  sourceIps: maybe(z.array(z.string())),
};

/** Security of a Pro database. Answers of Essentials databases call the default user otherwise. */
export const security = z.object({ ...SECURITY, enableDefaultUser: withDefault(z.boolean(), true) });
export const essentialsSecurity = z.object({
  ...SECURITY,
  defaultUserEnabled: withDefault(z.boolean(), true),
});

export const clustering = z.object({
  numberOfShards: withDefault(z.int(), 1),
  enabled: withDefault(z.boolean(), false),
  regexRules: withDefault(z.array(z.object({ ordinal: z.number(), pattern: z.string() })), []),
  hashingPolicy: withDefault(z.enum(["standard", "custom", "oss"]), "standard"),
});

/** What is stored for the security settings of an answer. Only whether there are client certificates is known. */
export function securityFrom(
  answer: Pick<z.infer<typeof security>, keyof typeof SECURITY>,
  defaultSourceIps: readonly string[],
): Pick<Database, "enableTls" | "clientCertificates" | "sourceIps"> {
  const { enableTls, sslClientAuthentication, tlsClientAuthentication, sourceIps } = answer;
  const isDefault = sourceIps === undefined || isDeepStrictEqual(sourceIps, defaultSourceIps);
  return {
    enableTls,
    clientCertificates: sslClientAuthentication || tlsClientAuthentication ? [SERVER_CERTIFICATE] : [],
    ...(!isDefault && { sourceIps }),
  };
}

export const hashingFrom = ({ regexRules, hashingPolicy }: z.infer<typeof clustering>) => ({
  hashingPolicy,
  regexRules: [...regexRules].sort((one, other) => one.ordinal - other.ordinal).map(({ pattern }) => pattern),
});

/** The modules of a database; none where they are part of Redis. */
export function modulesFrom(
  modules: z.infer<typeof COMMON_FIELDS.modules>,
  protocol: string,
  redisVersion: string,
): Database["modules"] {
  if (protocol === "stack" || (protocol === "redis" && isAtLeast(redisVersion, "8.0"))) return [];
  return modules.map(({ name, parameters }) => {
    const entries = Array.isArray(parameters)
      ? parameters.map((one) => [String(fieldOf(one, "name")), fieldOf(one, "value")])
      : [];
    return { name, ...(entries.length > 0 && { parameters: Object.fromEntries(entries) }) };
  });
}

/** The port at the end of an endpoint; of a database that has none yet, a random one. */
export function portFrom(endpoint: string | undefined, random: Random): number {
  const [, port] = endpoint?.match(/:(\d+)$/) ?? [];
  return port ? Number(port) : random.integer(LOWEST_DATABASE_PORT, HIGHEST_DATABASE_PORT);
}

const tag = z.object({
  key: z.string(),
  value: z.string(),
  createdAt: maybe(z.string()),
  updatedAt: maybe(z.string()),
});

/** The tags at a path; undefined where there never were any. */
export function tagsFrom(answers: Answers, path: string): DatabaseTag[] | undefined {
  if (!Array.isArray(fieldOf(answers[path], "tags"))) return undefined;
  return itemsOf(answers[path], "tags").flatMap((one) => {
    const { data } = tag.safeParse(one);
    if (!data) return [];
    const { createdAt = "", updatedAt = createdAt } = data;
    return { ...data, createdAt, updatedAt };
  });
}

/** What follows each state of a database. */
export const databaseStates = (
  kind: "database" | "essentialsDatabase",
): Record<DatabaseState, "rests" | { to: DatabaseState | "gone"; duration: string }> => ({
  draft: { to: "pending", duration: `${kind}Create` },
  pending: { to: "active", duration: `${kind}Create` },
  active: "rests",
  "active-change-pending": { to: "active", duration: `${kind}Update` },
  "active-upgrade-pending": { to: "active", duration: `${kind}Upgrade` },
  "import-pending": { to: "active", duration: `${kind}Import` },
  "delete-pending": { to: "gone", duration: `${kind}Delete` },
  error: "rests",
});
