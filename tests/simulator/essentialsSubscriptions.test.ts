import { errorOf, pass, processed, simulate, stateOf, temporaryDirectory, useVirtualTime } from "./client";
import {
  activeEssentials,
  activeEssentialsDatabase,
  activeFree,
  essentialsRequest,
  PLAN,
  SUBSCRIPTIONS,
} from "./essentials";

useVirtualTime();

const directory = temporaryDirectory();

test("an Essentials subscription turns active, and shows most of its plan", async () => {
  const { api } = await simulate();
  const created = await processed(api, await api.post(SUBSCRIPTIONS, essentialsRequest()));
  expect(created.commandType).toBe("fixedSubscriptionCreateRequest");
  const path = `${SUBSCRIPTIONS}/${created.response.resourceId}`;
  expect(await stateOf(api, path)).toBe("pending");
  await pass(30);
  expect((await api.get(path)).body).toMatchObject({
    name: "small",
    status: "active",
    paymentMethodId: 2,
    paymentMethodType: "credit-card",
    planId: PLAN.single,
    planName: "Single-Zone 1GB",
    planType: "fixed",
    provider: "AWS",
    region: "us-east-1",
    price: 22,
    connections: "1024",
  });
  const { subscriptions } = (await api.get(SUBSCRIPTIONS)).body;
  expect(subscriptions).toMatchObject([{ id: created.response.resourceId, links: [] }]);
});

test("it is no Pro subscription, and does not count among the three that may change at once", async () => {
  const { api } = await simulate();
  const tasks = await Promise.all(
    ["a", "b", "c", "d"].map((name) => api.post(SUBSCRIPTIONS, essentialsRequest({ name }))),
  );
  for (const task of tasks) expect((await errorOf(api, task))?.type).toBeUndefined();
  expect((await api.get("/subscriptions")).body.subscriptions).toEqual([]);
});

test("a subscription with a database cannot be deleted; an empty one is gone", async () => {
  const { api } = await simulate();
  const path = await activeEssentials(api);
  const database = await activeEssentialsDatabase(api, path);
  expect((await errorOf(api, await api.delete(path))).type).toBe("SUBSCRIPTION_IN_USE");
  await processed(api, await api.delete(database));
  await pass(20);
  await processed(api, await api.delete(path));
  expect(await stateOf(api, path)).toBe("deleting");
  await pass(10);
  expect(await stateOf(api, path)).toBe(404);
});

test("plans are listed by provider, those of Redis Flex apart", async () => {
  const { api } = await simulate();
  const plans = async (query: string): Promise<{ provider: string; redisFlex: boolean }[]> =>
    (await api.get(`/fixed/plans${query}`)).body.plans;
  expect(new Set((await plans("")).map(({ provider }) => provider))).toEqual(
    new Set(["AWS", "GCP", "AZURE"]),
  );
  expect((await plans("?provider=GCP")).every(({ provider }) => provider === "GCP")).toBe(true);
  expect((await plans("?redisFlex=true")).every(({ redisFlex }) => redisFlex)).toBe(true);
  expect((await plans("")).some(({ redisFlex }) => redisFlex)).toBe(false);
  expect((await api.get("/fixed/plans?provider=IBM")).status).toBe(400);
  expect((await api.get(`/fixed/plans/${PLAN.cache}`)).body).toMatchObject({
    name: "Cache 5GB",
    supportSsl: false,
  });
  expect((await api.get("/fixed/plans/1")).status).toBe(404);
});

test("Redis versions are those of a subscription, which has to be named", async () => {
  const { api } = await simulate();
  const id = (await activeEssentials(api)).split("/").at(-1);
  expect((await api.get("/fixed/redis-versions")).status).toBe(400);
  expect((await api.get("/fixed/redis-versions?subscriptionId=1")).status).toBe(404);
  const { redisVersions } = (await api.get(`/fixed/redis-versions?subscriptionId=${id}`)).body;
  expect(redisVersions).toContainEqual({ version: "8.2", isPreview: false, isDefault: true });
});

test("a free plan takes no payment method, and an account has one", async () => {
  const { api } = await simulate();
  const free = { planId: PLAN.free, paymentMethodId: undefined };
  const refusal = async (changes: object) =>
    (await errorOf(api, await api.post(SUBSCRIPTIONS, essentialsRequest(changes))))?.type;
  expect(await refusal({ planId: PLAN.free })).toBe("FIXED_PAYMENT_INFO_NOT_ALLOWED_IN_FREE_FIXED_PLAN");
  const path = await activeFree(api);
  expect((await api.get(path)).body).not.toHaveProperty("paymentMethodId");
  expect(await refusal(free)).toBe("FIXED_SUBSCRIPTION_ACCOUNT_ALREADY_HAS_A_FREE_PLAN");
  expect(await refusal({ paymentMethodId: undefined })).toBe("PAYMENT_INFO_NOT_PROVIDED");
  expect(await refusal({ planId: 1 })).toBe("FIXED_SUBSCRIPTION_CREATE_PLAN_NOT_FOUND");
  expect(await refusal({ name: " " })).toBe("FIXED_SUBSCRIPTION_INVALID_NAME");
});

test("an account without a payment method gets no free plan", async () => {
  const { api } = await simulate({
    accounts: [{ apiKey: "key", apiSecretKey: "secret", paymentMethods: [] }],
  });
  const request = { name: "free", planId: PLAN.free };
  const { type } = await errorOf(api, await api.post(SUBSCRIPTIONS, request));
  expect(type).toBe("FREE_PLAN_IS_ALLOWED_ONLY_FOR_ACCOUNTS_WITH_VALID_PAYMENT_INFO");
});

