import { dynamicResources, type Scenario, scenario } from "./harness";

/*
 * What happened to a run, what is known about it, and what the next run does: one test per combination.
 */

let run: Scenario;

afterEach(() => run?.close());

const requests = (method: string, path: RegExp): string[] =>
  run.cloud.writes().filter((write) => write.startsWith(method) && path.test(write));
const creations = () => requests("POST", /\/databases$/);
const expectNoChanges = () => run.project.preview(["--expect-no-changes"], { mustSucceed: true });
const cache = async () => {
  const { id } =
    dynamicResources(await run.project.exportState()).find(({ urn }) => urn.endsWith("::cache")) ?? {};
  return { id, ...(await run.cloud.get(`/subscriptions/${id?.replace("/", "/databases/")}`)) };
};

test("processing-error: nothing is created, and the error has the code, the description, and what to change", async () => {
  const fault = {
    fault: "processing-error",
    commandType: "databaseCreateRequest",
    error: "DATABASE_SIZE_TOO_BIG",
  };
  run = await scenario("refused", { faults: [{ ...fault, times: 1 } as never] });
  run.declare({ databases: { cache: {} } });
  const { exitCode, stdout } = await run.project.up();
  expect(exitCode).not.toBe(0);
  expect(stdout).toMatch(/processing-error: DATABASE_SIZE_TOO_BIG: .* Choose a smaller datasetSizeInGb/);
  expect(dynamicResources(await run.project.exportState())).toHaveLength(1);
  await run.project.up([], { mustSucceed: true });
  expect(run.cloud.remaining()).toEqual([expect.anything(), expect.stringMatching(/^database cache-/)]);
});

test("timeout while the task is queued or processed: the next create resumes the task instead of submitting again", async () => {
  run = await scenario("queued", { durations: { taskProcessing: [3000, 3000] } });
  run.declare({ subscription: { timeouts: { create: "2s" } } });
  const { stdout } = await run.project.up();
  expect(stdout).toMatch(/\(task [0-9a-f-]+\): processing-timeout: .*run `pulumi up` again to resume it/);
  run.declare({});
  const next = await run.project.up([], { mustSucceed: true });
  expect(next.stdout).toMatch(/resuming task [0-9a-f-]+ of an earlier run/);
  expect(requests("POST", /subscriptions$/)).toHaveLength(1);
  await expectNoChanges();
});

test.each([
  ["with the journal", false],
  ["on another machine, with an empty disk", true],
])(
  "killed at any instant, %s: found, taken up, adopted, and differences corrected by an update",
  async (_, isWiped) => {
    run = await scenario("killed", { durations: { databaseCreate: [2400, 2400] } });
    run.declare({ databases: { cache: {} } });
    await run.killAfter(/^POST .*\/databases$/);
    if (isWiped) run.project.forgetJournal();
    run.declare({ databases: { cache: { datasetSizeInGb: 2 } } });
    const { stdout } = await run.project.up([], { mustSucceed: true });
    expect(stdout).toMatch(/tak(es|ing) over database \d+ of subscription \d+, (created .* UTC, )?which /);
    expect(creations()).toHaveLength(1);
    expect(await cache()).toMatchObject({ datasetSizeInGb: 2, status: "active" });
    await expectNoChanges();
  },
);

test("a create in progress whose resource is no longer declared: the resource is deleted as soon as possible", async () => {
  run = await scenario("unwanted", { durations: { databaseCreate: [4200, 4200] } });
  run.declare({ databases: { cache: { timeouts: { create: "3s" } } } });
  expect((await run.project.up()).stdout).toContain("provisioning-timeout: still pending after 3s");
  run.declare({});
  await run.project.up([], { mustSucceed: true });
  const { changes } = run.cloud.simulator.record;
  const at = (name: RegExp, to: string) =>
    changes.findIndex((change) => name.test(change.name) && change.to === to);
  expect(at(/^cache-/, "active")).toBeLessThan(
    changes.findLastIndex(({ name }) => name === "databaseDeleteRequest"),
  );
  expect(at(/^cache-/, "active")).toBeGreaterThan(0);
  expect(run.cloud.remaining()).toEqual([expect.stringMatching(/^subscription main-/)]);
  await expectNoChanges();
});

test.each([
  ["with the journal", false],
  ["on another machine, with an empty disk", true],
])(
  "update interrupted, %s, and the program went back: a compensating update puts it back",
  async (_, isWiped) => {
    run = await scenario("reverted", { durations: { databaseUpdate: [1200, 1200] } });
    run.declare({ databases: { cache: {} } });
    await run.project.up([], { mustSucceed: true });
    run.declare({ databases: { cache: { datasetSizeInGb: 2 } } });
    await run.killAfter(/^PUT .*\/databases\/\d+$/);
    run.declare({ databases: { cache: {} } });
    if (isWiped) run.project.forgetJournal();
    const preview = await run.project.preview([], { mustSucceed: true });
    expect(preview.stdout).toMatch(/~ 1 to update/);
    await run.project.up([], { mustSucceed: true });
    expect(await cache()).toMatchObject({ datasetSizeInGb: 1, status: "active" });
    expect(requests("PUT", /databases\/\d+$/)).toHaveLength(2);
    await expectNoChanges();
  },
);

