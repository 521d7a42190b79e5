import { createProject, type PulumiProject, type RedisCloud, startRedisCloud } from "./harness";

let cloud: RedisCloud;
let project: PulumiProject;

beforeAll(async () => {
  // Half a minute here, so that it is in progress during the whole test.
  cloud = await startRedisCloud({ durations: { subscriptionCreate: [18_000, 18_000] } });
  project = await createProject({ name: "killed", program: "four-subscriptions", env: cloud.env });
});

afterAll(() => Promise.all([project?.dispose(), cloud?.close()]));

const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000));

test("when the engine is killed, its provider exits within ten seconds, and submits nothing more", async () => {
  const { child, result } = project.start(["up", "--yes", "--skip-preview"]);
  while (cloud.writes().length < 3) await seconds(0.1);
  expect(project.providers()).toHaveLength(1);
  child.kill("SIGKILL");
  await result;
  for (let waited = 0; waited < 10 && project.providers().length > 0; waited += 0.5) await seconds(0.5);
  expect(project.providers()).toEqual([]);
  // The fourth subscription waits for one of three slots, which become free later.
  expect(cloud.writes()).toHaveLength(3);
});
