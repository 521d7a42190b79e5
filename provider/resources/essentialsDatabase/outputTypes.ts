import type { Endpoints } from "../database/outputTypes";
import type { EssentialsDatabaseInputs } from "./types";

/** Arguments that the API reports of every database: outputs with its values where the program leaves them out. */
type ReportedArguments = Required<
  Pick<
    EssentialsDatabaseInputs,
    | "name"
    | "protocol"
    | "redisVersion"
    | "dataPersistence"
    | "dataEvictionPolicy"
    | "replication"
    | "periodicBackupPath"
    | "sourceIps"
    | "clientTlsCertificates"
    | "clientSslCertificate"
    | "enableTls"
    | "enableDefaultUser"
    | "alerts"
    | "modules"
    | "tags"
  >
>;

/** What the API reports of an Essentials database. */
export interface EssentialsDatabaseOutputs extends ReportedArguments {
  /** ID of the database in the API. The Pulumi ID is `<subscriptionId>/<databaseId>`. */
  readonly databaseId: number;
  /** Provisioning state: `active` when the resource can be used. */
  readonly status: string;
  /** `host:port` on the internet. */
  readonly publicEndpoint: string | undefined;
  /** Host name of `publicEndpoint`. */
  readonly publicHost: string | undefined;
  /** TCP port of `publicEndpoint`. */
  readonly publicPort: number | undefined;
  /** `host:port` in the cloud provider's network; undefined if the plan has none. */
  readonly privateEndpoint: string | undefined;
  /** Host name of `privateEndpoint`. */
  readonly privateHost: string | undefined;
  /** TCP port of `privateEndpoint`. */
  readonly privatePort: number | undefined;
  /** Endpoints that can be redirected to another database, if the account has the feature. */
  readonly dynamicEndpoints: Endpoints | undefined;
  /** Endpoints to name as the source in the `replica` of another database. */
  readonly replicaAsSourceEndpoints: Endpoints | undefined;
  /**
   * URI to connect with: `redis://default:<password>@<publicEndpoint>`, or `rediss://` with `enableTls`;
   * percent-encoded. Without user and password while the user `default` is disabled. Undefined while there is no
   * endpoint. Secret.
   */
  readonly connectionString: string | undefined;
  /** The same with `privateEndpoint`. Secret. */
  readonly privateConnectionString: string | undefined;
  /** Password to connect with. Secret. */
  readonly password: string;
  /** User name that belongs to `password`: `default`; undefined when that user is disabled, and with memcached. */
  readonly defaultUser: string | undefined;
  /** Version of the Redis serialization protocol; undefined with memcached. */
  readonly respVersion: "resp2" | "resp3" | undefined;
  /** Cloud provider of the plan: `AWS`, `GCP` or `AZURE`. */
  readonly provider: string | undefined;
  /** Region of the plan, e.g. `us-east-1`. */
  readonly region: string | undefined;
  /** Memory of the plan, in `memoryLimitMeasurementUnit`; undefined with pay-as-you-go. */
  readonly planMemoryLimit: number | undefined;
  /** Maximum size of the dataset of the plan, in `memoryLimitMeasurementUnit`; undefined with pay-as-you-go. */
  readonly planDatasetSize: number | undefined;
  /** `MB` or `GB`. */
  readonly memoryLimitMeasurementUnit: string | undefined;
  /** `ram` or `ram-and-flash`. */
  readonly memoryStorage: string | undefined;
  /** Whether the plan is a Redis Flex plan. */
  readonly redisFlex: boolean | undefined;
  /** When the database first became active: date and time in UTC, e.g. `2026-01-31T12:00:00Z`. */
  readonly activatedOn: string | undefined;
}
