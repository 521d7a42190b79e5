import { unknownValue } from "@pulumi/pulumi/runtime/rpc";
import { check } from "../../provider/preview/check";
import { SUBSCRIPTION, SUBSCRIPTION_ARGS, subscriptionProblems, URN } from "./declarations";

const size = { datasetSizeInGb: 1 };

/** Arguments of a location with one region. */
const placed = (region: object, provider: object = {}) => ({
  cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1", ...region }], ...provider }],
});

test("valid arguments have no problems", () => {
  expect(subscriptionProblems({})).toEqual([]);
  expect(subscriptionProblems(placed({ networking: { deploymentCIDR: "10.0.0.0/24" } }))).toEqual([]);
});

test("a subscription may omit the payment method: the API chooses it", () => {
  expect(subscriptionProblems({ paymentMethodId: undefined })).toEqual([]);
  expect(subscriptionProblems({ paymentMethodId: undefined, paymentMethod: "credit-card" })).toEqual([]);
  expect(subscriptionProblems({ paymentMethodId: undefined, paymentMethod: "marketplace" })).toEqual([]);
  expect(subscriptionProblems({ paymentMethodId: unknownValue })).toEqual([]);
});

test("a problem inside a list is reported with its path", () => {
  const databases = [{ name: "my cache", ...size }];
  expect(subscriptionProblems({ databases })).toEqual([
    expect.stringMatching(/^databases\[0\]\.name: must be up to 40 letters/),
  ]);
  expect(subscriptionProblems(placed({ networking: { deploymentCIDR: "10.0.0.0/16" } }))).toEqual([
    "cloudProviders[0].regions[0].networking.deploymentCIDR: " +
      "must be an IPv4 network of 256 addresses, such as 10.0.0.0/24",
  ]);
});

test("each database requires one size and a unique name", () => {
  const databases = [{ name: "a" }, { name: "a", ...size, memoryLimitInGb: 2 }];
  expect(subscriptionProblems({ databases })).toEqual([
    "databases[1].name: is a duplicate: a.",
    "databases[0].datasetSizeInGb: is missing: set the size of the dataset in GB.",
    "databases[1].memoryLimitInGb: cannot be combined with datasetSizeInGb: keep datasetSizeInGb.",
  ]);
});

test("names from a quantity that collide with another are reported", () => {
  const databases = [
    { name: "queue", ...size, quantity: 2 },
    { name: "queue-2", ...size },
  ];
  expect(subscriptionProblems({ databases })).toEqual([expect.stringContaining("is a duplicate: queue-2")]);
});

test("names from a quantity must follow the API's rules", () => {
  const databases = [{ name: "a".repeat(40), ...size, quantity: 2 }];
  expect(subscriptionProblems({ databases })).toEqual([expect.stringMatching(/^databases\[0\]\.name: .*40/)]);
});

test("either databases or a creation plan", () => {
  const both = { databases: [{ name: "a", ...size }], creationPlan: [size] };
  expect(subscriptionProblems(both)).toEqual([
    "creationPlan: cannot be combined with databases, which determine the hardware.",
  ]);
});

test("exactly one cloud provider with exactly one region", () => {
  expect(subscriptionProblems({ cloudProviders: [] })).toEqual([
    "cloudProviders: must be exactly one cloud provider",
  ]);
  expect(subscriptionProblems(placed({}, { regions: [] }))).toEqual([
    "cloudProviders[0].regions: must be exactly one region: this is a single-region subscription",
  ]);
  expect(subscriptionProblems(placed({}, { provider: "Azure" }))).toEqual([
    "cloudProviders[0].provider: must be one of AWS, GCP",
  ]);
});

test.each([
  [{ mode: "manual" }, "maintenanceWindows.windows: is missing: mode manual needs one."],
  [
    { mode: "automatic", windows: [{ startHour: 1, durationInHours: 4, days: ["Monday"] }] },
    "maintenanceWindows.windows: is only for mode manual.",
  ],
  [
    { mode: "manual", windows: [{ startHour: 24, durationInHours: 4, days: ["Monday"] }] },
    "maintenanceWindows.windows[0].startHour: must be an hour, 0 to 23",
  ],
  [
    { mode: "manual", windows: [{ startHour: 1, durationInHours: 2, days: ["Monday"] }] },
    "maintenanceWindows.windows[0].durationInHours: must be 4 to 24 hours",
  ],
])("maintenance windows %j: %s", (maintenanceWindows, problem) => {
  expect(subscriptionProblems({ maintenanceWindows })).toEqual([problem]);
});

test("in Redis' own cloud account, a subscription is created without keys and maintenance windows", () => {
  const type = { persistentStorageEncryptionType: "customer-managed-key" };
  const keys = { persistentStorageEncryptionKeys: { customerManagedKeys: [{ resourceName: "key" }] } };
  const later =
    /^persistentStorageEncryptionKeys: cannot be set at creation: .*Omit this argument.*SubscriptionEncryptionKeys\.$/;
  expect(subscriptionProblems(type)).toEqual([]);
  expect(subscriptionProblems({ ...type, ...keys })).toEqual([expect.stringMatching(later)]);
  expect(subscriptionProblems({ ...type, ...keys, ...placed({}, { provider: "GCP" }) })).toEqual([
    expect.stringMatching(later),
  ]);
  expect(subscriptionProblems({ ...type, persistentStorageEncryptionKeys: unknownValue })).toEqual([
    expect.stringMatching(later),
  ]);
  const windows = [{ startHour: 2, durationInHours: 6, days: ["Monday"] }];
  expect(subscriptionProblems({ ...type, maintenanceWindows: { mode: "manual", windows } })).toEqual([
    expect.stringMatching(/^maintenanceWindows: must be set in a later/),
  ]);
  const there = check(
    SUBSCRIPTION,
    { ...SUBSCRIPTION_ARGS, ...type, __urn: URN },
    {
      ...SUBSCRIPTION_ARGS,
      ...type,
      ...keys,
      __urn: URN,
    },
  );
  expect(there.problems).toEqual([]);
});

test("in the customer's own cloud account, keys are required with customer-managed-key", () => {
  const own = {
    persistentStorageEncryptionType: "customer-managed-key",
    ...placed({}, { cloudAccountId: 3 }),
  };
  expect(subscriptionProblems(own)).toEqual([
    "persistentStorageEncryptionKeys: is missing: customer-managed-key requires it.",
  ]);
  expect(subscriptionProblems({ ...own, persistentStorageEncryptionKeys: unknownValue })).toEqual([]);
});

test("nested IDs may be strings, like outputs of other resources", () => {
  expect(subscriptionProblems(placed({}, { cloudAccountId: "12" }))).toEqual([]);
  expect(subscriptionProblems(placed({}, { cloudAccountId: unknownValue }))).toEqual([]);
  expect(subscriptionProblems({ paymentMethodId: "2" })).toEqual([]);
});
