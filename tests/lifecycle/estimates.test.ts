import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Inputs as Args } from "@pulumi/pulumi";
import { entriesIn, totalOf } from "../../provider/preview/costs/ledger";
import * as status from "../../provider/pulumi/status";
import { endSimulators, PLACE, plansGone, type RedisCloud, redisCloud, writes } from "./harness";
import { useVirtualTime } from "./virtualTime";

useVirtualTime();
endSimulators();

/*
 * The simulator's prices: a shard of type `micro` costs 0.027 USD an hour, one of type `small` 0.065; a replica takes
 * as many shards again; a subscription with a database costs at least 0.274.
 */

const folder = mkdtempSync(path.join(tmpdir(), "pulumi-redis-cloud-estimates-"));
afterAll(() => rmSync(folder, { recursive: true }));

let previews = 0;
let ledger: string;
let told: Record<string, string>;

/** A separate preview, with costs. */
function newPreview(): void {
  ledger = path.join(folder, `${++previews}.jsonl`);
  writeFileSync(ledger, "");
  told = {};
}

beforeEach(() => {
  newPreview();
  jest.spyOn(status, "showStatus").mockImplementation(async (urn, text, isLasting) => {
    if (isLasting) told[urn.split("::").at(-1) ?? ""] = text;
  });
});
afterEach(() => jest.restoreAllMocks());

/** The hidden argument of a preview. */
const asked = (subscription?: string) => ({ __estimate: { ledger, ...(subscription && { subscription }) } });

const URN = "urn:pulumi:test::shop::pulumi-nodejs:dynamic/redis-cloud:Subscription::main";
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const CACHE = { datasetSizeInGb: 1, replication: false };

/** Databases in a subscription that does not exist yet. */
const inNew = (args: Args) => ({ ...args, subscriptionId: UNKNOWN, ...asked(URN) });

/** A simulator with existing resources. */
async function withShop(): Promise<RedisCloud & { subscriptionId: string }> {
  const cloud = await redisCloud();
  const { id: subscriptionId } = await cloud.stack.subscription("main", PLACE);
  await cloud.stack.database("cache", { ...CACHE, subscriptionId });
  await plansGone(cloud.simulator);
  return { ...cloud, subscriptionId };
}

const dryRuns = ({ record }: RedisCloud["simulator"]) => record.requests.filter(({ dryRun }) => dryRun);

/** The message on the stack's line. */
const total = () => totalOf(entriesIn(ledger));

test("a new subscription is shown with its minimum cost, and its databases with their share", async () => {
  const { stack, simulator } = await redisCloud();
  await stack.previewNew("Subscription", "main", { ...PLACE, ...asked() });
  await stack.previewNew("Database", "cache", inNew(CACHE));
  await stack.previewNew("Database", "sessions", inNew({ datasetSizeInGb: 5 }));
  expect(told).toEqual({
    main: "main costs what its databases cost, at least 0.274 USD/hour, 200.02 USD/month",
    cache: "cache costs 0.027 USD/hour, 19.71 USD/month (+0.027 USD/hour, +19.71 USD/month)",
    sessions: "sessions costs 0.13 USD/hour, 94.90 USD/month (+0.13 USD/hour, +94.90 USD/month)",
  });
  expect(total()).toBe(
    "in total, the subscriptions that change cost 0.274 USD/hour, 200.02 USD/month (+0.274 USD/hour, +200.02 USD/month)",
  );
  expect(writes(simulator)).toEqual([]);
  expect(simulator.record.remaining()).toEqual([]);
});

test("equal databases need one dry run", async () => {
  const { stack, simulator } = await redisCloud();
  await stack.previewNew("Subscription", "main", { ...PLACE, ...asked() });
  const names = ["one", "two", "three"];
  await Promise.all(names.map((name) => stack.previewNew("Database", name, inNew(CACHE))));
  expect(Object.keys(told)).toEqual(["main", ...names]);
  expect(dryRuns(simulator)).toHaveLength(2);
});

