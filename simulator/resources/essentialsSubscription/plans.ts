import { REGIONS } from "../subscription/regions";

/** An Essentials plan, as `GET /fixed/plans/{planId}` returns it. */
export interface Plan {
  id: number;
  name: string;
  /** Memory of all databases, replicas included. */
  size: number;
  datasetSize: number;
  sizeMeasurementUnit: "MB" | "GB";
  provider: "AWS" | "GCP" | "AZURE";
  region: string;
  regionId: number;
  /** US dollars a month; 0: the free plan. */
  price: number;
  priceCurrency: "USD";
  pricePeriod: "Month";
  maximumDatabases: number;
  maximumThroughput: number;
  maximumBandwidthGB: number;
  availability: "No replication" | "Single-zone" | "Multi-zone";
  /** A number, or `unlimited`. */
  connections: string;
  /** How many source addresses a database may have. */
  cidrAllowRules: number;
  supportDataPersistence: boolean;
  redisFlex: boolean;
  supportInstantAndDailyBackups: boolean;
  supportReplication: boolean;
  supportClustering: boolean;
  supportSsl: boolean;
  supportedAlerts: string[];
  customerSupport: string;
}

type Tier = Omit<
  Plan,
  | "id"
  | "datasetSize"
  | "provider"
  | "region"
  | "regionId"
  | "priceCurrency"
  | "pricePeriod"
  | "maximumBandwidthGB"
>;

const PAID: Omit<Tier, "name" | "size" | "price"> = {
  sizeMeasurementUnit: "GB",
  maximumDatabases: 1,
  maximumThroughput: 4_000,
  availability: "Single-zone",
  connections: "1024",
  cidrAllowRules: 8,
  supportDataPersistence: true,
  redisFlex: false,
  supportInstantAndDailyBackups: true,
  supportReplication: true,
  supportClustering: false,
  supportSsl: true,
  supportedAlerts: [
    "datasets-size",
    "throughput-higher-than",
    "throughput-lower-than",
    "latency",
    "connections-limit",
  ],
  customerSupport: "Standard",
};

const PAY_AS_YOU_GO = "Pay-as-you-go";

/** Names, and what they include, follow the examples of the OpenAPI document; sizes and prices are no real offer. */
const TIERS: readonly Tier[] = [
  {
    ...PAID,
    name: "30MB",
    size: 30,
    sizeMeasurementUnit: "MB",
    price: 0,
    maximumThroughput: 100,
    availability: "No replication",
    connections: "30",
    cidrAllowRules: 1,
    supportDataPersistence: false,
    supportInstantAndDailyBackups: false,
    supportReplication: false,
    supportSsl: false,
    supportedAlerts: ["datasets-size", "connections-limit"],
    customerSupport: "Basic",
  },
  {
    ...PAID,
    name: "Single-Zone 250MB",
    size: 250,
    sizeMeasurementUnit: "MB",
    price: 5,
    maximumThroughput: 1_000,
    connections: "256",
    cidrAllowRules: 4,
  },
  { ...PAID, name: "Single-Zone 1GB", size: 1, price: 22 },
  { ...PAID, name: "Single-Zone 5GB", size: 5, price: 77, maximumDatabases: 4, cidrAllowRules: 16 },
  { ...PAID, name: "Multi-AZ 1GB", size: 1, price: 36, availability: "Multi-zone" },
  {
    ...PAID,
    name: "Multi-AZ 5GB",
    size: 5,
    price: 100,
    availability: "Multi-zone",
    connections: "unlimited",
  },
  {
    ...PAID,
    name: "Cache 5GB",
    size: 5,
    price: 50,
    availability: "No replication",
    cidrAllowRules: 4,
    supportReplication: false,
    supportClustering: true,
    supportSsl: false,
    supportedAlerts: ["throughput-higher-than"],
  },
  { ...PAID, name: "Flex 1GB", size: 1, price: 15, redisFlex: true },
  { ...PAID, name: "Flex 10GB", size: 10, price: 60, redisFlex: true },
  { ...PAID, name: PAY_AS_YOU_GO, size: 100, price: 1, maximumDatabases: 32, supportClustering: true },
];

const AZURE_REGIONS = [
  { id: 201, name: "east-us", provider: "AZURE" as const },
  { id: 202, name: "west-europe", provider: "AZURE" as const },
];

/** Some regions of each provider: all plans in all regions would be a list of hundreds. */
const PLACES = [
  ...["us-east-1", "us-west-2", "eu-west-1", "us-central1", "europe-west1"].flatMap((name) =>
    REGIONS.filter((region) => region.name === name),
  ),
  ...AZURE_REGIONS,
];

/** The ID of the first plan. They have been the same since: state files refer to plans by ID. */
const FIRST_ID = 98_001;
const IDS_OF_A_PLACE = 100;

/** All plans: each tier in each place. */
export const PLANS: readonly Plan[] = PLACES.flatMap(({ id: regionId, name: region, provider }, place) =>
  TIERS.map((tier, index) => ({
    ...tier,
    id: FIRST_ID + place * IDS_OF_A_PLACE + index,
    datasetSize: tier.supportReplication ? tier.size / 2 : tier.size,
    provider,
    region,
    regionId,
    priceCurrency: "USD" as const,
    pricePeriod: "Month" as const,
    maximumBandwidthGB: tier.price === 0 ? 5 : 200,
  })),
);

const BY_ID = new Map(PLANS.map((plan) => [plan.id, plan]));

export const findPlan = (planId: number): Plan | undefined => BY_ID.get(planId);

/** Whether databases of the plan have a size of their own, instead of sharing the plan's. */
export const isPayAsYouGo = ({ name }: Plan): boolean => name === PAY_AS_YOU_GO;

/** Whether it is a free plan, of which an account has one at most. */
export const isFree = ({ price }: Plan): boolean => price === 0;

/** Memory of all databases, in gigabytes. */
export const sizeInGb = ({ size, sizeMeasurementUnit }: Plan): number =>
  sizeMeasurementUnit === "MB" ? size / 1000 : size;
