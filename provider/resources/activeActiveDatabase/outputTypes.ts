import type { ActiveActiveDatabaseInputs } from "./types";

/** Arguments that the API reports of every database: outputs with its values where the program leaves them out. */
type ReportedArguments = Required<
  Pick<
    ActiveActiveDatabaseInputs,
    | "name"
    | "port"
    | "datasetSizeInGb"
    | "redisVersion"
    | "autoMinorVersionUpgrade"
    | "supportOSSClusterApi"
    | "useExternalEndpointForOSSClusterApi"
    | "localThroughputMeasurement"
    | "dataEvictionPolicy"
    | "clientTlsCertificates"
    | "enableTls"
    | "modules"
    | "tags"
    | "globalDataPersistence"
    | "globalEnableDefaultUser"
    | "globalSourceIp"
    | "globalAlerts"
    | "regions"
  >
>;

/**
 * What the API reports of an Active-Active database. Outputs by region are as of the last `pulumi up` that changed
 * the database, or `pulumi refresh`.
 */
export interface ActiveActiveDatabaseOutputs extends ReportedArguments {
  /** ID of the database in the API. The Pulumi ID is `<subscriptionId>/<databaseId>`. */
  readonly databaseId: number;
  /** Provisioning state: `active` when the resource can be used. */
  readonly status: string;
  /** `host:port` on the internet, by region; empty while the subscription's public endpoint access is off. */
  readonly publicEndpoints: Readonly<Record<string, string>>;
  /** `host:port` in the subscription's network, by region. */
  readonly privateEndpoints: Readonly<Record<string, string>>;
  /**
   * URIs to connect with, by region: `redis://default:<password>@<endpoint>`, or `rediss://` with `enableTls`;
   * percent-encoded. Uses the public endpoint if there is one. Secret.
   */
  readonly connectionStrings: Readonly<Record<string, string>>;
  /** Password of the user `default` in regions without one of their own. Secret. */
  readonly globalPassword: string;
  /** The server's certificate in PEM form; undefined without `enableTls`. Secret. */
  readonly publicCertificatePEMString: string | undefined;
  /** Version of the Redis serialization protocol. */
  readonly respVersion: "resp2" | "resp3" | undefined;
  /** When the database first became active: date and time in UTC, e.g. `2026-01-31T12:00:00Z`. */
  readonly activatedOn: string | undefined;
}
