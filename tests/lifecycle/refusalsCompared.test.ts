import type { Inputs } from "@pulumi/pulumi";
import { type Simulator, startSimulator } from "../../simulator";
import { ERROR_CODES } from "../../simulator/refusal";
import { configOf, failureOf } from "./harness";
import { BASE, type Entry, REFUSALS, type Sample, type World } from "./refusalTable";
import { ACTIONS_BASE, actionRequest } from "./refusalTableOfActions";
import { ESSENTIALS_WORLD, type EssentialsWorld } from "./refusalTableOfEssentials";
import { gatewayRequest } from "./refusalTableOfGateways";
import { PRIVATE_BASE, privateCreation } from "./refusalTablePrivate";
import { Stack } from "./stack";

/*
 * What the API refuses because of the arguments, the preview rejects: code by code. A new code of the simulator needs
 * an entry in the table; a removed check fails here.
 */

let simulator: Simulator;
let world: World;

beforeAll(async () => {
  simulator = await startSimulator({ redis: false, seed: 1, timeScale: 100_000 });
  world = await createWorld();
}, 60_000);

afterAll(() => simulator.close());

const entries = Object.entries(REFUSALS);
const samples = entries.filter((entry): entry is [string, Sample] => !("noCheck" in entry[1]));

test("the table contains exactly the refusals of the simulator", () => {
  expect(Object.keys(REFUSALS).sort()).toEqual([...ERROR_CODES].sort());
});

test("if no check can reject it, the table says why", () => {
  const reasons = entries.flatMap(([, entry]: [string, Entry]) => ("noCheck" in entry ? entry.noCheck : []));
  expect(reasons.filter((reason) => !/^[A-Z].{20,}\.$/.test(reason))).toEqual([]);
});

test.each(samples)("the preview rejects %s, with the property", async (_code, sample) => {
  const { message } = await failureOf(preview(sample));
  expect(message.split(/:? /)[0]).toBe(sample.property);
});

test.each(samples)("the API refuses the same arguments with %s", async (code, sample) => {
  const { method, path, body } = sample.request?.(world) ?? creation(sample);
  expect(await outcome(method, path, body)).toBe(code);
});

const argumentsOf = ({ type }: Sample, args: Sample["args"]): Inputs => ({
  ...BASE[type](world),
  ...(typeof args === "function" ? args(world) : args),
});

async function preview(sample: Sample): Promise<unknown> {
  const stack = new Stack(configOf(simulator));
  const { type, before, beside, args } = sample;
  if (beside !== undefined) await stack.previewNew(type, "beside", argumentsOf(sample, beside));
  if (before === undefined) return stack.previewNew(type, "sample", argumentsOf(sample, args));
  const held = { ...argumentsOf(sample, before), __urn: "urn" };
  stack.held.set("sample", { type, id: "1", inputs: held, outputs: held, failed: false });
  return stack.preview("sample", argumentsOf(sample, args));
}

/** The request that creates what the sample declares. */
function creation(sample: Sample) {
  const declared = argumentsOf(sample, sample.args);
  const list = LISTS[sample.type];
  if (list !== undefined) return { method: "POST", path: list, body: declared };
  if (sample.type in ACTIONS_BASE) return actionRequest(sample, declared);
  if (sample.type === "Database") {
    const { subscriptionId, ...body } = declared;
    return { method: "POST", path: `/subscriptions/${subscriptionId}/databases`, body };
  }
  if (sample.type in PRIVATE_BASE) return privateCreation(sample.type as keyof typeof PRIVATE_BASE, declared);
  if (sample.type === "TransitGatewayAttachment") return gatewayRequest(declared);
  if (sample.type === "SubscriptionPeering") {
    const { subscriptionId, ...body } = declared;
    return { method: "POST", path: `/subscriptions/${subscriptionId}/peerings`, body };
  }
  if (sample.type === "EssentialsDatabase") {
    const { subscriptionId, ...body } = declared;
    return { method: "POST", path: `/fixed/subscriptions/${subscriptionId}/databases`, body };
  }
  if (sample.type === "ActiveActiveDatabase" || sample.type === "ActiveActiveRegion") {
    const { subscriptionId, ...body } = declared;
    const isRegion = sample.type === "ActiveActiveRegion";
    const path = `/subscriptions/${subscriptionId}/${isRegion ? "regions" : "databases"}`;
    return { method: "POST", path, body: isRegion ? body : { ...THROUGHPUT, ...body } };
  }
  if (sample.type === "ActiveActiveSubscription") {
    const databases = [{ ...PLANNED, ...THROUGHPUT }];
    const body = { ...declared, deploymentType: "active-active", databases };
    return { method: "POST", path: "/subscriptions", body };
  }
  const databases = declared.databases ?? [PLANNED];
  return { method: "POST", path: "/subscriptions", body: { ...declared, databases } };
}

const LISTS: Readonly<Partial<Record<Sample["type"], string>>> = {
  CloudAccount: "/cloud-accounts",
  EssentialsSubscription: "/fixed/subscriptions",
  AclRule: "/acl/redisRules",
  AclRole: "/acl/roles",
  AclUser: "/acl/users",
};

/** Throughput of the regions that the Active-Active subscription has. */
const THROUGHPUT = {
  localThroughputMeasurement: [{ region: "us-east-1" }, { region: "eu-west-1" }],
};

