import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { ALL } from "../../cli/declarations";
import type { Deployment, Project } from "../../cli/project";
import { begin, look, type Session } from "../../cli/reconcile/look";
import { orphansOf } from "../../cli/reconcile/orphans";
import { remove, tasksProcessed } from "../../cli/reconcile/remove";
import { autoName } from "../../provider/operations/autoName";
import type { Intent } from "../../provider/recovery/journal/intent";
import { Journal } from "../../provider/recovery/journal/journal";
import { ResourceJournal } from "../../provider/recovery/journal/notes";
import type { Simulator } from "../../simulator";
import { ACTIVE_ACTIVE_PLACE, type Api, endSimulators, PLACE, redisCloud } from "./harness";

endSimulators();

const folder = mkdtempSync(path.join(tmpdir(), "reconcile-"));
afterAll(() => rmSync(folder, { recursive: true }));

const STACK = "urn:pulumi:dev::shop";
const urnOf = (name: string, type = "Subscription") =>
  `${STACK}::pulumi-nodejs:dynamic/redis-cloud:${type}::${name}`;
const MAIN = autoName(urnOf("main"), 64);

let journals = 0;
let simulator: Simulator;
let api: Api;
let journal: Journal;
let state: Deployment;

beforeEach(async () => {
  ({ simulator, api } = await redisCloud({ timeScale: 1200, durations: { visibility: [0, 0] } }));
  journal = new Journal(path.join(folder, String(++journals)));
  state = {};
});

function session(deployment = async () => state): Promise<Session> {
  const { apiKey = "", apiSecretKey = "" } = simulator.accounts[0] ?? {};
  const config = new Map([
    ["redis-cloud:apiKey", apiKey],
    ["redis-cloud:apiSecretKey", apiSecretKey],
    ["redis-cloud:baseUrl", simulator.url],
    ["redis-cloud:journal", journal.folder],
  ]);
  const readStacks: Project["readStacks"] = async (read) => [{ stack: "prod", content: read({}) }];
  const project: Project = { urn: STACK, config: (key) => config.get(key), deployment, readStacks };
  return begin(project, ALL);
}

async function removed(started: Session) {
  const { deleted, refused } = await remove(started, orphansOf(await look(started)), {
    olderThanMs: 0,
    tell: () => undefined,
  });
  return {
    deleted: deleted.map(({ kind, name }) => `${kind.noun} ${name}`),
    refused: refused.map(({ reason, isFailure }) => ({ reason, isFailure })),
  };
}

const subscription = (name: string, databases = ["creation-plan-1"]) => ({
  ...PLACE,
  name,
  databases: databases.map((called) => ({ name: called, protocol: "redis", datasetSizeInGb: 0.1 })),
});

const submit = async (where: string, body: object): Promise<string> =>
  (await api.send("POST", where, body)).taskId as string;

