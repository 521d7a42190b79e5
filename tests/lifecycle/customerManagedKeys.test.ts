import * as status from "../../provider/pulumi/status";
import { DEMO_ACCOUNT, type SimulatorOptions } from "../../simulator";
import {
  CLOUD_ACCOUNT,
  endSimulators,
  failureOf,
  PLACE,
  placeIn,
  plansGone,
  refused,
  stackOf,
  redisCloud as startRedisCloud,
  submitted,
  writes,
} from "./harness";
import { seconds, useVirtualTime } from "./virtualTime";

useVirtualTime();
endSimulators();

/** An account whose keys can be used without a grant. */
const redisCloud = (options: SimulatorOptions = {}) =>
  startRedisCloud({ accounts: [{ ...DEMO_ACCOUNT, hasAccessToKeys: true }], ...options });

afterEach(() => {
  jest.restoreAllMocks();
});

const WITHOUT_KEYS = { ...PLACE, persistentStorageEncryptionType: "customer-managed-key" };
const KEYS = {
  customerManagedKeys: [{ resourceName: "arn:aws:kms:us-east-1:123456789012:key/first" }],
  deletionGracePeriod: "1-hour",
};
const WITH_KEYS = { ...WITHOUT_KEYS, persistentStorageEncryptionKeys: KEYS };
const GOOGLE = { cloudProviders: [{ provider: "GCP", regions: [{ region: "europe-west1" }] }] };
const RESTING = "encryption_key_pending";

test.each([
  ["in Redis' own cloud account", {}],
  ["on Google Cloud", GOOGLE],
])("%s, a subscription is created without keys, rests, and is active when it has them", async (_, place) => {
  const { stack, simulator, api } = await redisCloud();
  const main = await stack.subscription("main", { ...WITHOUT_KEYS, ...place });
  expect(main.outputs).toMatchObject({ status: RESTING });
  expect(await stack.preview("main", { ...WITHOUT_KEYS, ...place })).toBe("same");
  expect((await stack.refresh("main"))?.outputs).toMatchObject({ status: RESTING });
  expect(await stack.preview("main", { ...WITHOUT_KEYS, ...place })).toBe("same");

  const args = { ...WITH_KEYS, ...place, name: "shop", databases: [{ name: "later", datasetSizeInGb: 1 }] };
  expect(await stack.preview("main", args)).toBe("update");
  expect(await stack.subscription("main", args)).toMatchObject({
    id: main.id,
    outputs: { status: "active" },
  });
  await plansGone(simulator);
  expect(await api.get(`/subscriptions/${main.id}`)).toMatchObject({
    name: "shop",
    status: "active",
    numberOfDatabases: 0,
  });
  expect(await stack.preview("main", args)).toBe("same");
  expect(refused(simulator)).toEqual([]);
  await stack.database("cache", { subscriptionId: main.id, datasetSizeInGb: 1 });
  await stack.destroy("cache");
  await stack.destroy("main");
  expect(simulator.record.remaining()).toEqual([]);
});

test("in the customer's own cloud account, keys are set at creation", async () => {
  const { stack } = await redisCloud();
  const place = placeIn((await stack.cloudAccount("aws", CLOUD_ACCOUNT)).id);
  const main = await stack.subscription("main", { ...WITH_KEYS, ...place });
  expect(main.outputs).toMatchObject({ status: "active" });
  expect(await stack.preview("main", { ...WITH_KEYS, ...place })).toBe("same");
});

test("while it waits for its keys, the next step is reported", async () => {
  const said: string[] = [];
  jest.spyOn(status, "announce").mockImplementation(() => (text) => void said.push(text));
  const { stack } = await redisCloud();
  await stack.subscription("main", WITHOUT_KEYS);
  expect(said.join()).toMatch(
    /grant the principal in its customerManagedKeyAccessDetails.*SubscriptionEncryptionKeys/,
  );
});

test("a database in a subscription that waits for its keys fails at once, with the next step, and nothing is sent", async () => {
  const { stack, simulator } = await redisCloud();
  const { id: subscriptionId } = await stack.subscription("main", WITHOUT_KEYS);
  const [before, since] = [writes(simulator).length, Date.now()];
  const failure = await failureOf(stack.database("cache", { subscriptionId, datasetSizeInGb: 1 }));
  expect(failure.message).toBe(
    `create database of subscription ${subscriptionId}: awaiting-key: subscription ${subscriptionId} waits for its ` +
      "encryption key (encryption_key_pending). Nothing was changed: grant the principal in its " +
      "customerManagedKeyAccessDetails access to your key, declare the key in SubscriptionEncryptionKeys, and take the " +
      "subscriptionId of other resources from it.",
  );
  expect(Date.now() - since).toBeLessThan(60_000);
  expect(writes(simulator)).toHaveLength(before);

  await stack.subscription("main", WITH_KEYS);
  expect(await stack.database("cache", { subscriptionId, datasetSizeInGb: 1 })).toMatchObject({
    outputs: { status: "active" },
  });
});