test("provisioning ends in error: the next run replaces the resource, deleting first", async () => {
  run = await scenario("failed", {
    faults: [{ fault: "provisioning-error", kind: "database", name: "cache-*", times: 1 }],
  });
  run.declare({ databases: { cache: {} } });
  const { exitCode, stdout } = await run.project.up();
  expect(exitCode).not.toBe(0);
  expect(stdout).toContain("provisioning-error: it is in state error");
  const preview = await run.project.preview([], { mustSucceed: true });
  expect(preview.stdout).toMatch(/\+-\s*1 to replace/);
  await run.project.up([], { mustSucceed: true });
  expect(creations()).toHaveLength(2);
  expect(run.cloud.remaining()).toHaveLength(2);
  expect(await cache()).toMatchObject({ status: "active" });
});

test("a step of an update fails: the state has the real values, and the next run does only the rest", async () => {
  const tags = { method: "PUT", path: "/subscriptions/*/databases/*/tags" };
  run = await scenario("step", { faults: [{ fault: "refused-request", ...tags, status: 502, times: 4 }] });
  run.declare({ databases: { cache: {} } });
  await run.project.up([], { mustSucceed: true });
  const updated = { cache: { datasetSizeInGb: 2, tags: [{ key: "team", value: "web" }] } };
  run.declare({ databases: updated });
  const { exitCode } = await run.project.up();
  expect(exitCode).not.toBe(0);
  const before = run.cloud.writes().length;
  await run.project.up([], { mustSucceed: true });
  // The first changes nothing, but leaves a task that shows the second.
  expect(run.cloud.writes().slice(before)).toEqual([
    expect.stringMatching(/^PUT .*\/databases\/\d+$/),
    expect.stringMatching(/^PUT .*\/tags$/),
  ]);
  expect(await cache()).toMatchObject({ datasetSizeInGb: 2 });
});

test("deleting a resource that is gone succeeds, and one that is being deleted is waited for", async () => {
  run = await scenario("gone", { durations: { databaseDelete: [3000, 3000] } });
  run.declare({ databases: { cache: {}, queue: {} } });
  await run.project.up([], { mustSucceed: true });
  const { id = "" } = await cache();
  const { simulator, get } = run.cloud;
  const { apiKey = "", apiSecretKey = "" } = simulator.accounts[0] ?? {};
  const headers = { "x-api-key": apiKey, "x-api-secret-key": apiSecretKey };
  const path = `/subscriptions/${id.replace("/", "/databases/")}`;
  await fetch(simulator.url + path, { method: "DELETE", headers });
  while (!/delet/.test(String((await get(path)).status ?? "deleted")))
    await new Promise((r) => setTimeout(r, 50));
  await run.project.destroy([], { mustSucceed: true });
  expect(requests("DELETE", new RegExp(`${path}$`))).toHaveLength(1);
  expect(run.cloud.remaining()).toEqual([]);
});

test("a resource that an interrupted destroy deleted, and that is declared again, is created again", async () => {
  run = await scenario("wanted", {});
  run.declare({ databases: { cache: {} } });
  await run.project.up([], { mustSucceed: true });
  const { child, result } = run.project.start(["destroy", "--yes", "--skip-preview"]);
  while (run.cloud.remaining().length > 1) await new Promise((resolve) => setTimeout(resolve, 10));
  child.kill("SIGKILL");
  run.project.kill();
  await result;
  await run.project.run(["cancel", "--yes"]);
  await run.project.up([], { mustSucceed: true });
  expect(run.cloud.remaining()).toHaveLength(2);
  expect(await cache()).toMatchObject({ status: "active" });
});

test("after Ctrl-C twice during a create, the next up reports that it resumes the earlier task, and finishes it", async () => {
  run = await scenario("interrupted", { durations: { taskProcessing: [2400, 2400] } });
  run.declare({});
  const { child, result, printed } = run.project.start(["up", "--yes", "--skip-preview"]);
  while (requests("POST", /subscriptions$/).length === 0)
    await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill("SIGINT");
  await printed(/terminat|cancel/i);
  child.kill("SIGINT");
  await result;
  const { stdout } = await run.project.up([], { mustSucceed: true });
  expect(stdout).toMatch(
    /main .*resuming task [0-9a-f-]+ of an earlier run|resuming task [0-9a-f-]+ of an earlier run/,
  );
  expect(requests("POST", /subscriptions$/)).toHaveLength(1);
  expect(run.cloud.remaining()).toEqual([expect.stringMatching(/^subscription main-/)]);
});
