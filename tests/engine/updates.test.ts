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
  project = await createProject({ name: "updates", program: "shop", env: cloud.env });
});

afterAll(() => Promise.all([project?.dispose(), cloud?.close()]));

/** The database in the API. */
const database = async () => cloud.get(String((await project.outputs()).databasePath));

/** The properties in a diff, as shown. */
const changesIn = (stdout: string) =>
  [...stdout.matchAll(/^ +[-+~] (\w+ *: .+)$/gm)].map(([, change]) => change?.replace(/ +:/, ":"));

test("up creates what the program declares, and removes the databases of the creation plan", async () => {
  expect(await project.up([], { mustSucceed: true })).toMatchObject({
    stdout: expect.stringContaining("+ 3 created"),
  });
  expect(cloud.remaining()).toEqual([
    expect.stringMatching(/^subscription main-/),
    expect.stringMatching(/^database cache-/),
  ]);
  expect(await database()).toMatchObject({ status: "active", datasetSizeInGb: 1 });
});

test("a preview of the same program shows no change", async () => {
  await project.preview(["--expect-no-changes"], { mustSucceed: true });
});

test("a preview of a change shows the changed property and no other", async () => {
  const { stdout } = await project.preview(["--diff", "--config", "sizeInGb=2"], { mustSucceed: true });
  expect(changesIn(stdout)).toEqual(["datasetSizeInGb: 1 => 2"]);
  expect(stdout).toMatch(/Resources:\s+~ 1 to update\s+2 unchanged/);
});

test("up makes the change with one request", async () => {
  const before = cloud.writes().length;
  expect(await project.up([], { mustSucceed: true })).toMatchObject({
    stdout: expect.stringContaining("~ 1 updated"),
  });
  expect(cloud.writes().slice(before)).toEqual([expect.stringMatching(/^PUT .*\/databases\/\d+$/)]);
  expect(await database()).toMatchObject({ datasetSizeInGb: 2 });
});

test("a refresh finds no drift", async () => {
  await project.refresh(["--expect-no-changes"], { mustSucceed: true });
});

test("a refresh shows each property that was changed elsewhere, and up reverts it", async () => {
  const { databasePath } = await project.outputs();
  await cloud.submit("PUT", String(databasePath), { dataEvictionPolicy: "noeviction", replication: false });
  const { stdout } = await project.run(["refresh", "--preview-only", "--diff"], { mustSucceed: true });
  expect(changesIn(stdout)).toEqual(
    expect.arrayContaining(['dataEvictionPolicy: "allkeys-lru" => "noeviction"', "replication: false"]),
  );
  await project.refresh([], { mustSucceed: true });
  await project.up([], { mustSucceed: true });
  expect(await database()).toMatchObject({ dataEvictionPolicy: "allkeys-lru", replication: true });
});

test("a change of the port replaces the database, deleting first", async () => {
  const before = cloud.writes().length;
  const { stdout } = await project.up(["--config", "port=13000"], { mustSucceed: true });
  expect(stdout).toContain("1 replaced");
  expect(stdout).toMatch(
    /warning: replacing database \d+ of subscription \d+ deletes it with its data: port cannot be changed \(12000 => 13000\)/,
  );
  expect(cloud.writes().slice(before)).toEqual([
    expect.stringMatching(/^DELETE .*\/databases\/\d+$/),
    expect.stringMatching(/^POST .*\/databases$/),
    expect.stringMatching(/^PUT .*\/tags$/),
  ]);
  expect(await database()).toMatchObject({ publicEndpoint: expect.stringMatching(/:13000$/) });
});

test("destroy leaves nothing in the account", async () => {
  await project.destroy([], { mustSucceed: true });
  expect(cloud.remaining()).toEqual([]);
  expect((await cloud.get<{ subscriptions?: object[] }>("/subscriptions")).subscriptions ?? []).toEqual([]);
  expect(dynamicResources(await project.exportState())).toEqual([]);
});
