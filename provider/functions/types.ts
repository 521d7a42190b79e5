import type * as pulumi from "@pulumi/pulumi";
import type { LookupArgs } from "./lookup";

/*
 * Public types that several look-ups share: they must not reach the schemas of answers.
 */

/** A resource as its class has it, with its secrets as secret outputs. */
export type Details<Outputs, Secrets extends keyof Outputs = never> = Omit<Outputs, Secrets> & {
  readonly [K in Secrets]-?: pulumi.Output<Outputs[K]>;
};

/** A database, as listed, without its password. */
export interface DatabaseInfo {
  readonly id: number;
  readonly subscriptionId: number;
  readonly name?: string;
  /** Provisioning state, `active` when it can be used. */
  readonly status: string;
  /** `redis`, `memcached` or `stack`. */
  readonly protocol?: string;
  /** E.g. `us-east-1`. */
  readonly region?: string;
  /** `host:port` on the internet. */
  readonly publicEndpoint?: string;
  /** `host:port` in the subscription's network. */
  readonly privateEndpoint?: string;
  readonly redisVersion?: string;
  readonly datasetSizeInGb?: number;
}

/** What grants access to a database. */
export type DatabaseSecrets =
  | "password"
  | "saslPassword"
  | "connectionString"
  | "privateConnectionString"
  | "publicCertificatePEMString"
  | "replica";

/** The database to look at, of a Pro, Active-Active or Essentials subscription. */
export interface DatabaseLookupArgs extends LookupArgs {
  subscriptionId: number | string;
  databaseId: number | string;
}

/** The traffic of a database whose endpoints were redirected. API: `DatabaseTrafficStateResponse`. */
export interface DatabaseTraffic {
  /** The API's state; `not redirected` for a database that was not the source of a redirection. */
  readonly status: string;
  /** Whether the traffic is stopped, and can be resumed now. */
  readonly canResume?: boolean;
  readonly resumeInProgress?: boolean;
  /** In the API's words. */
  readonly stopReason?: string;
  /** From when on it can be resumed, in ISO 8601. */
  readonly resumeEligibleAt?: string;
}

/** A slow command. API: `DatabaseSlowLogEntry`. */
export interface SlowLogEntry {
  readonly id?: number;
  /** When it began, in ISO 8601. */
  readonly startTime?: string;
  /** How long it ran, in the API's unit; that of Redis is the microsecond. */
  readonly duration?: number;
  /** The command with its arguments, which may be data of the application. */
  readonly arguments?: string;
}
