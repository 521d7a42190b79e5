import { createProject, type PulumiProject, type RedisCloud, startRedisCloud } from "./harness";

let cloud: RedisCloud;
let project: PulumiProject;

beforeAll(async () => {
  cloud = await startRedisCloud();
  project = await createProject({ name: "takeover", program: "takeover", env: cloud.env });
});

afterAll(() => Promise.all([project?.dispose(), cloud?.close()]));

test("a Database takes over the database of the same name that was created with the subscription", async () => {
  await project.up([], { mustSucceed: true });
  expect(cloud.remaining()).toEqual([
    expect.stringMatching(/^subscription main-/),
    "database cache",
    "database queue",
  ]);
  expect(cloud.writes().filter((request) => request.startsWith("POST"))).toEqual(["POST /v1/subscriptions"]);
});

test("and corrects what differs from its declaration", async () => {
  const { cachePath } = await project.outputs();
  expect(await cloud.get(`${cachePath}`)).toMatchObject({
    datasetSizeInGb: 2,
    dataPersistence: "aof-every-1-second",
  });
  expect(await cloud.get(`${cachePath}/tags`)).toMatchObject({ tags: [{ key: "team", value: "web" }] });
  await project.preview(["--expect-no-changes"], { mustSucceed: true });
});

test("a subscription with an undeclared database is not deleted: the error names it", async () => {
  const { subscriptionId } = await project.outputs();
  const ofSomebodyElse = { name: "of-somebody-else", datasetSizeInGb: 1 };
  await cloud.submit("POST", `/subscriptions/${subscriptionId}/databases`, ofSomebodyElse);
  const { exitCode, stdout } = await project.destroy();
  expect(exitCode).not.toBe(0);
  expect(stdout).toMatch(/undeclared databases: of-somebody-else\..*forceDestroy: true/);
  expect(cloud.remaining()).toEqual([
    expect.stringMatching(/^subscription main-/),
    "database queue",
    "database of-somebody-else",
  ]);
});

test("after an up with forceDestroy, it is deleted with all its databases", async () => {
  const before = cloud.writes().length;
  const { stdout } = await project.up(["--config", "forceDestroy=true"], { mustSucceed: true });
  expect(stdout).toMatch(/\+ 1 created\s+~ 1 updated/);
  // The setting only changes the state: the requests create the database again that the failed destroy removed.
  expect(cloud.writes().slice(before)).toEqual([
    expect.stringMatching(/^POST .*\/databases$/),
    expect.stringMatching(/^PUT .*\/tags$/),
  ]);
  await project.destroy([], { mustSucceed: true });
  expect(cloud.remaining()).toEqual([]);
});
