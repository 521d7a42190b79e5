import type {
  DatabaseAlert,
  DatabaseSettings,
  DataPersistence,
  LocalThroughput,
  RemoteBackup,
} from "../sharedTypes";

/**
 * Settings of one region that override the global ones; omitted settings follow the global ones. API:
 * `LocalRegionProperties`.
 */
export interface RegionalSettings {
  /** Name of the region, e.g. `us-east-1`; for one that is added later, the `region` of its `ActiveActiveRegion`. */
  region: string;
  /** Overrides `globalDataPersistence`. */
  dataPersistence?: DataPersistence;
  /** Overrides `globalSourceIp`: at least one address. */
  sourceIp?: string[];
  /** Overrides `globalAlerts`. */
  alerts?: DatabaseAlert[];
  /** Overrides `globalEnableDefaultUser`. */
  enableDefaultUser?: boolean;
  /** Backups of this region to your own storage. @default none */
  remoteBackup?: RemoteBackup;
}

/**
 * A database in an Active-Active subscription, with a copy in each region that takes writes. API:
 * `DatabaseCreateRequest`, `CrdbUpdatePropertiesRequest`, and its tags.
 */
export interface ActiveActiveDatabaseInputs extends DatabaseSettings {
  /** ID of the Active-Active subscription: `subscription.id`. A change replaces. */
  subscriptionId: number;
  /**
   * Up to 40 letters, digits and hyphens; starts with a letter, ends with a letter or digit; unique within the
   * subscription. A change updates.
   *
   * @default the logical name and a short hash of the resource's URN
   */
  name?: string;
  /** Maximum size of the dataset in GB, at least 0.1; takes twice the memory in each region. A change updates. */
  datasetSizeInGb: number;
  /** Redis version, e.g. `7.4`. A change replaces; removed, it stays. @default the API's default version */
  redisVersion?: string;
  /**
   * Version of the Redis serialization protocol. A change replaces; removed, it stays.
   *
   * @default `resp3` from Redis 7.4
   */
  respVersion?: "resp2" | "resp3";
  /** Throughput of regions. A change updates. @default 1000 write and 1000 read operations per second in each */
  localThroughputMeasurement?: LocalThroughput[];
  /** Type and rate of data persistence. A change updates. @default `none` */
  globalDataPersistence?: DataPersistence;
  /**
   * Password of the user `default`; cannot be changed while that user is disabled. Secret. A change updates; removed,
   * it stays.
   *
   * @default 32 random characters
   */
  globalPassword?: string;
  /** Let the user `default` connect with its password. Set after creation. A change updates. @default true */
  globalEnableDefaultUser?: boolean;
  /**
   * Addresses that may connect: IP addresses or ranges such as `10.0.0.0/24`. A change updates.
   *
   * @default all; without the public endpoint, all private addresses
   */
  globalSourceIp?: string[];
  /** Alerts to send. A change updates. @default none */
  globalAlerts?: DatabaseAlert[];
  /** Regions whose settings override the global ones. Set after creation. A change updates. @default none */
  regions?: RegionalSettings[];
  /**
   * Passwords of the user `default` by region, for regions that override `globalPassword`. The API does not report
   * them. Secret. Set after creation. A change updates.
   *
   * @default none: `globalPassword` in all regions
   */
  regionPasswords?: Record<string, string>;
}
