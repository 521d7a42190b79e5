import { type CommandResult, type Declared, dynamicResources, type Scenario, scenario } from "./harness";

/*
 * Options that exclude resources of the program, or on the server, from a change.
 */

let run: Scenario;

beforeAll(async () => {
  run = await scenario("deletion");
});
afterAll(() => run?.close());

const database = (name: string) => run.urn("Database", name);
const held = async () =>
  dynamicResources(await run.project.exportState())
    .map(({ urn }) => urn.split("::").at(-1))
    .sort();
/** The resources on the server, by logical name. */
const remaining = () =>
  run.cloud
    .remaining()
    .map((text) => text.replace(/^\w+ (.+)-\w{12}$/, "$1"))
    .sort();

/** The write requests while the command runs, in order. */
async function writesOf(command: () => Promise<CommandResult>) {
  const before = run.cloud.writes().length;
  const result = await command();
  return { ...result, writes: run.cloud.writes().slice(before) };
}
const POST = expect.stringMatching(/^POST .*\/databases$/);
const PUT = expect.stringMatching(/^PUT .*\/databases\/\d+$/);
const DELETE = expect.stringMatching(/^DELETE .*\/databases\/\d+$/);
const DELETE_SUBSCRIPTION = expect.stringMatching(/^DELETE .*\/subscriptions\/\d+$/);

const declared = {
  databases: { cache: {}, queue: {}, kept: { options: { retainOnDelete: true } } },
} satisfies Declared;
const { cache, queue, kept } = declared.databases;
const larger = { ...cache, datasetSizeInGb: 2 };

test("--target creates only the target and its dependencies", async () => {
  run.declare(declared);
  const targets = ["cache", "kept"].flatMap((name) => ["--target", database(name)]);
  await run.project.up(["--target", run.urn("Subscription", "main"), ...targets], { mustSucceed: true });
  expect(remaining()).toEqual(["cache", "kept", "main"]);
});

test("--exclude updates everything but the excluded resource", async () => {
  run.declare({ databases: { cache: larger, queue, kept } });
  const up = () => run.project.up(["--exclude", database("cache")], { mustSucceed: true });
  expect(await writesOf(up)).toMatchObject({ writes: [POST] });
  expect(remaining()).toEqual(["cache", "kept", "main", "queue"]);
});

test("destroy --target deletes only that database", async () => {
  const destroy = () => run.project.destroy(["--target", database("queue")], { mustSucceed: true });
  expect(await writesOf(destroy)).toMatchObject({ writes: [DELETE] });
  expect(remaining()).toEqual(["cache", "kept", "main"]);
});

test("retainOnDelete: a removed resource remains, is not taken over by name, and can be adopted by ID", async () => {
  run.declare({ databases: { cache: larger } });
  const dropped = () => run.project.up([], { mustSucceed: true });
  expect(await writesOf(dropped)).toMatchObject({ writes: [PUT] });
  expect(await held()).toEqual(["cache", "main"]);
  expect(remaining()).toEqual(["cache", "kept", "main"]);
  const isDeletedWith = { options: { deletedWith: "main" } };
  run.declare({ databases: { cache: { ...larger, ...isDeletedWith }, kept: isDeletedWith } });
  const { stdout, exitCode } = await run.project.up();
  expect(exitCode).not.toBe(0);
  const [, adopt] = /give adopt: "([\d/]+)"/.exec(stdout.replaceAll(/\s+/g, " ")) ?? [];
  run.declare({ databases: { cache: { ...larger, ...isDeletedWith }, kept: { ...isDeletedWith, adopt } } });
  const adopted = () => run.project.up([], { mustSucceed: true });
  expect(await writesOf(adopted)).toMatchObject({ writes: [] });
  expect(await held()).toEqual(["cache", "kept", "main"]);
});

/** Pulumi IDs of the databases by logical name, before they are removed from the state. */
const ids: Record<string, string> = {};

test("deletedWith without forceDestroy deletes neither the subscription nor its databases", async () => {
  for (const { urn, id } of run.project.knownResources()) ids[urn.split("::").at(-1) ?? ""] = id;
  const { exitCode, stdout, writes } = await writesOf(() => run.project.destroy());
  expect(exitCode).not.toBe(0);
  expect(stdout).toMatch(/undeclared databases: (cache|kept)-\w+, (cache|kept)-\w+\..*forceDestroy: true/);
  expect(writes).toEqual([]);
  expect(remaining()).toEqual(["cache", "kept", "main"]);
  // The engine no longer knows them.
  expect(await held()).toEqual(["main"]);
});

test("a resource that was removed from the state is adopted by its ID", async () => {
  const options = { deletedWith: "main" };
  const adopt = (name: string) => ids[name];
  run.declare({
    subscription: { forceDestroy: true },
    databases: {
      cache: { ...larger, options, adopt: adopt("cache") },
      kept: { options, adopt: adopt("kept") },
    },
  });
  expect(await writesOf(() => run.project.up([], { mustSucceed: true }))).toMatchObject({ writes: [] });
  expect(await held()).toEqual(["cache", "kept", "main"]);
});

test("deletedWith and forceDestroy delete the databases with the subscription, also with --target-dependents", async () => {
  const target = ["--target", run.urn("Subscription", "main"), "--target-dependents"];
  const { writes } = await writesOf(() => run.project.destroy(target, { mustSucceed: true }));
  expect(writes).toEqual([DELETE, DELETE, DELETE_SUBSCRIPTION]);
  expect(run.cloud.remaining()).toEqual([]);
});
