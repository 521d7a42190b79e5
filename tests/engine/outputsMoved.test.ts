import { dynamicResources, type Scenario, scenario } from "./harness";

/*
 * Outputs of a resource that change with another resource.
 */

let run: Scenario;

beforeAll(async () => {
  run = await scenario("moved");
  declare(true);
  await run.project.up([], { mustSucceed: true });
});
afterAll(() => run?.close());

const declare = (publicEndpointAccess: boolean) =>
  run.declare({ subscription: { publicEndpointAccess }, databases: { cache: {}, sessions: {} } });

/** The public endpoints of the databases in the state. */
async function publicEndpoints(): Promise<unknown[]> {
  const resources = dynamicResources(await run.project.exportState());
  const databases = resources.filter(({ type }) => type.endsWith(":Database"));
  return databases.map(({ outputs }) => outputs?.publicEndpoint);
}

const PUT_SUBSCRIPTION = /^PUT .*\/subscriptions\/\d+$/;

test("disabling public endpoint access removes the databases' public endpoints from the outputs in the same up", async () => {
  declare(false);
  const { stdout } = await run.project.preview([], { mustSucceed: true });
  expect(stdout).toMatch(/~ 3 to update/);
  expect(stdout).toContain(
    "reads its outputs again: the subscription's publicEndpointAccess moves its endpoints",
  );
  const before = run.cloud.writes().length;
  await run.project.up([], { mustSucceed: true });
  expect(run.cloud.writes().slice(before)).toEqual([expect.stringMatching(PUT_SUBSCRIPTION)]);
  expect(await publicEndpoints()).toEqual([null, null]);
});

test("afterwards nothing is left to change, and a refresh finds the same outputs", async () => {
  await run.project.preview(["--expect-no-changes"], { mustSucceed: true });
  await run.project.refresh(["--expect-no-changes"], { mustSucceed: true });
});

test("enabling it again restores them", async () => {
  declare(true);
  await run.project.up([], { mustSucceed: true });
  expect(await publicEndpoints()).toEqual([expect.any(String), expect.any(String)]);
  await run.project.preview(["--expect-no-changes"], { mustSucceed: true });
});
