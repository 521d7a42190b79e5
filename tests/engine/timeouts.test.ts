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
  // Eight seconds here, longer than the program's timeout.
  cloud = await startRedisCloud({ durations: { subscriptionCreate: [4800, 4800] } });
  project = await createProject({ name: "timeouts", program: "impatient", env: cloud.env });
});

afterAll(() => Promise.all([project?.dispose(), cloud?.close()]));

const createdIn = (requests: string[]) => requests.filter((request) => request === "POST /v1/subscriptions");

test("a creation that exceeds its timeout fails, and the error says that it continues", async () => {
  const { exitCode, stdout } = await project.up();
  expect(exitCode).not.toBe(0);
  expect(stdout).toMatch(/create subscription .*provisioning-timeout: still pending after 3s/);
  expect(stdout).toContain("run `pulumi up` again to resume waiting");
});

test("the resource is in the state, with its ID", async () => {
  const [subscription, ...others] = dynamicResources(await project.exportState());
  expect(others).toEqual([]);
  expect(subscription).toMatchObject({
    id: expect.stringMatching(/^\d+$/),
    initErrors: [expect.stringContaining("provisioning-timeout")],
  });
  expect(await cloud.get(`/subscriptions/${subscription?.id}`)).toMatchObject({
    id: Number(subscription?.id),
  });
});

test("the next up resumes waiting, finishes the creation, and creates no second resource", async () => {
  await project.up([], { mustSucceed: true });
  expect(createdIn(cloud.writes())).toHaveLength(1);
  expect(cloud.remaining()).toEqual([
    expect.stringMatching(/^subscription main-/),
    expect.stringMatching(/^database cache-/),
  ]);
  for (const { initErrors = [] } of dynamicResources(await project.exportState()))
    expect(initErrors).toEqual([]);
});
