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
  project = await createProject({ name: "components", program: "component", env: cloud.env });
});

afterAll(() => Promise.all([project?.dispose(), cloud?.close()]));

test("resources of a component have it in their URNs, and values pass through apply and interpolate", async () => {
  await project.up(["--config", "protect=true"], { mustSucceed: true });
  expect(await project.outputs({ showSecrets: true })).toEqual({
    url: expect.stringMatching(/^redis:\/\/default:\w{32}@.+:\d+$/),
    summary: "shop-redis: shop-redis-cache, and a queue that is active",
  });
  expect((await project.outputs()).url).toBe("[secret]");
  const resources = dynamicResources(await project.exportState());
  expect(resources.map(({ urn }) => urn)).toEqual(
    Array(3).fill(expect.stringContaining("::shop:redis:RedisService$pulumi-nodejs:dynamic/redis-cloud:")),
  );
});

test("dependsOn is respected: the queue is submitted when the cache is active", () => {
  const { changes } = cloud.simulator.record;
  const active = changes.findIndex(({ name, to }) => name === "shop-redis-cache" && to === "active");
  const queued = changes.findIndex(({ kind, name }) => kind === "database" && name === "queue");
  expect(active).toBeGreaterThan(0);
  expect(queued).toBeGreaterThan(active);
});

test("a protected resource is not destroyed", async () => {
  const before = cloud.writes();
  const { exitCode, stdout, stderr } = await project.destroy();
  expect(exitCode).not.toBe(0);
  expect(stdout + stderr).toContain("protected");
  expect(cloud.writes()).toEqual(before);
});

test("a retained resource outlives its stack", async () => {
  const before = cloud.writes();
  await project.up(["--config", "protect=false", "--config", "retainOnDelete=true"], { mustSucceed: true });
  await project.destroy([], { mustSucceed: true });
  expect(dynamicResources(await project.exportState())).toEqual([]);
  expect(cloud.writes()).toEqual(before);
  expect(cloud.remaining()).toHaveLength(3);
});
