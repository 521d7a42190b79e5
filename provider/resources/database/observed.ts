import { z } from "zod";
import { informative, maybe, resourceId } from "../../api/answers";
import type { Scope } from "../../operations/declaration";
import type { ResourceSession } from "../../operations/session";
import { portOf } from "./connection";
import type { DatabaseInputs, Replica } from "./types";

/** `GET /subscriptions/{id}/databases/{id}`. */
const databaseAnswer = z.looseObject({
  databaseId: resourceId,
  name: maybe(z.string()),
  status: z.string(),
  protocol: informative(z.string()),
  datasetSizeInGb: informative(z.number()),
  memoryLimitInGb: informative(z.number()),
  redisVersion: informative(z.string()),
  autoMinorVersionUpgrade: informative(z.boolean()),
  respVersion: informative(z.string()),
  supportOSSClusterApi: informative(z.boolean()),
  useExternalEndpointForOSSClusterApi: informative(z.boolean()),
  dataPersistence: informative(z.string()),
  dataEvictionPolicy: informative(z.string()),
  replication: informative(z.boolean()),
  throughputMeasurement: informative(z.object({ by: z.string(), value: z.number() })),
  ramPercentage: informative(z.number()),
  alerts: maybe(z.array(z.object({ name: z.string(), value: z.number() }))),
  modules: maybe(z.array(z.object({ name: z.string() }))),
  queryPerformanceFactor: informative(z.string()),
});

export const securityAnswer = z.looseObject({
  password: maybe(z.string()),
  enableDefaultUser: maybe(z.boolean()),
  enableTls: maybe(z.boolean()),
  sourceIps: maybe(z.array(z.string())),
  tlsClientAuthentication: maybe(z.boolean()),
  saslUsername: maybe(z.string()),
  saslPassword: maybe(z.string()),
});

export const backupAnswer = z.looseObject({
  enableRemoteBackup: maybe(z.boolean()),
  interval: maybe(z.string()),
  timeUTC: maybe(z.string()),
  destination: maybe(z.string()),
});

/** `GET /subscriptions/{id}/databases/{id}`, and most of the answer for an Essentials database. */
export const singleAnswer = databaseAnswer.extend({
  publicEndpoint: maybe(z.string()),
  privateEndpoint: maybe(z.string()),
  security: maybe(securityAnswer),
  backup: maybe(backupAnswer),
  replica: maybe(z.looseObject({ syncSources: maybe(z.array(z.looseObject({ endpoint: z.string() }))) })),
  provider: informative(z.string()),
  region: informative(z.string()),
  memoryStorage: informative(z.string()),
  activatedOn: informative(z.string()),
  lastModified: informative(z.string()),
  memoryUsedInMb: informative(z.number()),
  redisVersionCompliance: informative(z.string()),
  dynamicEndpoints: informative(z.object({ public: maybe(z.string()), private: maybe(z.string()) })),
  clustering: maybe(
    z.looseObject({
      numberOfShards: informative(z.number()),
      hashingPolicy: informative(z.string()),
      regexRules: maybe(z.array(z.looseObject({ ordinal: z.number(), pattern: z.string() }))),
    }),
  ),
});

/** `GET …/databases/{id}/tags`. */
const tagsAnswer = z.looseObject({
  tags: maybe(z.array(z.looseObject({ key: z.string(), value: z.string() }))),
});
const certificateAnswer = z.looseObject({ publicCertificatePEMString: maybe(z.string()) });

/** What the API reports about a database. */
export interface ObservedDatabase {
  /** `GET /subscriptions/{id}/databases/{id}`, with the arguments that the API reports under the same name. */
  readonly database: Omit<z.infer<typeof singleAnswer>, "replica"> & Partial<DatabaseInputs>;
  readonly security: Partial<z.infer<typeof securityAnswer>>;
  readonly backup?: z.infer<typeof backupAnswer>;
  readonly syncSources: Replica["syncSources"];
  /** TCP port of the endpoint, as declared or chosen by the API. */
  readonly port?: number;
  readonly regexRules?: string[];
  /** Number of shards, not counting replicas. */
  readonly numberOfShards?: number;
  /** How keys are distributed over shards: `standard`, `custom` or `oss`. */
  readonly hashingPolicy?: string;
  /** Tags; after a change, read only if the program declares tags. */
  readonly tags?: { key: string; value: string }[];
  /** The server's certificate in PEM form; read only if the program enables TLS. */
  readonly certificate?: string;
}

/** Reads a database and what its arguments require besides; undefined if it does not exist. */
export async function observeDatabase(
  path: string,
  { tags, enableTls }: Partial<DatabaseInputs>,
  session: ResourceSession,
  scope: Scope = "declared",
): Promise<ObservedDatabase | undefined> {
  const database = await session.find(path, singleAnswer);
  if (database === undefined) return undefined;
  const isTlsEnabled = enableTls ?? (scope === "all" && database.security?.enableTls);
  const besides = await readSubresources(path, session, {
    tags: scope !== "declared" || tags !== undefined,
    certificate: isTlsEnabled === true,
  });
  return { ...observedIn(database), ...besides };
}

/** Extracts what this package uses of the response for one database; tags and certificate have paths of their own. */
export function observedIn(database: z.infer<typeof singleAnswer>): ObservedDatabase {
  const rules = [...(database.clustering?.regexRules ?? [])].sort((a, b) => a.ordinal - b.ordinal);
  return {
    database: database as ObservedDatabase["database"],
    security: database.security ?? {},
    backup: database.backup,
    syncSources: (database.replica?.syncSources ?? []) as Replica["syncSources"],
    port: portOf(database.publicEndpoint ?? database.privateEndpoint),
    regexRules: rules.map(({ pattern }) => pattern),
    numberOfShards: database.clustering?.numberOfShards,
    hashingPolicy: database.clustering?.hashingPolicy,
  };
}

/** Reads the tags and the certificate, which have paths of their own, if requested. */
export async function readSubresources(
  path: string,
  session: ResourceSession,
  asked: { readonly tags: boolean; readonly certificate: boolean },
): Promise<Pick<ObservedDatabase, "tags" | "certificate">> {
  const [tagged, certified] = await Promise.all([
    asked.tags ? session.find(`${path}/tags`, tagsAnswer) : undefined,
    asked.certificate ? session.find(`${path}/certificate`, certificateAnswer) : undefined,
  ]);
  return {
    // The response has no list for a database that never had tags.
    tags: tagged && (tagged.tags ?? []).map(({ key, value }) => ({ key, value })),
    certificate: certified?.publicCertificatePEMString,
  };
}
