import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  createProject,
  dynamicResources,
  type PulumiProject,
  type RedisCloud,
  startRedisCloud,
} from "./harness";

let cloud: RedisCloud;
let project: PulumiProject;

beforeAll(async () => {
  cloud = await startRedisCloud();
  project = await createProject({
    name: "costs",
    program: "examples/quickstart",
    env: cloud.env,
    asJavaScript: true,
  });
});

afterAll(() => Promise.all([project?.dispose(), cloud?.close()]));

/** Hourly charges by item. */
interface Charge {
  readonly shards: number;
  readonly minimum: number;
}

/** The simulator's charges for the subscription, once the databases of the creation plan are gone. */
async function charge(): Promise<Charge> {
  const path = `/subscriptions/${(await project.outputs()).subscriptionId}`;
  while ((await cloud.get<{ numberOfDatabases: number }>(path)).numberOfDatabases !== 2);
  const { pricing } = await cloud.get<{
    pricing: { type: string; quantity: number; pricePerUnit: number }[];
  }>(`${path}/pricing`);
  const of = (wanted: string) =>
    pricing
      .filter(({ type }) => type === wanted)
      .reduce((sum, { quantity, pricePerUnit }) => sum + quantity * pricePerUnit, 0);
  return { shards: of("Shards"), minimum: of("MinimumPrice") };
}

/** The cost lines of a run, each as often as it is in the diagnostics. */
const told = (output: string): string[] =>
  (output.split("Diagnostics:")[1] ?? output)
    .split("\n")
    .flatMap((line) => line.match(/^ *(.* costs? .*)$/)?.[1] ?? []);

/** The first hourly amount in the line with the words. */
const perHour = (lines: readonly string[], words: string): number =>
  Number(lines.find((line) => line.includes(words))?.match(/([\d.]+) USD\/hour/)?.[1]);

let estimate: string[];

test("a preview shows no costs by default", async () => {
  const { stdout } = await project.preview([], { mustSucceed: true });
  expect(told(stdout)).toEqual([]);
  expect(cloud.simulator.record.requests.filter(({ method }) => method !== "GET")).toEqual([]);
});

test("with estimates enabled, it shows the cost of each resource and the total once; nothing is created", async () => {
  await project.setConfig("redis-cloud:costEstimates", "true");
  estimate = told((await project.preview([], { mustSucceed: true })).stdout);
  expect([...estimate].sort()).toEqual([
    "cache costs 0.027 USD/hour, 19.71 USD/month (+0.027 USD/hour, +19.71 USD/month)",
    "in total, the subscriptions that change cost 0.274 USD/hour, 200.02 USD/month (+0.274 USD/hour, +200.02 USD/month)",
    "main costs what its databases cost, at least 0.274 USD/hour, 200.02 USD/month",
    "sessions costs 0.054 USD/hour, 39.42 USD/month (+0.054 USD/hour, +39.42 USD/month)",
  ]);
  expect(cloud.writes()).toEqual([]);
  expect(cloud.remaining()).toEqual([]);
});

test("with --diff it shows the same", async () => {
  const { stderr } = await project.preview(["--diff"], { mustSucceed: true });
  expect(told(stderr).sort()).toEqual([...estimate].sort());
});

test("the estimate is what is charged after up, which shows it only in its preview", async () => {
  const { stdout } = await project.run(["up", "--yes"], { mustSucceed: true });
  expect(stdout.match(/^ +in total, the subscriptions that change cost/gm)).toHaveLength(1);
  const { shards, minimum } = await charge();
  expect(perHour(estimate, "cache costs") + perHour(estimate, "sessions costs")).toBeCloseTo(shards);
  expect(perHour(estimate, "main costs")).toBe(minimum);
  expect(perHour(estimate, "in total")).toBe(Math.max(shards, minimum));
});

test("databases that are replaced with their subscription are shown with the cost of the old ones", async () => {
  const program = path.join(project.programFolder, "index.ts");
  const before = readFileSync(program, "utf8");
  writeFileSync(program, before.replace("us-east-1", "eu-west-1"));
  const { stdout } = await project.preview([], { mustSucceed: true });
  writeFileSync(program, before);
  expect(told(stdout).sort()).toEqual([
    "cache costs 0.027 USD/hour, 19.71 USD/month (no difference); " +
      "the one that it replaces costs 0.027 USD/hour, 19.71 USD/month",
    "in total, the subscriptions that change cost 0.274 USD/hour, 200.02 USD/month (no difference)",
    "main costs what its databases cost, at least 0.274 USD/hour, 200.02 USD/month; " +
      "the one that it replaces costs 0.274 USD/hour, 200.02 USD/month",
    "sessions costs 0.054 USD/hour, 39.42 USD/month (no difference); " +
      "the one that it replaces costs 0.054 USD/hour, 39.42 USD/month",
  ]);
});

test("the state contains nothing of an estimate", async () => {
  const { deployment } = await project.exportState();
  expect(JSON.stringify(deployment)).not.toContain("__estimate");
});

test("a preview without changes requests no estimates", async () => {
  const before = cloud.simulator.record.requests.length;
  const { stdout } = await project.preview(["--expect-no-changes"], { mustSucceed: true });
  expect(told(stdout)).toEqual([]);
  const requests = cloud.simulator.record.requests.slice(before);
  expect(requests.filter(({ method, path }) => method !== "GET" || path.includes("pricing"))).toEqual([]);
});

test("the estimate of a change is what is charged after it", async () => {
  const before = await charge();
  const { stdout } = await project.preview(["--config", "cacheSizeInGb=20"], { mustSucceed: true });
  const lines = told(stdout);
  expect(lines).toContain(
    "cache costs 0.301 USD/hour, 219.73 USD/month (+0.274 USD/hour, +200.02 USD/month)",
  );
  await project.up(["--config", "cacheSizeInGb=20"], { mustSucceed: true });
  const after = await charge();
  expect(after.shards - before.shards).toBeCloseTo(0.274);
  expect(perHour(lines, "in total")).toBeCloseTo(Math.max(after.shards, after.minimum));
});

test("after a refresh, the subscription's pricing is what is charged", async () => {
  await project.refresh([], { mustSucceed: true });
  const [subscription] = dynamicResources(await project.exportState());
  const { pricing } = await cloud.get(`/subscriptions/${subscription?.id}/pricing`);
  expect(subscription?.outputs?.pricing).toEqual(pricing);
});
