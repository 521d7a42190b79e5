import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  createProject,
  dynamicResources,
  type PulumiProject,
  type RedisCloud,
  startRedisCloud,
} from "./harness";

/*
 * Renames in Pulumi change nothing on the server, and previews show no change.
 */

let cloud: RedisCloud;
let project: PulumiProject;

beforeAll(async () => {
  cloud = await startRedisCloud();
  project = await createProject({ name: "renames", program: "renamed", env: cloud.env });
});
afterAll(() => Promise.all([project?.dispose(), cloud?.close()]));

/** The current names; the program's defaults are the original ones. */
const env: Record<string, string> = {};

/** The names of the resources in the state, in URNs and inputs. */
async function names() {
  const resources = dynamicResources(await project.exportState());
  for (const { urn, inputs } of resources) expect(inputs?.__urn).toBe(urn);
  return resources.map(({ urn }) => urn.split("::").slice(2).join("::"));
}

/** Expects no change in the preview and in the update. */
const upWithoutChanges = () =>
  project.run(["up", "--yes", "--expect-no-changes"], { env, mustSucceed: true });

test("auto-names derive from the original logical names", async () => {
  await project.up([], { mustSucceed: true });
  expect(cloud.remaining().sort()).toEqual([
    expect.stringMatching(/^database cache-\w{12}$/),
    expect.stringMatching(/^database queue-\w{12}$/),
    expect.stringMatching(/^subscription redis-main-\w{12}$/),
  ]);
});

test("with aliases, another logical name, a renamed component or another parent changes nothing", async () => {
  const before = [cloud.writes(), cloud.remaining()];
  Object.assign(env, { SERVICE: "caching", CACHE: "sessions", QUEUE: "jobs" });
  await upWithoutChanges();
  expect([cloud.writes(), cloud.remaining()]).toEqual(before);
  const dynamic = "pulumi-nodejs:dynamic/redis-cloud:";
  expect((await names()).sort()).toEqual([
    `${dynamic}Database::jobs`,
    `shop:redis:RedisService$${dynamic}Database::sessions`,
    `shop:redis:RedisService$${dynamic}Subscription::caching-main`,
  ]);
});

test("`pulumi state rename` changes nothing", async () => {
  const before = [cloud.writes(), cloud.remaining()];
  const { urn } = project.knownResources().find(({ urn }) => urn.endsWith("::jobs")) ?? { urn: "" };
  await project.run(["state", "rename", urn, "errands", "--yes"], { mustSucceed: true });
  env.QUEUE = "errands";
  await upWithoutChanges();
  expect([cloud.writes(), cloud.remaining()]).toEqual(before);
});

test("in another stack and project, a change updates the existing database", async () => {
  await project.run(["stack", "rename", "organization/moved/production"], { mustSucceed: true });
  const manifest = path.join(project.programFolder, "Pulumi.yaml");
  writeFileSync(manifest, readFileSync(manifest, "utf8").replace("name: renames", "name: moved"));
  Object.assign(env, { PULUMI_STACK: "production", SIZE_IN_GB: "2" });
  const before = { writes: cloud.writes().length, remaining: cloud.remaining() };
  const { stdout } = await project.up([], { env, mustSucceed: true });
  expect(stdout).toMatch(/Resources:\s+~ 1 updated\s+\d unchanged/);
  expect(cloud.writes().slice(before.writes)).toEqual([expect.stringMatching(/^PUT .*\/databases\/\d+$/)]);
  expect(cloud.remaining()).toEqual(before.remaining);
});

test("destroy finds them all", async () => {
  await project.destroy([], { env, mustSucceed: true });
  expect(cloud.remaining()).toEqual([]);
});
