/** A kind of subscription with its databases: the arguments of its resources, and what the API calls them. */
export interface Product {
  /** Path of its subscriptions. */
  readonly path: string;
  readonly subscription: Declared;
  /** Arguments of a database besides its subscription; so small that no cluster grows. */
  readonly database: Declared;
  /** The region that is added to each subscription, if any. */
  readonly region?: { readonly type: string; readonly args: RegionArgs };
  /** What a plain client sends besides the arguments when it creates a subscription, and a database. */
  readonly subscriptionRequest: object;
  readonly databaseRequest: object;
}

interface RegionArgs {
  readonly region: string;
  readonly deploymentCIDR: string;
}

interface Declared {
  readonly type: string;
  readonly args: object;
}

const CREATION_PLAN_DATABASE = { name: "creation-plan", protocol: "redis", datasetSizeInGb: 0.1 };
const DATABASE_ARGS = { datasetSizeInGb: 0.1 };
const FIRST_REGIONS = ["us-east-1", "eu-west-1"];
const regionOf = (region: string, deploymentCIDR: string) => ({ region, networking: { deploymentCIDR } });
/** The API's default throughput, which has no default in requests. */
export const throughputIn = (region: string) => ({
  region,
  writeOperationsPerSecond: 1000,
  readOperationsPerSecond: 1000,
});

/** Pay-as-you-go in us-east-1, with up to 32 databases. */
const PAY_AS_YOU_GO = 98_010;

/** By name; the arguments are the fewest possible. */
export const PRODUCTS = {
  pro: {
    path: "/subscriptions",
    subscription: {
      type: "Subscription",
      args: {
        paymentMethodId: 2,
        cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
      },
    },
    database: { type: "Database", args: DATABASE_ARGS },
    subscriptionRequest: { databases: [{ ...CREATION_PLAN_DATABASE, replication: false }] },
    databaseRequest: {},
  },
  "active-active": {
    path: "/subscriptions",
    subscription: {
      type: "ActiveActiveSubscription",
      args: {
        paymentMethodId: 2,
        cloudProviders: [
          {
            provider: "AWS",
            regions: FIRST_REGIONS.map((region, index) => regionOf(region, `10.0.${index}.0/24`)),
          },
        ],
      },
    },
    database: { type: "ActiveActiveDatabase", args: DATABASE_ARGS },
    region: { type: "ActiveActiveRegion", args: { region: "us-west-2", deploymentCIDR: "10.0.2.0/24" } },
    subscriptionRequest: {
      deploymentType: "active-active",
      databases: [{ ...CREATION_PLAN_DATABASE, localThroughputMeasurement: FIRST_REGIONS.map(throughputIn) }],
    },
    databaseRequest: { localThroughputMeasurement: FIRST_REGIONS.map(throughputIn) },
  },
  essentials: {
    path: "/fixed/subscriptions",
    subscription: {
      type: "EssentialsSubscription",
      args: { planId: PAY_AS_YOU_GO, paymentMethodId: 2 },
    },
    database: { type: "EssentialsDatabase", args: DATABASE_ARGS },
    subscriptionRequest: {},
    databaseRequest: {},
  },
} satisfies Record<string, Product> as Record<ProductName, Product>;

export type ProductName = "pro" | "active-active" | "essentials";
