import { dynamicResources, type Scenario, scenario } from "./harness";

/*
 * Resource options that decide whether and how a change is made: the requests to the server.
 */

let run: Scenario;

beforeAll(async () => {
  run = await scenario("options");
});
afterAll(() => run?.close());

/** The databases of the program, each with the option to test. */
const databases = {
  plain: {},
  ignoring: {
    alerts: [{ name: "dataset-size", value: 80 }],
    options: { ignoreChanges: ["datasetSizeInGb", "alerts[0].value", "name"] },
  },
  replacing: { options: { replaceOnChanges: ["dataPersistence", "alerts[*].value"] } },
  triggered: { options: { replacementTrigger: "before" } },
  guarded: { port: 12001, options: { protect: true } },
  createdFirst: { name: "first", port: 12002, options: { deleteBeforeReplace: false } },
  patient: {
    options: {
      customTimeouts: { create: "90m", update: "45m", delete: "30m" },
      additionalSecretOutputs: ["publicEndpoint"],
    },
  },
};
type Name = keyof typeof databases;

/** Edits the program permanently: other arguments and options of some databases. */
function edit(changes: { [name in Name]?: object }): void {
  for (const [name, change] of Object.entries(changes)) Object.assign(databases[name as Name], change);
  run.declare({ databases });
}

const idOf = (name: Name) => run.project.knownResources().find(({ urn }) => urn.endsWith(`::${name}`))?.id;
const pathOf = (name: Name) => `/subscriptions/${idOf(name)?.replace("/", "/databases/")}`;
const database = (name: Name) => run.cloud.get(pathOf(name));

/** Runs `pulumi up`; returns its output and the write requests. */
async function up(args: string[] = []) {
  const before = run.cloud.writes().length;
  const result = await run.project.up(args);
  const printed = result.stdout + result.stderr;
  const writes = run.cloud.writes().slice(before);
  return { exitCode: result.exitCode, printed, writes: writes.map((write) => write.replace("/v1", "")) };
}

/** The requests that replace a database, deleting first. */
const replacementOf = (name: Name) => [
  `DELETE ${pathOf(name)}`,
  `POST ${pathOf(name).replace(/\/\d+$/, "")}`,
];

test("one up creates all of them", async () => {
  edit({});
  await run.project.up([], { mustSucceed: true });
  expect(run.cloud.remaining()).toHaveLength(1 + Object.keys(databases).length);
});

test("additionalSecretOutputs are ciphertext in the state, like outputs that are always secret", async () => {
  const resources = dynamicResources(await run.project.exportState());
  const { outputs } = resources.find(({ urn }) => urn.endsWith("::patient")) ?? {};
  const { publicEndpoint } = (await database("patient")) as { publicEndpoint: string };
  expect(JSON.stringify(outputs)).not.toContain(publicEndpoint);
  expect(outputs).toMatchObject({
    publicEndpoint: { ciphertext: expect.anything() },
    password: { ciphertext: expect.anything() },
  });
});

test("customTimeouts sets the argument timeouts, and is validated like it", async () => {
  const resources = dynamicResources(await run.project.exportState());
  const { inputs } = resources.find(({ urn }) => urn.endsWith("::patient")) ?? {};
  expect(inputs).toMatchObject({ timeouts: { create: "90m", update: "45m", delete: "30m" } });
  edit({ patient: { options: { customTimeouts: { update: "1ms" } } } });
  const { exitCode, stdout } = await run.project.preview();
  expect(exitCode).not.toBe(0);
  expect(stdout).toContain("timeouts.update: must be a duration such as 90s, 45m or 1h30m");
  edit({ patient: { options: { customTimeouts: { create: "90m", update: "45m", delete: "30m" } } } });
});

test("import fails with one error that points to adopt", async () => {
  const before = databases.plain;
  edit({ plain: { options: { import: "1234/5678" } } });
  const { stdout } = await run.project.preview([], { isInline: false });
  const [, diagnostics = ""] = stdout.split("Diagnostics:");
  expect(diagnostics).toContain('Use the argument `adopt: "1234/5678"` instead of the option `import`');
  expect(diagnostics).not.toMatch(/TypeError|^\s+at .+:\d+:\d+/m);
  expect(diagnostics.match(/error:/g)).toHaveLength(1);
  edit({ plain: { ...before, options: {} } });
});

test("ignoreChanges: ignored changes reach neither the preview nor the server, but others do", async () => {
  edit({
    ignoring: {
      name: "renamed",
      datasetSizeInGb: 2,
      alerts: [{ name: "dataset-size", value: 90 }],
      dataEvictionPolicy: "allkeys-lru",
    },
  });
  const { writes } = await up();
  expect(writes).toEqual([`PUT ${pathOf("ignoring")}`]);
  expect(await database("ignoring")).toMatchObject({
    name: expect.stringMatching(/^ignoring-/),
    datasetSizeInGb: 1,
    alerts: [{ name: "dataset-size", value: 80 }],
    dataEvictionPolicy: "allkeys-lru",
  });
});

test("replaceOnChanges: an update becomes a replacement, deleting first; other changes still update", async () => {
  const [replaced, update] = [replacementOf("replacing"), `PUT ${pathOf("plain")}`];
  edit({
    replacing: { dataPersistence: "aof-every-1-second" },
    plain: { dataPersistence: "aof-every-1-second" },
  });
  const { printed, writes } = await up();
  expect(writes.filter((write) => write !== update)).toEqual(replaced);
  expect(writes).toContain(update);
  expect(printed).toMatch(/~ 1 updated\s+\+-1 replaced/);
});

test("--replace and replacementTrigger delete first, and do not recover the old resource", async () => {
  const ids = [idOf("plain"), idOf("triggered")];
  const replaced = [...replacementOf("plain"), ...replacementOf("triggered")];
  edit({ triggered: { options: { replacementTrigger: "after" } } });
  const { writes } = await up(["--replace", run.urn("Database", "plain")]);
  expect(writes.sort()).toEqual(replaced.sort());
  expect(ids).not.toContain(idOf("plain"));
  expect(ids).not.toContain(idOf("triggered"));
  expect(await database("plain")).toMatchObject({ status: "active" });
  expect(await database("triggered")).toMatchObject({ status: "active" });
});

test("deleteBeforeReplace: false requires another name: with the same name, the old database stays untouched", async () => {
  edit({ createdFirst: { port: 13002 } });
  const { exitCode, printed, writes } = await up();
  expect(exitCode).not.toBe(0);
  expect(printed).toMatch(/DATABASE_NAME_EXISTS: .*choose another name/);
  expect(writes).toEqual([expect.stringMatching(/^POST .*\/databases$/)]);
  expect(await database("createdFirst")).toMatchObject({ status: "active", name: "first" });
});

test("deleteBeforeReplace: false with another name creates the new database before it deletes the old one", async () => {
  const [deletion, creation] = replacementOf("createdFirst");
  edit({ createdFirst: { name: "second" } });
  const { writes } = await up();
  expect(writes).toEqual([creation, deletion]);
  expect(await database("createdFirst")).toMatchObject({ status: "active", name: "second" });
});

test("protect prevents replacement and deletion, and nothing is submitted", async () => {
  edit({ guarded: { port: 13001 } });
  const { exitCode, printed, writes } = await up();
  expect(exitCode).not.toBe(0);
  expect(printed).toContain("currently marked for protection");
  expect(writes).toEqual([]);
});

test("afterwards, a preview shows no change", async () => {
  edit({ guarded: { port: 12001 } });
  await run.project.preview(["--expect-no-changes"], { mustSucceed: true });
});