test("databases that are created with a subscription count once, though a Database takes them over", async () => {
  const { stack } = await redisCloud();
  const databases = [{ name: "cache", datasetSizeInGb: 40 }];
  await stack.previewNew("Subscription", "main", { ...PLACE, databases, ...asked() });
  await stack.previewNew("Database", "cache", inNew({ name: "cache", datasetSizeInGb: 40 }));
  const cost = "costs 1.204 USD/hour, 878.92 USD/month (+1.204 USD/hour, +878.92 USD/month)";
  expect(told.main).toBe(`main ${cost} for its own databases, at least 0.274 USD/hour, 200.02 USD/month`);
  expect(told.cache).toBe(`cache ${cost}`);
  expect(total()).toContain("cost 1.204 USD/hour");
});

test("an added database costs what exceeds the subscription's minimum", async () => {
  const { stack, simulator, subscriptionId } = await withShop();
  const before = writes(simulator);
  await stack.previewNew("Database", "large", { datasetSizeInGb: 20, subscriptionId, ...asked() });
  expect(told.large).toBe(
    "large costs 0.602 USD/hour, 439.46 USD/month (+0.602 USD/hour, +439.46 USD/month)",
  );
  expect(total()).toBe(
    "in total, the subscriptions that change cost 0.629 USD/hour, 459.17 USD/month (+0.355 USD/hour, +259.15 USD/month)",
  );
  expect(writes(simulator)).toEqual(before);
});

test("a resized database is shown with the difference", async () => {
  const { stack, simulator, subscriptionId } = await withShop();
  const before = writes(simulator);
  const resized = { ...CACHE, subscriptionId, datasetSizeInGb: 20 };
  expect(await stack.preview("cache", { ...resized, ...asked() })).toBe("update");
  expect(told.cache).toBe(
    "cache costs 0.301 USD/hour, 219.73 USD/month (+0.274 USD/hour, +200.02 USD/month)",
  );
  expect(total()).toContain("cost 0.301 USD/hour, 219.73 USD/month (+0.027 USD/hour, +19.71 USD/month)");
  expect(writes(simulator)).toEqual(before);
});

test("a replaced database is shown with the cost of the old one", async () => {
  const { stack, subscriptionId } = await withShop();
  const moved = { ...CACHE, subscriptionId, port: 12_000, replication: true };
  expect(await stack.preview("cache", { ...moved, ...asked() })).toBe("replace");
  expect(told.cache).toBe(
    "cache costs 0.054 USD/hour, 39.42 USD/month (+0.027 USD/hour, +19.71 USD/month); " +
      "the one that it replaces costs 0.027 USD/hour, 19.71 USD/month",
  );
  expect(total()).toContain("cost 0.274 USD/hour, 200.02 USD/month (no difference)");
});

test("a replaced subscription includes all its databases", async () => {
  const { stack, subscriptionId } = await withShop();
  await stack.database("large", { subscriptionId, datasetSizeInGb: 20, replication: false });
  const cloudProviders = [{ provider: "AWS", regions: [{ region: "eu-west-1" }] }];
  expect(await stack.preview("main", { ...PLACE, cloudProviders, ...asked() })).toBe("replace");
  expect(await stack.preview("cache", inNew(CACHE))).toBe("replace");
  expect(told).toEqual({
    main:
      "main costs what its databases cost, at least 0.274 USD/hour, 200.02 USD/month; " +
      "the one that it replaces costs 0.328 USD/hour, 239.44 USD/month",
    cache:
      "cache costs 0.027 USD/hour, 19.71 USD/month (no difference); " +
      "the one that it replaces costs 0.027 USD/hour, 19.71 USD/month",
  });
  expect(total()).toContain("cost 0.274 USD/hour, 200.02 USD/month (-0.054 USD/hour, -39.42 USD/month)");
});

test("unchanged resources, and changes without a price, need no dry run", async () => {
  const { stack, simulator, subscriptionId } = await withShop();
  const before = simulator.record.requests.length;
  expect(await stack.preview("main", { ...PLACE, ...asked() })).toBe("same");
  expect(await stack.preview("cache", { ...CACHE, subscriptionId, ...asked() })).toBe("same");
  const renamed = { ...CACHE, subscriptionId, dataEvictionPolicy: "noeviction" };
  expect(await stack.preview("cache", { ...renamed, ...asked() })).toBe("update");
  expect(await stack.preview("main", { ...PLACE, name: "shop", ...asked() })).toBe("update");
  const asking = simulator.record.requests.slice(before).filter(({ method, path }) => {
    return method !== "GET" || path.includes("/pricing");
  });
  expect(asking).toEqual([]);
  expect(told).toEqual({});
  expect(total()).toBeUndefined();
});

