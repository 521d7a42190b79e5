import { readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createProject, type PulumiProject, type RedisCloud, startRedisCloud } from "./harness";

/*
 * Outputs of another stack, transforms, and another version of this package.
 */

let cloud: RedisCloud;
let project: PulumiProject;
const app = { env: { PULUMI_STACK: "app" }, mustSucceed: true };

beforeAll(async () => {
  cloud = await startRedisCloud();
  project = await createProject({
    name: "stacks",
    program: "stacks",
    stack: "platform",
    env: cloud.env,
    isInline: false,
  });
});
afterAll(() => Promise.all([project?.dispose(), cloud?.close()]));

/** The outputs of the stack `app`, with plaintext secrets. */
async function outputs(): Promise<{ subscriptionId: number; password: string; path: string }> {
  const { stdout } = await project.run(["stack", "output", "--json", "--show-secrets"], app);
  return JSON.parse(stdout);
}
const database = async () =>
  cloud.get(`/subscriptions/${(await outputs()).path.replace("/", "/databases/")}`);

/** Installs another version of the package, with another layout. */
function installOtherVersion(): void {
  const folder = path.join(project.programFolder, "node_modules/pulumi-redis-cloud");
  const manifest = path.join(folder, "package.json");
  const { version, ...rest } = JSON.parse(readFileSync(manifest, "utf8"));
  const moved = JSON.stringify({ ...rest, version: "99.0.0" }).replaceAll("./dist/", "./lib/");
  writeFileSync(manifest, moved);
  renameSync(path.join(folder, "dist"), path.join(folder, "lib"));
}

test("a database in a subscription of another stack, with a secret of that stack", async () => {
  await project.up([], { mustSucceed: true });
  await project.run(["stack", "init", "app"], app);
  await project.up([], app);
  expect(cloud.remaining()).toEqual([
    expect.stringMatching(/^subscription main-/),
    expect.stringMatching(/^database shared-/),
    expect.stringMatching(/^database cache-/),
  ]);
  const { password } = await outputs();
  expect(await database()).toMatchObject({ status: "active", security: { password } });
  const { stdout } = await project.run(["stack", "export"], app);
  expect(stdout).not.toContain(password);
});

test("transformations and transforms change the requests to the server", async () => {
  expect(await database()).toMatchObject({ dataEvictionPolicy: "allkeys-lru" });
  const { path } = await outputs();
  expect(await cloud.get(`/subscriptions/${path.replace("/", "/databases/")}/tags`)).toMatchObject({
    tags: [{ key: "team", value: "web" }],
  });
});

test("after an upgrade of the package, no resource changes", async () => {
  installOtherVersion();
  const before = cloud.writes();
  await project.up(["--expect-no-changes"], { mustSucceed: true });
  expect(cloud.writes()).toEqual(before);
});

test("the new version makes a change, and shows no other", async () => {
  const before = cloud.writes().length;
  const larger = { ...app, env: { ...app.env, SIZE_IN_GB: "2" } };
  const { stdout } = await project.up(["--diff"], larger);
  expect([...stdout.matchAll(/^ +[-+~] (\w+ *: .+)$/gm)].map(([, change]) => change)).toEqual([
    expect.stringMatching(/^datasetSizeInGb *: 1 => 2$/),
  ]);
  expect(cloud.writes().slice(before)).toEqual([expect.stringMatching(/^PUT .*\/databases\/\d+$/)]);
});

test("each stack destroys only its own resources", async () => {
  await project.destroy([], app);
  expect(cloud.remaining()).toEqual([
    expect.stringMatching(/^subscription main-/),
    expect.stringMatching(/^database shared-/),
  ]);
  await project.destroy([], { mustSucceed: true });
  expect(cloud.remaining()).toEqual([]);
});
