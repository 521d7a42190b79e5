import fc from "fast-check";
import type {
  CloudProvider,
  Networking,
  SubscriptionInputs,
} from "../../../provider/resources/subscription/types";
import { type ArgumentsOf, addressesRespelled, drawn, inAnyOrder, someOf } from "./arguments";
import { type PlannedDraft, plannedArguments, timeouts } from "./databaseArguments";

type Inputs = Omit<
  SubscriptionInputs,
  "account" | "adopt" | "cloudProviders" | "databases" | "creationPlan" | "paymentMethodId"
>;

/** What is drawn of a subscription; the parts of `cloudProviders` each by itself. */
export interface SubscriptionDraft
  extends Inputs,
    Networking,
    Pick<CloudProvider, "provider" | "resourceTags"> {
  paymentMethodId?: number | string;
  /** Whether it is in the program's own cloud account; `false` spells out that it is in that of Redis. */
  isInOwnCloudAccount?: boolean;
  /** Index among the regions of its cloud provider. */
  region?: number;
  multipleAvailabilityZones?: boolean;
  /** Whether its zones are chosen. */
  hasPreferredZones?: boolean;
  /** Databases that it is created with, and no `Database` takes over. */
  databases?: PlannedDraft[];
  creationPlan?: PlannedDraft[];
}

export const REGIONS = { AWS: ["us-east-1", "eu-west-1"], GCP: ["europe-west1", "us-east4"] } as const;

const oneOf = fc.constantFrom;
const planned = fc.array(drawn(plannedArguments), { minLength: 1, maxLength: 2 });

const key = (name: string) => ({ resourceName: `arn:aws:kms:us-east-1:123456789012:key/${name}` });

const place: ArgumentsOf<
  Pick<
    SubscriptionDraft,
    | keyof Networking
    | "provider"
    | "isInOwnCloudAccount"
    | "region"
    | "multipleAvailabilityZones"
    | "hasPreferredZones"
    | "resourceTags"
  >
> = {
  provider: { values: oneOf("AWS", "GCP"), byDefault: "AWS", replaces: true },
  isInOwnCloudAccount: { values: fc.constant(true), byDefault: false, replaces: true },
  region: { values: oneOf(0, 1), replaces: true },
  multipleAvailabilityZones: { values: fc.boolean(), byDefault: false, replaces: true },
  hasPreferredZones: { values: fc.boolean(), replaces: true },
  deploymentCIDR: {
    values: oneOf("10.1.0.0/24", "10.2.0.0/24"),
    byDefault: "192.168.0.0/24",
    replaces: true,
  },
  vpcId: { values: oneOf("vpc-0125be68a4625884a", "vpc-0125be68a4625884b"), replaces: true },
  subnetIds: { values: someOf("subnet-1", "subnet-2"), respelled: inAnyOrder, replaces: true },
  securityGroupId: { values: oneOf("sg-0125be68a4625884a", "sg-0125be68a4625884b"), replaces: true },
  resourceTags: {
    values: someOf(
      { key: "team", value: "web" },
      { key: "Stage", value: "test" },
      { key: "cost", value: "" },
    ),
    byDefault: [],
    respelled: inAnyOrder,
  },
};

export const subscriptionArguments: ArgumentsOf<SubscriptionDraft> = {
  ...place,
  timeouts,
  name: { values: oneOf("first", "second") },
  deploymentType: { values: fc.constant("single-region" as const), byDefault: "single-region" },
  paymentMethod: { values: oneOf("credit-card", "marketplace") },
  paymentMethodId: {
    values: oneOf<(number | string)[]>(2, 3),
    respelled: (id) => fc.constant(typeof id === "number" ? String(id) : Number(id)),
  },
  memoryStorage: { values: oneOf("ram", "ram-and-flash"), byDefault: "ram", replaces: true },
  persistentStorageEncryptionType: {
    values: fc.constant("customer-managed-key" as const),
    byDefault: "cloud-provider-managed-key",
    replaces: true,
  },
  persistentStorageEncryptionKeys: {
    values: oneOf(
      { customerManagedKeys: [key("first")], deletionGracePeriod: "1-hour" },
      { customerManagedKeys: [key("first")], deletionGracePeriod: "alerts-only" },
      { customerManagedKeys: [{ ...key("second"), region: "us-east-1" }], deletionGracePeriod: "1-hour" },
    ),
  },
  databases: { values: planned, byDefault: [] },
  creationPlan: { values: planned },
  redisVersion: { values: oneOf("7.2", "7.4") },
  publicEndpointAccess: { values: fc.boolean(), byDefault: true },
  maintenanceWindows: {
    values: oneOf(
      { mode: "manual", windows: [{ startHour: 2, durationInHours: 8, days: ["Monday", "Friday"] }] },
      {
        mode: "manual",
        windows: [
          { startHour: 22, durationInHours: 12, days: ["Saturday"] },
          { startHour: 0, durationInHours: 9, days: ["Sunday", "Tuesday", "Wednesday"] },
        ],
      },
    ),
    byDefault: { mode: "automatic" },
    respelled: ({ mode, windows = [] }) =>
      fc.tuple(...windows.map(({ days }) => inAnyOrder(days))).map((days) => ({
        mode,
        windows: windows.map((window, index) => ({ ...window, days: days[index] ?? window.days })),
      })),
  },
  cidrIps: {
    values: someOf("10.1.1.0/32", "10.2.0.0/16", "10.3.3.3"),
    byDefault: [],
    respelled: addressesRespelled,
  },
  securityGroupIds: { values: someOf("sg-1", "sg-2", "sg-3"), byDefault: [], respelled: inAnyOrder },
  forceDestroy: { values: fc.boolean(), byDefault: false },
};
