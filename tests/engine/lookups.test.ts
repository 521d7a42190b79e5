import { createProject, type PulumiProject, type RedisCloud, startRedisCloud } from "./harness";

let cloud: RedisCloud;
let project: PulumiProject;
let preview: string;
let outputs: Record<string, unknown>;

beforeAll(async () => {
  cloud = await startRedisCloud();
  await cloud.submit("POST", "/subscriptions", {
    name: "legacy",
    paymentMethod: "marketplace",
    cloudProviders: [{ provider: "AWS", regions: [{ region: "eu-west-1" }] }],
    databases: [{ name: "old-cache", protocol: "redis", datasetSizeInGb: 1 }],
  });
  project = await createProject({ name: "lookups", program: "lookups", env: cloud.env, isInline: false });
  preview = (await project.preview([], { mustSucceed: true })).stdout;
  await project.up([], { mustSucceed: true });
  outputs = await project.outputs();
});

afterAll(() => Promise.all([project?.dispose(), cloud?.close()]));

test("look-ups list the available values", () => {
  expect(outputs.catalog).toEqual({
    paymentMethods: [
      expect.objectContaining({ id: 2, type: "Visa", creditCardEndsWith: 4242 }),
      expect.objectContaining({ id: 3, type: "Mastercard", creditCardEndsWith: 4444 }),
    ],
    regions: expect.arrayContaining([{ id: 35, name: "europe-west1", provider: "GCP" }]),
    redisVersions: expect.arrayContaining([expect.objectContaining({ version: "7.4", isPreview: false })]),
    modules: expect.arrayContaining([expect.objectContaining({ name: "RedisJSON", capabilityName: "JSON" })]),
    persistence: expect.arrayContaining([expect.objectContaining({ name: "none" })]),
    cloudAccounts: [expect.objectContaining({ id: 1, status: "active" })],
  });
});

test("each has a form for a single result", () => {
  expect(outputs.single).toMatchObject({
    paymentMethod: { id: 3 },
    region: { name: "eu-west-1", provider: "AWS" },
    redisVersion: { isDefault: true },
    module: { name: "RedisJSON" },
    persistence: { name: "aof-every-write" },
    cloudAccount: { id: 1 },
  });
});

test("subscriptions and databases of other stacks are found", () => {
  expect(outputs.before).toMatchObject({
    subscriptions: [{ name: "legacy", status: "active", numberOfDatabases: 1 }],
    legacy: { name: "legacy" },
    databases: [
      { name: "old-cache", status: "active", datasetSizeInGb: 1, publicEndpoint: expect.any(String) },
    ],
  });
});

test("Essentials plans, subscriptions, databases and versions are found", () => {
  expect(outputs.essentials).toMatchObject({
    flex: [
      { name: "Flex 1GB", provider: "AZURE", redisFlex: true },
      { name: "Flex 1GB", provider: "AZURE", redisFlex: true },
    ],
    plan: { name: "Single-Zone 1GB", region: "us-east-1", price: 22 },
    planById: { id: 98_001, name: "30MB", price: 0 },
    possible: expect.arrayContaining(["30MB", "Single-Zone 1GB"]),
    subscription: { status: "active", planName: "30MB", price: 0 },
    database: { status: "active", publicEndpoint: expect.any(String) },
    versions: expect.any(Number),
  });
});

test("output forms wait for the resources whose outputs they depend on", () => {
  const { names } = outputs as { names: { subscription: string; cache: string } };
  expect(outputs.ofResources).toMatchObject({
    subscription: { name: names.subscription, status: "active" },
    databases: [{ name: names.cache }],
    database: { name: names.cache, status: "active" },
    versions: expect.any(Number),
  });
});

test("with dependsOn they wait for other resources, including those of components", () => {
  const { names } = outputs as { names: { subscription: string } };
  expect(outputs.dependent).toEqual({
    subscriptions: ["legacy", names.subscription, "team"].sort(),
    team: "active",
  });
});

test("in a preview, a look-up that depends on a resource to be created is unknown", () => {
  expect(preview).toMatch(/dependent +: \{\s+subscriptions: \[unknown\]\s+team +: \[unknown\]/);
  expect(preview).toMatch(/legacy +: \{/);
});

test("when none or several match, the error lists the candidates", () => {
  expect(outputs.failures).toEqual({
    none: expect.stringMatching(
      /^Looking up one subscription: no subscription matches .*main.*Available: \d+ \(legacy\)\.$/,
    ),
    several: expect.stringMatching(
      /^Looking up one payment method: 2 match .*2 \(Visa …4242\), 3 \(Mastercard …4444\)/,
    ),
    unknownRegion: expect.stringMatching(
      /^Looking up one region: no region matches .*moon-1.*Available: us-east-1, /,
    ),
    severalPlans: expect.stringMatching(
      /^Looking up one Essentials plan: \d+ match .*98001 \(30MB, AWS us-east-1\), /,
    ),
    unknownDatabase: expect.stringMatching(
      /^Looking up databases: this account has no subscription 1\. Use one of its subscriptions: \d+ \(legacy\)\.$/,
    ),
  });
});

test("a failed look-up ends the program with one error and no stack trace", async () => {
  const { exitCode, stdout } = await project.preview([], { env: { ASK_FOR: "a card that is not there" } });
  expect(exitCode).not.toBe(0);
  const [, diagnostics = ""] = stdout.split("Diagnostics:");
  expect(diagnostics.match(/error:/g)).toHaveLength(1);
  expect(diagnostics).toMatch(/error: .*Looking up one payment method: no payment method matches .*Diners/);
  expect(diagnostics).not.toMatch(/^\s+at .+:\d+:\d+/m);
});

test("missing keys are one error for look-ups and resources together", async () => {
  const env = { REDIS_CLOUD_API_KEY: "", REDIS_CLOUD_API_SECRET_KEY: "" };
  const { exitCode, stdout } = await project.preview([], { env });
  expect(exitCode).not.toBe(0);
  const [, diagnostics = ""] = stdout.split("Diagnostics:");
  expect(diagnostics.match(/keys of the Redis Cloud account are missing/g)).toHaveLength(1);
});