test("without a request for estimates there are no dry runs, and a request only lasts for its preview", async () => {
  const { stack, simulator, subscriptionId } = await withShop();
  const resized = { ...CACHE, subscriptionId, datasetSizeInGb: 20 };
  await stack.preview("cache", { ...resized, ...asked() });
  const { length } = dryRuns(simulator);
  newPreview();
  await stack.preview("cache", { ...resized, replication: true });
  expect(dryRuns(simulator)).toHaveLength(length);
  expect(told).toEqual({});
});

test("the state contains no estimates", async () => {
  const { stack, subscriptionId } = await withShop();
  const { inputs, outputs } = await stack.database("sessions", { ...CACHE, subscriptionId, ...asked() });
  expect(Object.keys({ ...inputs, ...outputs })).not.toContain("__estimate");
});

test("an estimate that is not possible is reported, and does not fail the preview", async () => {
  const { stack, simulator, subscriptionId } = await withShop();
  const before = writes(simulator);
  await stack.previewNew("Database", "refused", {
    datasetSizeInGb: 1_000_000,
    subscriptionId,
    ...asked(),
  });
  await stack.previewNew("Database", "unknown", { datasetSizeInGb: UNKNOWN, subscriptionId, ...asked() });
  await stack.previewNew("Database", "elsewhere", { ...CACHE, subscriptionId: UNKNOWN, ...asked() });
  await stack.previewNew("Database", "cache", { ...CACHE, subscriptionId, ...asked() });
  expect(told).toEqual({
    refused: expect.stringMatching(/^the cost of refused cannot be estimated: [A-Z_]+$/),
    unknown: "the cost of unknown cannot be estimated: datasetSizeInGb not known yet",
    elsewhere: "the cost of elsewhere cannot be estimated: its subscription is not known yet",
    cache: expect.stringMatching(/^cache costs 0.027/),
  });
  expect(total()).toMatch(/; not estimated: refused, unknown, elsewhere$/);
  expect(writes(simulator)).toEqual(before);
});

/** Plans of 22 and of 5 US dollars a month. */
const [SINGLE, SMALL] = [98_003, 98_002];
const ESSENTIALS = { planId: SINGLE, paymentMethodId: 2 };

test("an Essentials subscription costs what its plan costs, without a dry run", async () => {
  const { stack, simulator } = await redisCloud();
  await stack.previewNew("EssentialsSubscription", "small", { ...ESSENTIALS, ...asked() });
  expect(told).toEqual({
    small: "small costs 0.030137 USD/hour, 22.00 USD/month (+0.030137 USD/hour, +22.00 USD/month)",
  });
  expect(total()).toBe(
    "in total, the subscriptions that change cost 0.030137 USD/hour, 22.00 USD/month (+0.030137 USD/hour, +22.00 USD/month)",
  );
  expect(writes(simulator)).toEqual([]);
});

test("another plan shows the difference; a change that costs nothing shows none", async () => {
  const { stack } = await redisCloud();
  await stack.essentialsSubscription("small", ESSENTIALS);
  newPreview();
  await stack.preview("small", { ...ESSENTIALS, name: "renamed", ...asked() });
  expect(told).toEqual({});
  newPreview();
  await stack.preview("small", { ...ESSENTIALS, planId: SMALL, ...asked() });
  expect(told.small).toBe(
    "small costs 0.006849 USD/hour, 5.00 USD/month (-0.023288 USD/hour, -17.00 USD/month)",
  );
});

test("an Essentials subscription whose plan is not known yet cannot be estimated", async () => {
  const { stack } = await redisCloud();
  await stack.previewNew("EssentialsSubscription", "small", { ...ESSENTIALS, planId: UNKNOWN, ...asked() });
  expect(told.small).toBe("the cost of small cannot be estimated: its price is not known yet");
});
