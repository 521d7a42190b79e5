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
import { type Api, endSimulators, PLACE, redisCloud } from "./harness";

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
