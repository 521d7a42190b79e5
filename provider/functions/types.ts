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
