import * as lookups from "../../provider";
import { PLACE } from "./harness";
import type { Stack } from "./stack";

const timeouts = { create: "10m", update: "10m", delete: "10m" };
/** Declared secrets, which no error may contain. */
export const SECRETS = ["access-secret-of-ours", "console-password-of-ours", "a-database-password"];
const [accessSecretKey, consolePassword, password] = SECRETS;

const SUBSCRIPTION = {
  ...PLACE,
  timeouts,
  forceDestroy: true,
  maintenanceWindows: {
    mode: "manual",
    windows: [{ startHour: 2, durationInHours: 6, days: ["Monday"] }],
  },
};
const DATABASE = {
  datasetSizeInGb: 1,
  enableTls: true,
  redisVersion: "7.4",
  modules: [{ name: "RedisJSON" }],
  alerts: [{ name: "dataset-size", value: 80 }],
  sourceIp: ["10.0.0.0/8"],
  throughputMeasurement: { by: "operations-per-second", value: 1000 },
  tags: [{ key: "team", value: "web" }],
  timeouts,
};
const CLOUD_ACCOUNT = {
  accessKeyId: "AKIAEXAMPLE",
  accessSecretKey,
  consoleUsername: "console-user",
  consolePassword,
  signInLoginUrl: "https://123456789012.signin.aws.amazon.com/console",
  timeouts,
};

/** An operation, and the names of the resources that it requires. */
export interface Operation {
  readonly needs: readonly string[];
  /** @param version varies between runs. */
  perform(stack: Stack, subscriptionId: string, version: number): Promise<unknown>;
}

const database = (subscriptionId: string, version = 0) => ({
  ...DATABASE,
  subscriptionId,
  datasetSizeInGb: 1 + (version % 5),
  tags: [{ key: "team", value: `team-${version}` }],
});

/** Operations that create resources, in order. */
export const CREATING: readonly Operation[] = [
  {
    needs: [],
    perform: (stack, _, version) => stack.subscription("main", { ...SUBSCRIPTION, name: `main-${version}` }),
  },
  {
    needs: ["main"],
    perform: (stack, id, version) => stack.database("cache", { ...database(id), name: `cache-${version}` }),
  },
  {
    needs: [],
    perform: (stack, _, version) => stack.cloudAccount("aws", { ...CLOUD_ACCOUNT, name: `aws-${version}` }),
  },
];

/** Operations that only read. */
export const LOOKING: readonly Operation[] = [
  { needs: ["main"], perform: (stack) => stack.refresh("main") },
  { needs: ["cache"], perform: (stack) => stack.refresh("cache") },
  { needs: ["aws"], perform: (stack) => stack.refresh("aws") },
  { needs: ["main", "cache"], perform: (stack, id) => stack.preview("cache", database(id, 1)) },
  { needs: [], perform: () => lookups.getPaymentMethods() },
  { needs: [], perform: () => lookups.getRegions() },
  { needs: [], perform: () => lookups.getRedisVersions() },
  { needs: [], perform: () => lookups.getDatabaseModules() },
  { needs: [], perform: () => lookups.getDataPersistenceOptions() },
  { needs: [], perform: () => lookups.getCloudAccounts() },
  { needs: [], perform: () => lookups.getSubscriptions() },
  { needs: ["main"], perform: (_, subscriptionId) => lookups.getDatabases({ subscriptionId }) },
];

/** Operations that change existing resources. */
export const CHANGING: readonly Operation[] = [
  {
    needs: ["main", "cache"],
    perform: (stack, id, version) => stack.database("cache", { ...database(id, version), password }),
  },
  {
    needs: ["main"],
    perform: (stack, _, version) =>
      stack.subscription("main", {
        ...SUBSCRIPTION,
        name: `main-${version}`,
        maintenanceWindows: {
          mode: "manual",
          windows: [{ startHour: version % 24, durationInHours: 6, days: ["Monday"] }],
        },
      }),
  },
  {
    needs: ["aws"],
    perform: (stack, _, version) => stack.cloudAccount("aws", { ...CLOUD_ACCOUNT, name: `aws-${version}` }),
  },
];

export const DESTROYING: readonly Operation[] = ["cache", "main", "aws"].map((name) => ({
  needs: [name],
  perform: (stack) => stack.destroy(name),
}));