const PLANNED = { name: "planned", protocol: "redis", datasetSizeInGb: 1 };

/** The code of the task's error, or `completed`; the HTTP status of a request without a task. */
async function outcome(method: string, path: string, body: object): Promise<unknown> {
  const { httpStatus, taskId } = await send(method, await withIds(path), body);
  return httpStatus === 202 ? (await ended(String(taskId))).code : httpStatus;
}

async function send(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const { apiKey = "", apiSecretKey = "" } = simulator.accounts[0] ?? {};
  const response = await fetch(simulator.url + path, {
    method,
    headers: { "x-api-key": apiKey, "x-api-secret-key": apiSecretKey, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { httpStatus: response.status, ...(text.startsWith("{") ? JSON.parse(text) : { text }) };
}

async function ended(taskId: string): Promise<{ code: string; id: number }> {
  const { status, response } = (await send("GET", `/tasks/${taskId}`)) as {
    status: string;
    response?: { resourceId: number; error?: { type: string } };
  };
  if (status === "processing-error") return { code: response?.error?.type ?? "", id: 0 };
  if (status === "processing-completed") return { code: "completed", id: response?.resourceId ?? 0 };
  await new Promise((resolve) => setTimeout(resolve, 5));
  return ended(taskId);
}

/** A path with the ID of a database of `main`, given by name. */
async function withIds(path: string): Promise<string> {
  const [, name] = path.match(/\/databases\/([a-z]+)\//) ?? [];
  if (name === undefined) return path;
  const { databaseId } = await databaseCalled(name, world.main);
  return path.replace(name, String(databaseId));
}

async function databaseCalled(name: string, subscriptionId: number): Promise<{ databaseId: number }> {
  const { subscription } = (await send("GET", `/subscriptions/${subscriptionId}/databases`)) as {
    subscription: { databases: { databaseId: number; name: string }[] }[];
  };
  return subscription[0]?.databases.find((database) => database.name === name) ?? { databaseId: 0 };
}

async function createWorld(): Promise<World> {
  const cloudAccount = await created("/cloud-accounts", BASE.CloudAccount());
  const databases = [
    { ...PLANNED, name: "held", redisVersion: "7.4", port: 12_345 },
    { ...PLANNED, name: "memcached", protocol: "memcached", redisVersion: "7.4" },
  ];
  const place = BASE.Subscription();
  const inOwn = {
    cloudProviders: [{ ...(place.cloudProviders as object[])[0], cloudAccountId: cloudAccount }],
  };
  const main = await created("/subscriptions", { ...place, databases });
  const { databaseId } = await databaseCalled("held", main);
  const ids = { main, held: databaseId } as World;
  for (const type of ["AclRole", "AclRule", "AclUser"] as const)
    await ended(String((await send("POST", LISTS[type] ?? "", { ...BASE[type](ids), name: "held" })).taskId));
  const global = await created("/subscriptions", {
    ...BASE.ActiveActiveSubscription(),
    deploymentType: "active-active",
    databases: [{ ...PLANNED, ...THROUGHPUT, name: "shared" }],
  });
  return {
    ...(await createOnGoogleCloud()),
    cloudAccount,
    main,
    held: databaseId,
    essentials: await createEssentials(),
    global,
    shared: (await databaseCalled("shared", global)).databaseId,
    flash: await created("/subscriptions", {
      ...place,
      memoryStorage: "ram-and-flash",
      databases: [PLANNED],
    }),
    own: await created("/subscriptions", { ...place, ...inOwn, databases: [PLANNED] }),
  };
}

async function createOnGoogleCloud() {
  const cloudProviders = [{ provider: "GCP", regions: [{ region: "us-central1" }] }];
  const google = await created("/subscriptions", {
    ...BASE.Subscription(),
    cloudProviders,
    databases: [PLANNED],
  });
  const service = privateCreation("PrivateServiceConnect", { subscriptionId: google });
  const { id: psc } = await ended(String((await send("POST", service.path)).taskId));
  while ((await send("GET", `/subscriptions/${google}`)).status !== "active")
    await new Promise((resolve) => setTimeout(resolve, 5));
  const declared = BASE.PrivateServiceConnectEndpoint({ google, psc } as World);
  const { path, body } = privateCreation("PrivateServiceConnectEndpoint", {
    ...declared,
    endpointConnectionName: "held",
  });
  const { id: endpoint } = await ended(String((await send("POST", path, body)).taskId));
  return { google, psc, endpoint };
}

async function createEssentials(): Promise<EssentialsWorld> {
  const all = Object.entries(ESSENTIALS_WORLD).map(async ([name, [planId, databases]]) => {
    const payment = name === "free" ? {} : { paymentMethodId: 2 };
    const id = await created("/fixed/subscriptions", { name, planId, ...payment });
    for (const database of databases) await created(`/fixed/subscriptions/${id}/databases`, database);
    return [name, id] as const;
  });
  return Object.fromEntries(await Promise.all(all)) as unknown as EssentialsWorld;
}

/** Creates a resource, and waits until it is active. */
async function created(path: string, body: object): Promise<number> {
  const { taskId } = await send("POST", path, body);
  const { code, id } = await ended(String(taskId));
  if (code !== "completed") throw new Error(code);
  while ((await send("GET", `${path}/${id}`)).status !== "active")
    await new Promise((resolve) => setTimeout(resolve, 5));
  return id;
}
