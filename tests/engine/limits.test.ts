import { createProject, type PulumiProject, type RedisCloud, startRedisCloud } from "./harness";

let cloud: RedisCloud;
let project: PulumiProject;

afterEach(() => Promise.all([project?.dispose(), cloud?.close()]));

/** The messages on the lines of resources of a type during their creation. */
const statusLines = (stdout: string, type: string) =>
  stdout.split("\n").filter((line) => line.includes(`redis-cloud:${type} `) && line.includes("creating ("));

/** The messages about the engine's `--parallel` among a run's diagnostics. */
const heldBack = (stdout: string) =>
  stdout.split("Diagnostics:")[1]?.match(/The engine's limit of .* cost about .*/g);

test("twelve databases at once: none is submitted while the subscription cannot accept it", async () => {
  cloud = await startRedisCloud({ pendingEvery: 3 });
  project = await createProject({ name: "twelve", program: "twelve-databases", env: cloud.env });
  const { stdout } = await project.up([], { mustSucceed: true });
  expect(stdout).toContain("+ 14 created");

  const { record } = cloud.simulator;
  const grown = record.changes.filter(
    ({ kind, from, to }) => kind === "subscription" && from === "active" && to === "pending",
  );
  expect(grown.length).toBeGreaterThanOrEqual(4);
  expect(record.databasesSubmittedWhileNonActive()).toEqual([]);
  expect(cloud.remaining().filter((one) => one.startsWith("database"))).toHaveLength(12);

  // Each resource shows on its own line what it waits for.
  const [subscription, databases] = [statusLines(stdout, "Subscription"), statusLines(stdout, "Database")];
  expect(subscription).toContainEqual(
    expect.stringMatching(/Subscription main .*provisioning: pending, \d+s/),
  );
  expect(databases).toContainEqual(
    expect.stringMatching(/Database cache-\d+ .*waiting for an earlier change of subscription \d+/),
  );
  expect(databases).toContainEqual(
    expect.stringMatching(/Database cache-\d+ .*waiting for subscription \d+ to be active \(now pending\)/),
  );
  expect(stdout).not.toContain("--parallel");
});

test("a run that is held back by the engine's parallelism says so once, at its end", async () => {
  const durations = {
    taskProcessing: [0.1, 0.1],
    subscriptionCreate: [1, 1],
    subscriptionDelete: [1, 1],
    databaseCreate: [4, 4],
    // Unequal, so that the two at a time do not end together: then they could be one after the other for other reasons.
    databaseDelete: [3, 5],
  } as const;
  cloud = await startRedisCloud({ timeScale: 1, pendingEvery: 0, durations });
  project = await createProject({ name: "twelve", program: "twelve-databases", env: cloud.env });
  const created = await project.up(["--parallel", "2"], { mustSucceed: true });
  expect(heldBack(created.stdout)).toEqual([expect.stringMatching(/limit of 2 .* --parallel 1[23],/)]);
  const destroyed = await project.destroy(["--parallel", "2"], { mustSucceed: true });
  expect(heldBack(destroyed.stdout)).toEqual([expect.stringMatching(/limit of 2 .* --parallel 200,/)]);
});

test("four subscriptions at once: at most three change, in up and in destroy", async () => {
  cloud = await startRedisCloud();
  project = await createProject({ name: "four", program: "four-subscriptions", env: cloud.env });
  const { stdout } = await project.up([], { mustSucceed: true });
  expect(statusLines(stdout, "Subscription")).toContainEqual(
    expect.stringMatching(/waiting for one of 3 changing subscriptions to be active/),
  );
  await project.destroy([], { mustSucceed: true });
  expect(cloud.simulator.record.highestNonActiveSubscriptions()).toBe(3);
  expect(cloud.remaining()).toEqual([]);
});