test("another change to it while it waits is left to the run after it has its keys, which the run says", async () => {
  const { stack, api } = await redisCloud();
  const { id } = await stack.subscription("main", { ...WITHOUT_KEYS, name: "before" });
  const renamed = { ...WITHOUT_KEYS, name: "renamed" };
  expect(await stack.subscription("main", renamed)).toMatchObject({
    failed: false,
    outputs: { name: "before" },
  });
  expect(await stack.preview("main", renamed)).toBe("update");
  await api.send("PUT", `/subscriptions/${id}`, KEYS);
  await seconds(600);
  await stack.subscription("main", renamed);
  expect(stack.state("main").outputs).toMatchObject({ name: "renamed", status: "active" });
  expect(await stack.preview("main", renamed)).toBe("same");
});

test("keys and another change in one update: the keys first, then the change", async () => {
  const { stack } = await redisCloud();
  await stack.subscription("main", WITHOUT_KEYS);
  await stack.subscription("main", { ...WITH_KEYS, name: "renamed" });
  expect(stack.state("main").outputs).toMatchObject({ name: "renamed", status: "active" });
});

test("a subscription that never got its keys is deleted", async () => {
  const { stack, simulator } = await redisCloud();
  await stack.subscription("main", WITHOUT_KEYS);
  await stack.destroy("main");
  expect(simulator.record.remaining()).toEqual([]);
});

test("keys that were set in the console: a refresh shows the remaining work, and the next run does it", async () => {
  const { stack, simulator, api } = await redisCloud();
  const { id } = await stack.subscription("main", WITHOUT_KEYS);
  await api.send("PUT", `/subscriptions/${id}`, KEYS);
  await seconds(600);
  const later = stackOf({ ...simulator, url: `${simulator.url}/` }, 0, stack.held);
  expect((await later.refresh("main"))?.outputs).toMatchObject({ status: "active" });
  expect(await later.preview("main", WITHOUT_KEYS)).toBe("update");
  await later.subscription("main", WITHOUT_KEYS);
  await plansGone(simulator);
  expect(await api.get(`/subscriptions/${id}`)).toMatchObject({ numberOfDatabases: 0 });
  expect(await later.preview("main", WITHOUT_KEYS)).toBe("same");
});

test.each([
  ["is active", 900],
  ["is still pending", 60],
])(
  "keys that were set in the console: when the subscription %s, an ordinary run does what is left",
  async (_, elapsed) => {
    const durations = { taskProcessing: [5, 5], subscriptionUpdate: [600, 600] } as const;
    const { stack, simulator, api } = await redisCloud({ durations });
    const { id } = await stack.subscription("main", WITHOUT_KEYS);
    await api.send("PUT", `/subscriptions/${id}`, KEYS);
    await seconds(elapsed);
    const later = stackOf({ ...simulator, url: `${simulator.url}/` }, 0, stack.held);
    const said: string[] = [];
    jest.spyOn(status, "announceOnce").mockImplementation((_urn, text) => void said.push(text));
    expect(await later.preview("main", WITHOUT_KEYS)).toBe("update");
    expect(said.join()).toContain("has its keys now");
    expect(await later.subscription("main", WITHOUT_KEYS)).toMatchObject({ outputs: { status: "active" } });
    await plansGone(simulator);
    expect(await api.get(`/subscriptions/${id}`)).toMatchObject({ numberOfDatabases: 0 });
    expect(await later.preview("main", WITHOUT_KEYS)).toBe("same");
  },
);

test("the next run finishes a key update that exceeded its timeout, and the keys are sent once", async () => {
  const durations = { subscriptionUpdate: [600, 600] } as const;
  const { stack, simulator, api } = await redisCloud({ durations });
  const { id } = await stack.subscription("main", WITHOUT_KEYS);
  const args = { ...WITH_KEYS, timeouts: { update: "2m" } };
  await failureOf(stack.subscription("main", args));
  const patient = { ...WITH_KEYS, timeouts: { update: "1h" } };
  expect(await stack.subscription("main", patient)).toMatchObject({ id, outputs: { status: "active" } });
  expect(submitted(simulator, "subscriptionUpdateRequest")).toHaveLength(1);
  await plansGone(simulator);
  expect(await api.get(`/subscriptions/${id}`)).toMatchObject({ numberOfDatabases: 0 });
  expect(await stack.preview("main", patient)).toBe("same");
});

test("three subscriptions that wait for their keys do not block databases elsewhere, and a fourth subscription fails with the reason", async () => {
  const { stack, simulator } = await redisCloud();
  const { id: subscriptionId } = await stack.subscription("shop", PLACE);
  for (const name of ["a", "b", "c"]) await stack.subscription(name, WITHOUT_KEYS);
  await stack.database("cache", { subscriptionId, datasetSizeInGb: 1 });

  const since = Date.now();
  const failure = await failureOf(stack.subscription("d", PLACE));
  const ids = ["a", "b", "c"].map((name) => stack.state(name).id);
  expect(failure.message).toContain(
    `awaiting-key: subscriptions ${ids.join(", ")} wait for their encryption keys`,
  );
  expect(Date.now() - since).toBeLessThan(60_000);
  expect(submitted(simulator, "subscriptionCreateRequest")).toHaveLength(5);

  await stack.subscription("a", WITH_KEYS);
  expect(await stack.subscription("d", PLACE)).toMatchObject({ outputs: { status: "active" } });
});
