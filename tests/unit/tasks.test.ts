import { tasksCommand } from "../../cli/tasks";
import type { Seen } from "../../cli/tasks/look";
import { asText, seenSince, shownTasks } from "../../cli/tasks/report";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator";
import { subscriptionTarget } from "../targets";

const environment = { ...process.env };
let simulator: Simulator;
let printed: jest.SpyInstance;

beforeEach(() => {
  printed = jest.spyOn(console, "log").mockImplementation(() => {});
});

afterEach(async () => {
  jest.restoreAllMocks();
  process.env = { ...environment };
  await simulator?.close();
});

async function start(timeScale: number): Promise<void> {
  const durations: SimulatorOptions["durations"] = { visibility: [0, 0], databaseCreate: [36_000, 36_000] };
  simulator = await startSimulator({ timeScale, seed: 1, redis: false, durations });
  const { apiKey, apiSecretKey } = simulator.accounts[0] ?? {};
  Object.assign(process.env, {
    REDIS_CLOUD_API_KEY: apiKey,
    REDIS_CLOUD_API_SECRET_KEY: apiSecretKey,
    REDIS_CLOUD_BASE_URL: simulator.url,
  });
}

const submit = (path: string, body: object) =>
  fetch(simulator.url + path, {
    method: "POST",
    headers: {
      "x-api-key": process.env.REDIS_CLOUD_API_KEY ?? "",
      "x-api-secret-key": process.env.REDIS_CLOUD_API_SECRET_KEY ?? "",
      "content-type": "application/json",
    },
    body: JSON.stringify(body),
  });

const subscription = (paymentMethodId: number) => ({
  name: "main",
  paymentMethodId,
  cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
  databases: [{ name: "cache", protocol: "redis", datasetSizeInGb: 1 }],
});

async function run(...args: string[]): Promise<string> {
  // There is no project.
  await tasksCommand().parseAsync([...args, "--cwd", "/"], { from: "user" });
  return printed.mock.lastCall?.[0];
}

/** Waits until a resource or task has reached the state. */
async function until(kind: string, state: RegExp): Promise<void> {
  while (!simulator.record.changes.some((change) => change.kind === kind && state.test(change.to)))
    await new Promise((resolve) => setTimeout(resolve, 20));
}

test("shows a task in progress", async () => {
  await start(1);
  await submit("/subscriptions", subscription(2));
  const { tasks, subscriptions } = JSON.parse(await run("--once", "--json"));
  expect(tasks).toEqual([
    expect.objectContaining({
      taskId: expect.any(String),
      commandType: "subscriptionCreateRequest",
      status: expect.stringMatching(/^(received|processing-in-progress)$/),
      timestamp: expect.any(String),
    }),
  ]);
  expect(subscriptions).toEqual([]);
});

test("shows a finished task, and the subscription that it created", async () => {
  await start(60);
  await submit("/subscriptions", subscription(2));
  await until("task", /^processing-completed$/);
  const { tasks, subscriptions } = JSON.parse(await run("--json"));
  const { resourceId, status } = tasks[0];
  expect(status).toBe("processing-completed");
  expect(subscriptions).toEqual([{ id: resourceId, name: "main", status: "pending" }]);
  expect(await run("--once")).toMatch(/subscription +\d+ +main +pending/);
});

test("shows the databases that are changing in an active subscription", async () => {
  await start(1200);
  await submit("/subscriptions", subscription(2));
  await until("subscription", /^active$/);
  const { tasks } = JSON.parse(await run("--json"));
  const subscriptionId = tasks[0].resourceId;
  await submit(`/subscriptions/${subscriptionId}/databases`, { name: "queue", datasetSizeInGb: 1 });
  await until("database", /^draft$/);
  expect(JSON.parse(await run("--json"))).toMatchObject({
    subscriptions: [],
    databases: [{ subscriptionId, name: "queue", status: expect.stringMatching(/^(draft|pending)$/) }],
  });
});

test("shows Active-Active databases as such, although their tasks have the names of Pro ones", async () => {
  await start(1200);
  const localThroughputMeasurement = ["us-east-1", "eu-west-1"].map((region) => ({ region }));
  const database = { name: "cache", protocol: "redis", datasetSizeInGb: 1, localThroughputMeasurement };
  const regions = ["us-east-1", "eu-west-1"].map((region, index) => ({
    region,
    networking: { deploymentCIDR: `10.0.${index}.0/24` },
  }));
  await submit("/subscriptions", {
    ...subscription(2),
    deploymentType: "active-active",
    cloudProviders: [{ provider: "AWS", regions }],
    databases: [database],
  });
  await until("subscription", /^active$/);
  const subscriptionId = JSON.parse(await run("--json")).tasks[0].resourceId;
  await submit(`/subscriptions/${subscriptionId}/databases`, { ...database, name: "queue" });
  await until("task", /^processing-error$|^processing-completed$/);
  await until("database", /^draft$/);
  const { databases, activeActiveDatabases } = JSON.parse(await run("--json"));
  expect(databases).toEqual([]);
  expect(activeActiveDatabases).toContainEqual(
    expect.objectContaining({ subscriptionId, status: expect.stringMatching(/^(draft|pending)$/) }),
  );
});

test("shows why a task failed", async () => {
  await start(60);
  simulator.faults.add({ fault: "processing-error", error: "GENERAL_ERROR" });
  await submit("/subscriptions", subscription(2));
  await until("task", /^processing-error$/);
  expect(JSON.parse(await run("--json")).tasks).toEqual([
    expect.objectContaining({ status: "processing-error", errorCode: "GENERAL_ERROR" }),
  ]);
});

test("says what to set when there are no keys", async () => {
  for (const name of Object.keys(process.env)) if (/^REDIS_?CLOUD_/.test(name)) delete process.env[name];
  await expect(run("--once")).rejects.toThrow("REDIS_CLOUD_API_KEY");
});

const task = (taskId: string, status: string) => ({
  taskId,
  status,
  commandType: "databaseCreateRequest",
  description: undefined,
  timestamp: "2026-03-01T12:00:00Z",
  response: undefined,
});

test("shows all tasks in progress, in their order, and the latest ten of the others", () => {
  const finished = Array.from({ length: 12 }, (_, index) => task(`done-${index}`, "processing-completed"));
  const tasks = [task("second", "received"), task("first", "processing-in-progress"), ...finished];
  const shown = shownTasks({ tasks, changing: [] }).map(({ taskId }) => taskId);
  expect(shown.slice(0, 3)).toEqual(["first", "second", "done-0"]);
  expect(shown).toHaveLength(12);
});

test("shows how long something has been changing, starting over for each state", () => {
  const seen = (status: string): Seen => ({
    tasks: [],
    changing: [{ ...subscriptionTarget(7), id: 7, name: "main", status }],
  });
  const first = seenSince(seen("pending"), new Map(), 0);
  const second = seenSince(seen("pending"), first, 60_000);
  expect(asText(seen("pending"), 90_000, second)).toMatch(/main +pending +1m 30s/);
  const third = seenSince(seen("deleting"), second, 100_000);
  expect(asText(seen("deleting"), 101_000, third)).toMatch(/main +deleting +1s/);
});
