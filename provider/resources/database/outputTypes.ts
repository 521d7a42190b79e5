import type { DatabaseInputs } from "./types";

/** Endpoints of a database by network, each `host:port`. */
export interface Endpoints {
  /** Endpoint on the internet; undefined while the subscription's public endpoint access is off. */
  readonly public?: string;
  /** Endpoint in the subscription's network. */
  readonly private?: string;
}

/** Arguments that the API reports for every database: outputs have the API's values if the program omits them. */
type ReportedArguments = Required<
  Pick<
    DatabaseInputs,
    | "name"
    | "protocol"
    | "port"
    | "datasetSizeInGb"
    | "memoryLimitInGb"
    | "redisVersion"
    | "autoMinorVersionUpgrade"
    | "supportOSSClusterApi"
    | "useExternalEndpointForOSSClusterApi"
    | "dataPersistence"
    | "dataEvictionPolicy"
    | "replication"
    | "throughputMeasurement"
    | "periodicBackupPath"
    | "remoteBackup"
    | "sourceIp"
    | "clientTlsCertificates"
    | "clientSslCertificate"
    | "enableTls"
    | "enableDefaultUser"
    | "alerts"
    | "modules"
    | "regexRules"
    | "queryPerformanceFactor"
    | "tags"
    | "ramPercentage"
  >
>;

/**
 * What the API reports about a database. The memory in use and the date of the last modification are omitted on
 * purpose: they would change with every refresh.
 */
export interface DatabaseOutputs extends ReportedArguments {
  /** ID of the database in the API. The Pulumi ID is `<subscriptionId>/<databaseId>`. */
  readonly databaseId: number;
  /** Provisioning state: `active` when the database can be used. */
  readonly status: string;
  /** `host:port` on the internet; undefined while the subscription's public endpoint access is off. */
  readonly publicEndpoint: string | undefined;
  /** Host name of `publicEndpoint`. */
  readonly publicHost: string | undefined;
  /** TCP port of `publicEndpoint`. */
  readonly publicPort: number | undefined;
  /** `host:port` in the subscription's network. */
  readonly privateEndpoint: string | undefined;
  /** Host name of `privateEndpoint`. */
  readonly privateHost: string | undefined;
  /** TCP port of `privateEndpoint`. */
  readonly privatePort: number | undefined;
  /** Endpoints that can be redirected to another database, if the account has the feature. */
  readonly dynamicEndpoints: Endpoints | undefined;
  /**
   * URI to connect with: `redis://default:<password>@<publicEndpoint>`, or `rediss://` with `enableTls`;
   * percent-encoded. Uses `privateEndpoint` if there is no public one. Without user and password while the user
   * `default` is disabled. For memcached: `memcached://<saslUsername>:<saslPassword>@…`. Undefined while there is no
   * endpoint. Secret.
   */
  readonly connectionString: string | undefined;
  /** The same with `privateEndpoint`. Secret. */
  readonly privateConnectionString: string | undefined;
  /** Password of the user `default`; with memcached, the SASL password. Secret. */
  readonly password: string;
  /** User name that belongs to `password`: `default`; undefined when that user is disabled, and with memcached. */
  readonly defaultUser: string | undefined;
  /** SASL user name; undefined unless the protocol is memcached. */
  readonly saslUsername: string | undefined;
  /** SASL password; undefined unless the protocol is memcached. Secret. */
  readonly saslPassword: string | undefined;
  /** The server's certificate in PEM form; undefined without `enableTls`. Secret. */
  readonly publicCertificatePEMString: string | undefined;
  /** Version of the Redis serialization protocol; undefined with memcached. */
  readonly respVersion: "resp2" | "resp3" | undefined;
  /** Cloud provider of the subscription: `AWS` or `GCP`. */
  readonly provider: string | undefined;
  /** Region of the subscription, e.g. `us-east-1`. */
  readonly region: string | undefined;
  /** `ram` or `ram-and-flash`. */
  readonly memoryStorage: string | undefined;
  /** Number of shards, not counting replicas. */
  readonly numberOfShards: number | undefined;
  /** When the database first became active: date and time in UTC, e.g. `2026-01-31T12:00:00Z`. */
  readonly activatedOn: string | undefined;
}
