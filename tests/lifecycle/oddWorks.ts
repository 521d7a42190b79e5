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
export interface Work {
  readonly needs: readonly string[];
  /** @param version varies between runs. */
  does(stack: Stack, subscriptionId: string, version: number): Promise<unknown>;
}

const database = (subscriptionId: string, version = 0) => ({
  ...DATABASE,
  subscriptionId,
  datasetSizeInGb: 1 + (version % 5),
  tags: [{ key: "team", value: `team-${version}` }],
});

/** Operations that create resources, in order. */
export const CREATING: readonly Work[] = [
  {
    needs: [],
    does: (stack, _, version) => stack.subscription("main", { ...SUBSCRIPTION, name: `main-${version}` }),
  },
  {
    needs: ["main"],
    does: (stack, id, version) => stack.database("cache", { ...database(id), name: `cache-${version}` }),
  },
  {
    needs: [],
    does: (stack, _, version) => stack.cloudAccount("aws", { ...CLOUD_ACCOUNT, name: `aws-${version}` }),
  },
];

/** Operations that only read. */
export const LOOKING: readonly Work[] = [
  { needs: ["main"], does: (stack) => stack.refresh("main") },
  { needs: ["cache"], does: (stack) => stack.refresh("cache") },
  { needs: ["aws"], does: (stack) => stack.refresh("aws") },
  { needs: ["main", "cache"], does: (stack, id) => stack.preview("cache", database(id, 1)) },
  { needs: [], does: () => lookups.getPaymentMethods() },
  { needs: [], does: () => lookups.getRegions() },
  { needs: [], does: () => lookups.getRedisVersions() },
  { needs: [], does: () => lookups.getDatabaseModules() },
  { needs: [], does: () => lookups.getDataPersistenceOptions() },
  { needs: [], does: () => lookups.getCloudAccounts() },
  { needs: [], does: () => lookups.getSubscriptions() },
  { needs: ["main"], does: (_, subscriptionId) => lookups.getDatabases({ subscriptionId }) },
];

/** Operations that change existing resources. */
export const CHANGING: readonly Work[] = [
  {
    needs: ["main", "cache"],
    does: (stack, id, version) => stack.database("cache", { ...database(id, version), password }),
  },
  {
    needs: ["main"],
    does: (stack, _, version) =>
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
    does: (stack, _, version) => stack.cloudAccount("aws", { ...CLOUD_ACCOUNT, name: `aws-${version}` }),
  },
];

export const DESTROYING: readonly Work[] = ["cache", "main", "aws"].map((name) => ({
  needs: [name],
  does: (stack) => stack.destroy(name),
}));
