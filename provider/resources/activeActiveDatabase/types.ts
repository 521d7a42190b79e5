import type {
  DatabaseAlert,
  DatabaseSettings,
  DataPersistence,
  LocalThroughput,
  RemoteBackup,
} from "../sharedTypes";

/**
 * Settings of one region in place of the global ones; what is left out follows the global setting. API:
 * `LocalRegionProperties`.
 */
export interface RegionalSettings {
  /** Name of the region, e.g. `us-east-1`; for one that is added later, the `region` of its `ActiveActiveRegion`. */
  region: string;
  /** In place of `globalDataPersistence`. */
  dataPersistence?: DataPersistence;
  /** In place of `globalSourceIp`: at least one address. */
  sourceIp?: string[];
  /** In place of `globalAlerts`. */
  alerts?: DatabaseAlert[];
  /** In place of `globalEnableDefaultUser`. */
  enableDefaultUser?: boolean;
  /** Backups of this region to a place of your own. @default none */
  remoteBackup?: RemoteBackup;
}

/**
 * A database in an Active-Active subscription, with a copy in each region that takes writes. API: `DatabaseCreateRequest`,
 * `CrdbUpdatePropertiesRequest`, and its tags.
 */
export interface ActiveActiveDatabaseInputs extends DatabaseSettings {
  /** The Active-Active subscription that it is in: `subscription.id`. A change replaces. */
  subscriptionId: number;
  /**
   * Up to 40 letters, digits and hyphens, first a letter, last a letter or digit; unique in the subscription. A change
   * updates.
   *
   * @default the logical name and a short hash of the resource's URN
   */
  name?: string;
  /** Most data that it may hold, in GB, from 0.1; it takes twice the memory in each region. A change updates. */
  datasetSizeInGb: number;
  /** Redis version, e.g. `7.4`. A change replaces; removed, it stays. @default the API's default version */
  redisVersion?: string;
  /** Version of the Redis serialization protocol. A change replaces; removed, it stays. @default `resp3` from Redis 7.4 */
  respVersion?: "resp2" | "resp3";
  /** Throughput of regions. A change updates. @default 1000 write and 1000 read operations per second in each */
  localThroughputMeasurement?: LocalThroughput[];
  /** Kind and rate of data persistence. A change updates. @default `none` */
  globalDataPersistence?: DataPersistence;
  /**
   * Password of the user `default`; it cannot change while that is disabled. Secret. A change updates; removed, it stays.
   *
   * @default 32 random characters
   */
  globalPassword?: string;
  /** Let the user `default` connect with its password. Set after creation. A change updates. @default true */
  globalEnableDefaultUser?: boolean;
  /**
   * Addresses that may connect, each an IP address or a range such as `10.0.0.0/24`. A change updates.
   *
   * @default all; with the public endpoint off, all private ones
   */
  globalSourceIp?: string[];
  /** Alerts to be sent. A change updates. @default none */
  globalAlerts?: DatabaseAlert[];
  /** Regions with settings of their own. Set after creation. A change updates. @default none */
  regions?: RegionalSettings[];
  /**
   * Passwords of the user `default` in regions that have one of their own, by the name of the region. The API does not
   * report them. Secret. Set after creation. A change updates.
   *
   * @default none: `globalPassword` in all regions
   */
  regionPasswords?: Record<string, string>;
}
