import { PLAN } from "../simulator/essentials";
import { endSimulators, type RedisCloud, redisCloud, refused } from "./harness";
import { seconds, useVirtualTime } from "./virtualTime";

/*
 * Pairs of plans: the preview and the server agree whether a subscription can move from one to the other, has to be
 * replaced, or is refused because of what its databases have.
 */

useVirtualTime();
endSimulators();

type Outcome = "same" | "update" | "replace" | "refused";
type Name = keyof typeof PLAN;

const NAMES = Object.keys(PLAN) as Name[];

/** The codes with which the server says that no subscription can move between two plans. */
const NEVER = /^FIXED_MISMATCH_|_CANNOT_CHANGED_FROM_|REDIS_FLEX_PLAN_CANNOT_BE_UPDATED/;

const argumentsOf = (name: Name) => ({
  planId: PLAN[name],
  ...(name !== "free" && { paymentMethodId: 2 }),
});

async function previewed({ stack }: RedisCloud, to: Name): Promise<Outcome> {
  try {
    return await stack.preview("main", argumentsOf(to));
  } catch (error) {
    expect((error as Error).message).toMatch(/^planId: subscription \d+ cannot move to /);
    return "refused";
  }
}

/** What the server makes of a request to move; an accepted one is taken back. */
async function answered({ stack, simulator, api }: RedisCloud, from: Name, to: Name): Promise<Outcome> {
  if (from === to) return "same";
  const path = `/fixed/subscriptions/${stack.state("main").id}`;
  const before = refused(simulator).length;
  await api.send("PUT", path, argumentsOf(to));
  await seconds(80);
  const error = refused(simulator)[before]?.error;
  if (error !== undefined) return NEVER.test(error) ? "replace" : "refused";
  await api.send("PUT", path, argumentsOf(from));
  await seconds(80);
  return "update";
}

async function outcomesFrom(cloud: RedisCloud, from: Name): Promise<[Record<string, Outcome>, object]> {
  const [preview, server]: Record<string, Outcome>[] = [{}, {}];
  for (const to of NAMES) {
    if (preview === undefined || server === undefined) break;
    preview[to] = await previewed(cloud, to);
    server[to] = await answered(cloud, from, to);
  }
  return [preview as Record<string, Outcome>, server as object];
}

test.each(NAMES)("from the plan %s, without databases", async (from) => {
  const cloud = await redisCloud();
  await cloud.stack.essentialsSubscription("main", argumentsOf(from));
  const [preview, server] = await outcomesFrom(cloud, from);
  expect(preview).toEqual(server);
  expect(new Set(Object.values(preview))).toContain("replace");
});

const DATABASES: [string, Name, object][] = [
  ["TLS", "single", { enableTls: true }],
  [
    "many source addresses",
    "several",
    { sourceIps: ["10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4", "10.0.0.5"] },
  ],
  ["a replica", "single", { replicaOf: ["redis://source.example.com:6379"] }],
  ["a size of its own", "payAsYouGo", { datasetSizeInGb: 2 }],
];

test.each(DATABASES)("with a database that has %s", async (_, from, settings) => {
  const cloud = await redisCloud();
  const { id: subscriptionId } = await cloud.stack.essentialsSubscription("main", argumentsOf(from));
  await cloud.stack.essentialsDatabase("cache", { subscriptionId, ...settings });
  const [preview, server] = await outcomesFrom(cloud, from);
  expect(preview).toEqual(server);
  expect(new Set(Object.values(preview))).toEqual(new Set(["same", "update", "replace", "refused"]));
});

test("with two databases", async () => {
  const cloud = await redisCloud();
  const { id: subscriptionId } = await cloud.stack.essentialsSubscription("main", argumentsOf("several"));
  for (const name of ["one", "two"]) await cloud.stack.essentialsDatabase(name, { subscriptionId });
  const [preview, server] = await outcomesFrom(cloud, "several");
  expect(preview).toEqual(server);
  expect(preview).toMatchObject({ single: "refused", payAsYouGo: "update", multi: "replace" });
});