test.each([
  ["single", "google", "FIXED_MISMATCH_BETWEEN_REQUEST_PLAN_CLOUD_PROVIDER_AND_SUBSCRIPTION_CLOUD_PROVIDER"],
  ["single", "elsewhere", "FIXED_MISMATCH_BETWEEN_REQUEST_PLAN_REGION_AND_SUBSCRIPTION_REGION"],
  ["single", "flex", "NON_REDIS_FLEX_PLAN_CANNOT_BE_UPDATED_TO_REDIS_FLEX_PLAN"],
  ["flex", "single", "REDIS_FLEX_PLAN_CANNOT_BE_UPDATED_TO_NON_REDIS_FLEX"],
  [
    "cache",
    "multi",
    "FIXED_SUBSCRIPTION_PLAN_CANNOT_CHANGED_FROM_AVAILABILITY_OF_SINGLE_ZONE_OR_NO_REPLICATION_TO_MULTI_ZONE",
  ],
  [
    "multi",
    "single",
    "FIXED_SUBSCRIPTION_PLAN_CANNOT_CHANGED_FROM_AVAILABILITY_OF_MULTI_ZONE_TO_SINGLE_ZONE_OR_NO_REPLICATION",
  ],
  ["single", "several", undefined],
  ["multi", "multiLarge", undefined],
  ["flex", "flexLarge", undefined],
] as const)("moves from the plan %s to %s: %s", async (from, to, code) => {
  const { api } = await simulate();
  const path = await activeEssentials(api, { planId: PLAN[from] });
  const id = path.split("/").at(-1);
  const { plans } = (await api.get(`/fixed/plans/subscriptions/${id}`)).body;
  const isOffered = plans.some((plan: { id: number }) => plan.id === PLAN[to]);
  expect(isOffered).toBe(code === undefined);
  expect((await errorOf(api, await api.put(path, { planId: PLAN[to] })))?.type).toBe(code);
  if (code !== undefined) return;
  expect(await stateOf(api, path)).toBe("pending");
  await pass(20);
  expect((await api.get(path)).body).toMatchObject({ status: "active", planId: PLAN[to] });
});

test("a plan that is too small for what the databases have is refused", async () => {
  const { api } = await simulate();
  const path = await activeEssentials(api, { planId: PLAN.several });
  const refusal = async (planId: number) => (await errorOf(api, await api.put(path, { planId })))?.type;
  const sourceIps = Array.from({ length: 5 }, (_, index) => `10.0.${index}.0/24`);
  const first = await activeEssentialsDatabase(api, path, { name: "first", sourceIps, enableTls: true });
  expect(await refusal(PLAN.cache)).toBe("FIXED_SUBSCRIPTION_PLAN_NOT_SUPPORT_TLS");
  expect(await refusal(PLAN.small)).toBe(
    "FIXED_SUBSCRIPTION_PLAN_MAX_SOURCE_IPS_IS_SMALLER_THEN_ONE_OF_EXISTING_DATABSE_SOURCE_IPS",
  );
  const replica = { syncSources: [{ endpoint: "redis://source.example.com:6379" }] };
  await processed(api, await api.put(first, { sourceIps: [], enableTls: false, replica }));
  expect(await refusal(PLAN.small)).toBe(
    "UPDATING_A_FIXED_SUBSCRIPTION_PLAN_IS_NOT_ALLOWED_WHILE_THE_SUBSCRIPTION_OR_BDB_IS_PENDING",
  );
  await pass(20);
  expect(await refusal(PLAN.free)).toBe("FIXED_SUBSCRIPTION_PLAN_NOT_SUPPORT_REPLICA_OF");
  await activeEssentialsDatabase(api, path, { name: "second" });
  expect(await refusal(PLAN.small)).toBe(
    "FIXED_SUBSCRIPTION_PLAN_MAX_DATABASES_SMALLER_THEN_CURRENT_SUBSCRIPTION_DATABASES_COUNT",
  );
  expect(await refusal(1)).toBe("FIXED_SUBSCRIPTION_UPDATE_INVALID_PLAN");
});

test("pay-as-you-go that uses more than the plan has is refused", async () => {
  const { api } = await simulate();
  const path = await activeEssentials(api, { planId: PLAN.payAsYouGo });
  await activeEssentialsDatabase(api, path, { datasetSizeInGb: 2 });
  expect((await errorOf(api, await api.put(path, { planId: PLAN.single }))).type).toBe(
    "FIXED_SUBSCRIPTION_PLAN_SIZE_SMALLER_THEN_CURRENT_SUBSCRIPTION_USAGE",
  );
});

test("databases lose what a new plan does not support", async () => {
  const { api } = await simulate();
  const path = await activeEssentials(api);
  const request = {
    replication: true,
    dataPersistence: "aof-every-1-second",
    periodicBackupPath: "s3://here",
  };
  const database = await activeEssentialsDatabase(api, path, request);
  await processed(api, await api.put(path, { planId: PLAN.free }));
  await pass(20);
  expect((await api.get(path)).body).not.toHaveProperty("paymentMethodType");
  expect((await api.get(database)).body).toMatchObject({
    replication: false,
    dataPersistence: "none",
    backup: { remoteBackupEnabled: false },
  });
});

test("a restart keeps subscriptions and databases", async () => {
  const stateFile = `${directory}/essentials.json`;
  const before = await simulate({ stateFile });
  const path = await activeEssentials(before.api);
  const database = await activeEssentialsDatabase(before.api, path);
  const told = (await before.api.get(database)).body;
  await before.simulator.close();
  const { api } = await simulate({ stateFile });
  const { links: _, ...after } = (await api.get(database)).body;
  expect(told).toMatchObject(after);
});
