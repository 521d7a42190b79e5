import * as pulumi from "@pulumi/pulumi";
import * as rediscloud from "pulumi-redis-cloud";
import {
  createAccepter,
  createAcceptor,
  createAttachment,
  createEndpoint,
  createPeering,
  createPrivateLink,
  createRoutes,
  createService,
} from "./connections";
import type { DeclaredOther } from "./program";
import type { References } from "./references";

const config = new pulumi.Config();
const password = () => config.requireSecret("databasePassword");

/** Plan for several databases in us-east-1. */
const PLAN = 98_004;
const CARDS = [2, 3];
const POLICIES = ["allkeys-lru", "volatile-ttl", "noeviction"] as const;
const PERSISTENCE = ["aof-every-write", "snapshot-every-1-hour"] as const;
/** To which its owner gives every subscription access. */
const KEY = "projects/my-gcp-project/locations/us-central1/keyRings/redis/cryptoKeys/first";
const GRACE_PERIODS = ["1-hour", "24-hours", "alerts-only"] as const;
const nth = <T>(several: readonly T[], number: number): T => several[number % several.length] as T;

/** Of databases between which endpoints can be redirected. */
const SAME_PORT = 12_345;

const place = (provider: "AWS" | "GCP", region: string) => ({ provider, regions: [{ region }] });

/** Creates a resource with arguments that follow from its value. */
type Creator = (declared: DeclaredOther, references: References) => void;

/** Those on Google Cloud are for its private connections, and for keys of ours. */
const createSubscription: Creator = ({ logicalName }, { subscriptionIds }) => {
  const hasKeys = logicalName === "vault";
  const isOnGoogle = hasKeys || logicalName === "cloud";
  const args = {
    paymentMethod: "marketplace" as const,
    cloudProviders: [isOnGoogle ? place("GCP", "us-central1") : place("AWS", "us-east-1")],
    ...(hasKeys && { persistentStorageEncryptionType: "customer-managed-key" as const }),
  };
  subscriptionIds.set(logicalName, new rediscloud.Subscription(logicalName, args).id);
};

const createDatabase: Creator = ({ logicalName, parent, value }, references) => {
  const subscriptionId = references.subscriptionId(parent);
  const { databaseId } = new rediscloud.Database(logicalName, {
    subscriptionId,
    datasetSizeInGb: (value % 3) + 1,
    port: SAME_PORT,
    password: password(),
  });
  references.databases.set(logicalName, { subscriptionId, databaseId });
};

const createKeys: Creator = ({ logicalName, parent, value }, references) => {
  new rediscloud.SubscriptionEncryptionKeys(logicalName, {
    subscriptionId: references.subscriptionId(parent),
    customerManagedKeys: [{ resourceName: KEY }],
    deletionGracePeriod: nth(GRACE_PERIODS, value),
  });
};

const createEssentialsSubscription: Creator = ({ logicalName, value }, { subscriptionIds }) => {
  const args = { planId: PLAN, paymentMethodId: nth(CARDS, value) };
  subscriptionIds.set(logicalName, new rediscloud.EssentialsSubscription(logicalName, args).id);
};

const createEssentialsDatabase: Creator = ({ logicalName, parent, value }, references) => {
  const subscriptionId = references.subscriptionId(parent);
  const { databaseId } = new rediscloud.EssentialsDatabase(logicalName, {
    subscriptionId,
    dataEvictionPolicy: nth(POLICIES, value),
    password: password(),
  });
  references.databases.set(logicalName, { subscriptionId, databaseId });
};

const createActiveActiveSubscription: Creator = ({ logicalName }, { subscriptionIds }) => {
  const regions = ["us-east-1", "eu-west-1"].map((region, index) => {
    return { region, networking: { deploymentCIDR: `10.1.${index}.0/24` } };
  });
  const cloudProviders = [{ provider: "AWS" as const, regions }];
  const args = { paymentMethod: "marketplace" as const, cloudProviders };
  subscriptionIds.set(logicalName, new rediscloud.ActiveActiveSubscription(logicalName, args).id);
};

const createActiveActiveDatabase: Creator = ({ logicalName, parent, value }, references) => {
  new rediscloud.ActiveActiveDatabase(logicalName, {
    subscriptionId: references.subscriptionId(parent),
    datasetSizeInGb: 1,
    globalPassword: password(),
    // The third value takes the setting of the region back.
    ...(value % 3 > 0 && { regions: [{ region: "eu-west-1", dataPersistence: nth(PERSISTENCE, value) }] }),
  });
};

const createRegion: Creator = ({ logicalName, parent, value }, references) => {
  new rediscloud.ActiveActiveRegion(logicalName, {
    subscriptionId: references.subscriptionId(parent),
    region: logicalName,
    deploymentCIDR: `10.2.${value}.0/24`,
  });
};

const createImport: Creator = ({ type, logicalName, parent, value }, references) => {
  const Import = type === "DatabaseImport" ? rediscloud.DatabaseImport : rediscloud.EssentialsDatabaseImport;
  new Import(logicalName, {
    ...references.database(parent),
    sourceType: "redis",
    importFromUri: password().apply((secret) => [`redis://:${secret}@example.com:6379`]),
    triggers: [value],
  });
};

const createBackup: Creator = ({ type, logicalName, parent, value }, references) => {
  const Backup = type === "DatabaseBackup" ? rediscloud.DatabaseBackup : rediscloud.EssentialsDatabaseBackup;
  new Backup(logicalName, {
    ...references.database(parent),
    adhocBackupPath: password().apply((secret) => `ftp://backup:${secret}@example.com/backups`),
    triggers: [value],
  });
};

const createRedirection: Creator = ({ logicalName, parent, target }, references) => {
  new rediscloud.EndpointRedirection(logicalName, {
    sourceDatabaseId: references.database(parent).databaseId,
    targetDatabaseId: references.database(target).databaseId,
    endpointTargetType: "public",
  });
};

const CREATORS: Readonly<Record<DeclaredOther["type"], Creator>> = {
  Subscription: createSubscription,
  Database: createDatabase,
  EssentialsSubscription: createEssentialsSubscription,
  EssentialsDatabase: createEssentialsDatabase,
  ActiveActiveSubscription: createActiveActiveSubscription,
  ActiveActiveDatabase: createActiveActiveDatabase,
  ActiveActiveRegion: createRegion,
  SubscriptionPeering: createPeering,
  PrivateLink: createPrivateLink,
  PrivateServiceConnect: createService,
  PrivateServiceConnectEndpoint: createEndpoint,
  PrivateServiceConnectEndpointAccepter: createAccepter,
  TransitGatewayInvitationAcceptor: createAcceptor,
  TransitGatewayAttachment: createAttachment,
  TransitGatewayRoutes: createRoutes,
  SubscriptionEncryptionKeys: createKeys,
  DatabaseImport: createImport,
  DatabaseBackup: createBackup,
  EssentialsDatabaseImport: createImport,
  EssentialsDatabaseBackup: createBackup,
  EndpointRedirection: createRedirection,
};

export const createOther: Creator = (declared, references) => CREATORS[declared.type](declared, references);
