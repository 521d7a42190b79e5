import { createProject, type PulumiProject, type RedisCloud, startRedisCloud } from "./harness";

let cloud: RedisCloud;
let project: PulumiProject;

afterEach(() => Promise.all([project?.dispose(), cloud?.close()]));

/** The messages on the lines of resources of a type during their creation. */
const statusLines = (stdout: string, type: string) =>
  stdout.split("\n").filter((line) => line.includes(`redis-cloud:${type} `) && line.includes("creating ("));

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
