import { writeFileSync } from "node:fs";
import path from "node:path";
import { dynamicResources, type ExportedResource, type Scenario, scenario } from "./harness";

/*
 * A stack whose state is from a version that did not store omitted arguments.
 */

let run: Scenario;

beforeAll(async () => {
  run = await scenario("earlier");
  run.declare({
    subscription: { publicEndpointAccess: false },
    databases: { cache: {}, sessions: { enableTls: true, password: "given-password" } },
  });
  await run.project.up([], { mustSucceed: true });
  const state = await run.project.exportState();
  for (const resource of dynamicResources(state)) resource.outputs = asBefore(resource);
  const file = path.join(run.project.folder, "tmp", "state.json");
  writeFileSync(file, JSON.stringify(state));
  await run.project.run(["stack", "import", "--file", file], { mustSucceed: true });
});
afterAll(() => run?.close());

/** The content of an earlier version's state: no nulls, and of omitted arguments only values without a default. */
function asBefore({ outputs = {} }: ExportedResource): Record<string, unknown> {
  const { __attributes: written = "{}", __defaults = [], ...rest } = outputs as Record<string, unknown>;
  const attributes = JSON.parse(String(written)) as Record<string, unknown>;
  const kept = ["port", "redisVersion", "respVersion", "throughputMeasurement"].filter(
    (name) => attributes[name] !== undefined,
  );
  const filledIn = Object.fromEntries(kept.map((name) => [name, attributes[name]]));
  const entries = Object.entries({ ...rest, ...filledIn }).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(entries), __defaults: [...(__defaults as unknown as string[]), ...kept] };
}

const attributes = async () =>
  dynamicResources(await run.project.exportState()).map(({ outputs }) => outputs?.__attributes);

test("previews of an earlier version's state show no change", async () => {
  expect(await attributes()).toEqual([undefined, undefined, undefined]);
  await run.project.preview(["--expect-no-changes"], { mustSucceed: true });
  await run.project.up(["--expect-no-changes"], { mustSucceed: true });
});

test("a refresh shows no change either, and completes the state", async () => {
  await run.project.refresh(["--expect-no-changes"], { mustSucceed: true });
  expect(await attributes()).toEqual([expect.any(String), expect.any(String), expect.any(String)]);
  await run.project.preview(["--expect-no-changes"], { mustSucceed: true });
});
