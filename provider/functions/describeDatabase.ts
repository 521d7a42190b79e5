import { type Connection, connectionString, hostOf, portOf } from "../resources/database/connection";
import type { ListedDatabase } from "../resources/database/kind";
import type { ObservedDatabase } from "../resources/database/observed";
import { hideSecrets } from "./details";
import type { DatabaseInfo, DatabaseSecrets } from "./types";

/** A listed database as look-ups return it. */
export const databaseInfo =
  (subscriptionId: number) =>
  ({ databaseId, ...more }: ListedDatabase): DatabaseInfo => ({ id: databaseId, subscriptionId, ...more });

/** Arguments and outputs of a database, those that are derived from others included, with its secrets as outputs. */
export function describeDatabase(
  { database, hashingPolicy }: ObservedDatabase,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { publicEndpoint, privateEndpoint } = values as { publicEndpoint?: string; privateEndpoint?: string };
  const connect = (endpoint: string | undefined) => connectionString({ ...(values as Connection), endpoint });
  const { memoryUsedInMb, lastModified, redisVersionCompliance } = database;
  const { replicaOf: _, ...described } = {
    ...values,
    publicHost: hostOf(publicEndpoint),
    publicPort: portOf(publicEndpoint),
    privateHost: hostOf(privateEndpoint),
    privatePort: portOf(privateEndpoint),
    connectionString: connect(publicEndpoint ?? privateEndpoint),
    privateConnectionString: connect(privateEndpoint),
    memoryUsedInMb,
    lastModified,
    redisVersionCompliance,
    hashingPolicy,
  } as Record<string, unknown>;
  return hideSecrets(described, DATABASE_SECRETS);
}

const DATABASE_SECRETS: readonly DatabaseSecrets[] = [
  "password",
  "saslPassword",
  "connectionString",
  "privateConnectionString",
  "publicCertificatePEMString",
  "replica",
];