/** The resource that a task creates, once it is active. */
async function made(taskId: string): Promise<number> {
  for (;;) {
    const { response } = (await api.get(`/tasks/${taskId}`)) as { response?: { resourceId?: number } };
    const id = response?.resourceId;
    const states = simulator.record.changes.filter((change) => change.id === id);
    if (id !== undefined && states.at(-1)?.to === "active") return id;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const intentOf = (more: Partial<Intent>): Intent => ({
  version: 1,
  urn: urnOf("main"),
  baseUrl: simulator.url,
  accountId: simulator.accounts[0]?.accountId,
  kind: "subscription",
  place: {},
  name: MAIN,
  action: "create",
  token: "token",
  submittedAt: new Date().toISOString(),
  pid: 2 ** 30,
  host: hostname(),
  ...more,
});

const remaining = () =>
  simulator.record
    .remaining()
    .filter(({ to }) => to !== "delete-pending")
    .map(({ kind, name }) => `${kind} ${name}`);

test("a queued creation is waited for, and its resource is removed with everything created with it", async () => {
  const taskId = await submit("/subscriptions", subscription("prod", ["cache", "queue"]));
  journal.write(intentOf({ name: "prod", taskId }));
  const started = await session();
  await tasksProcessed(started, await look(started), () => undefined);
  expect(await removed(started)).toEqual({ deleted: ["subscription prod"], refused: [] });
  expect(remaining()).toEqual([]);
  expect(journal.list().intents).toEqual([]);
});

test("a subscription with databases of others is refused, and the rest continues", async () => {
  const id = await made(await submit("/subscriptions", subscription(MAIN)));
  const database = { datasetSizeInGb: 0.1, protocol: "redis" };
  const orphan = autoName(urnOf("cache", "Database"), 40);
  await made(await submit(`/subscriptions/${id}/databases`, { ...database, name: "theirs" }));
  await made(await submit(`/subscriptions/${id}/databases`, { ...database, name: orphan }));
  expect(await removed(await session())).toEqual({
    deleted: [`database ${orphan}`],
    refused: [{ reason: expect.stringContaining("theirs"), isFailure: true }],
  });
  expect(remaining().sort()).toEqual(["database creation-plan-1", "database theirs", `subscription ${MAIN}`]);
});

/** An Active-Active subscription with a third region, added by a task. */
async function activeActive(name: string): Promise<{ id: number; taskId: string }> {
  const databases = [
    {
      name: "creation-plan-1",
      protocol: "redis",
      datasetSizeInGb: 0.1,
      localThroughputMeasurement: ["us-east-1", "eu-west-1"].map((region) => ({ region })),
    },
  ];
  const body = { ...ACTIVE_ACTIVE_PLACE, name, deploymentType: "active-active", databases };
  const id = await made(await submit("/subscriptions", body));
  const localThroughputMeasurement = { region: "us-west-2" };
  const taskId = await submit(`/subscriptions/${id}/regions`, {
    region: "us-west-2",
    deploymentCIDR: "10.0.2.0/24",
    databases: [{ name: "creation-plan-1", localThroughputMeasurement }],
  });
  await processedCompletely(taskId);
  await until(async () => (await regionsOf(id)).includes("us-west-2"));
  return { id, taskId };
}

const regionsOf = async (id: number): Promise<readonly string[]> => {
  const { regions } = (await api.get(`/subscriptions/${id}/regions`)) as { regions: { region: string }[] };
  return regions.map(({ region }) => region).sort();
};

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}

const processedCompletely = (taskId: string): Promise<void> =>
  until(async () => {
    const { status, response } = (await api.get(`/tasks/${taskId}`)) as { status: string; response?: object };
    if (status === "processing-error") throw new Error(JSON.stringify(response));
    return status === "processing-completed";
  });

test("an orphaned region is removed; the region of the same name in another subscription is known, and stays", async () => {
  const [ours, orphaned] = [await activeActive("ours"), await activeActive("orphaned")];
  const type = "pulumi-nodejs:dynamic/redis-cloud:ActiveActiveRegion";
  const resource = { urn: urnOf("west", "ActiveActiveRegion"), type, id: `${ours.id}/us-west-2` };
  state = { resources: [resource] } as unknown as Deployment;
  const intent = { kind: "activeActiveRegion", name: "us-west-2", urn: urnOf("west", "ActiveActiveRegion") };
  journal.write(intentOf({ ...intent, place: { subscriptionId: orphaned.id }, taskId: orphaned.taskId }));
  expect(await removed(await session())).toEqual({ deleted: ["region us-west-2"], refused: [] });
  await until(async () => !(await regionsOf(orphaned.id)).includes("us-west-2"));
  expect(await regionsOf(ours.id)).toEqual(["eu-west-1", "us-east-1", "us-west-2"]);
  expect(await regionsOf(orphaned.id)).toEqual(["eu-west-1", "us-east-1"]);
  expect(journal.list().intents).toEqual([]);
});

test("an orphaned Essentials subscription is removed with its orphaned database; a known one stays", async () => {
  const body = (name: string) => ({ name, planId: 98_003, paymentMethodId: 2 });
  const taskId = await submit("/fixed/subscriptions", body("lost"));
  const id = await made(taskId);
  const database = autoName(urnOf("cache", "EssentialsDatabase"), 40);
  await made(await submit(`/fixed/subscriptions/${id}/databases`, { name: database }));
  const known = await made(await submit("/fixed/subscriptions", body(autoName(urnOf("main"), 64))));
  const type = "pulumi-nodejs:dynamic/redis-cloud:EssentialsSubscription";
  const resource = { urn: urnOf("main", "EssentialsSubscription"), type, id: `${known}` };
  state = { resources: [resource] } as unknown as Deployment;
  journal.write(intentOf({ kind: "essentialsSubscription", name: "lost", taskId }));
  expect(await removed(await session())).toEqual({
    deleted: [`Essentials database ${database}`, "Essentials subscription lost"],
    refused: [],
  });
  expect(remaining()).toEqual([`essentialsSubscription ${MAIN}`]);
});

test("an orphaned Active-Active subscription is removed with what it was created with", async () => {
  const { id, taskId } = await activeActive("lost");
  const creation = (await api.get("/tasks")) as { tasks: { taskId: string; commandType: string }[] };
  const created = creation.tasks.find(({ commandType }) => commandType === "subscriptionCreateRequest");
  expect(created?.taskId).not.toBe(taskId);
  journal.write(intentOf({ kind: "activeActiveSubscription", name: "lost", taskId: created?.taskId }));
  expect(await removed(await session())).toEqual({
    deleted: ["Active-Active subscription lost"],
    refused: [],
  });
  expect(simulator.record.remaining().some((one) => one.kind === "subscription" && one.id === id)).toBe(
    false,
  );
});

test("a resource that the engine has learned of since is left alone", async () => {
  const id = await made(await submit("/subscriptions", subscription(MAIN)));
  const started = await session();
  const orphans = orphansOf(await look(started));
  expect(orphans).toHaveLength(1);
  const type = "pulumi-nodejs:dynamic/redis-cloud:Subscription";
  state = { resources: [{ urn: urnOf("main"), type, id: String(id), inputs: {} }] };
  const { refused } = await remove(started, orphans, { olderThanMs: 0, tell: () => undefined });
  expect(refused).toEqual([
    expect.objectContaining({ reason: `the engine knows subscription ${id}`, isFailure: false }),
  ]);
  expect(remaining()).toContain(`subscription ${MAIN}`);
});

test("a resource that a process begins to work on is left alone, and its entry stays", async () => {
  const id = await made(await submit("/subscriptions", subscription(MAIN)));
  const started = await session();
  const orphans = orphansOf(await look(started));
  const other = spawn("sleep", ["60"]);
  try {
    journal.write(intentOf({ id, pid: other.pid }));
    const { refused } = await remove(started, orphans, { olderThanMs: 0, tell: () => undefined });
    expect(refused).toEqual([
      expect.objectContaining({ reason: `process ${other.pid} is working on it`, isFailure: false }),
    ]);
    expect(journal.list().intents).toHaveLength(1);
    expect(orphansOf(await look(started))).toEqual([]);
  } finally {
    other.kill();
  }
});

test("an entry that another run replaced meanwhile is not closed", async () => {
  const id = await made(await submit("/subscriptions", subscription(MAIN)));
  journal.write(intentOf({ id }));
  const started = await session();
  const orphans = orphansOf(await look(started));
  journal.write(intentOf({ token: "of another run" }));
  await remove(started, orphans, { olderThanMs: 0, tell: () => undefined });
  expect(remaining()).toEqual([]);
  expect(journal.list().intents).toEqual([expect.objectContaining({ token: "of another run" })]);
});

test("a run that takes a creation up is working on it from then on", () => {
  journal.write(intentOf({ host: "elsewhere" }));
  const { urn, baseUrl, accountId, kind, place, name } = intentOf({});
  new ResourceJournal(journal, { urn, baseUrl, accountId, kind, place, name }).created(7);
  expect(journal.list().intents).toEqual([
    expect.objectContaining({ id: 7, pid: process.pid, host: hostname(), token: "token" }),
  ]);
});

test("unreadable files stop nothing", async () => {
  journal.write(intentOf({}));
  writeFileSync(path.join(journal.folder, "broken.json"), "{");
  const { journal: listed } = await look(await session());
  expect(listed.unreadable).toEqual([path.join(journal.folder, "broken.json")]);
  expect(listed.intents).toHaveLength(1);
});
