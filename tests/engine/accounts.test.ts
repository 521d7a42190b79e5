import { createProject, type PulumiProject, type RedisCloud, startRedisCloud } from "./harness";

let cloud: RedisCloud;
let project: PulumiProject;

beforeAll(async () => {
  const accounts = [
    { accountId: 1, apiKey: "key-of-staging", apiSecretKey: "secret-of-staging" },
    { accountId: 2, apiKey: "key-of-production", apiSecretKey: "secret-of-production" },
  ];
  cloud = await startRedisCloud({ accounts });
  project = await createProject({ name: "accounts", program: "accounts" });
  const [staging, production] = accounts.map(({ apiKey, apiSecretKey }) => ({ apiKey, apiSecretKey }));
  await project.setSecrets({
    "redis-cloud:baseUrl": cloud.simulator.url,
    "redis-cloud:accounts": JSON.stringify({ staging, production }),
  });
});

afterAll(() => Promise.all([project?.dispose(), cloud?.close()]));

test("the preview rejects an account that is not configured, and lists those that are", async () => {
  const { exitCode, stdout } = await project.preview([], { env: { PRODUCTION_ACCOUNT: "prod" } });
  expect(exitCode).not.toBe(0);
  expect(stdout).toContain("Account prod is not in redis-cloud:accounts (configured: staging, production).");
  expect(stdout).not.toContain("key-of-");
  expect(cloud.writes()).toEqual([]);
});

test("resources of one stack are created in the accounts that they select, and look-ups read there", async () => {
  await project.up([], { mustSucceed: true });
  expect(cloud.remaining(1)).toEqual([
    expect.stringMatching(/^subscription staging-/),
    expect.stringMatching(/^database cache-/),
  ]);
  expect(cloud.remaining(2)).toEqual([expect.stringMatching(/^subscription production-/)]);
  expect(await project.outputs()).toEqual({
    names: { staging: expect.stringMatching(/^staging-/), production: expect.stringMatching(/^production-/) },
  });
});

test("the next run finds them there, and destroy leaves nothing in either account", async () => {
  await project.refresh(["--expect-no-changes"], { mustSucceed: true });
  await project.destroy([], { mustSucceed: true });
  expect(cloud.remaining()).toEqual([]);
  expect(JSON.stringify(await project.exportState())).not.toContain("secret-of-");
});
