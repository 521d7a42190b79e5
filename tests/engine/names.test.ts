import { createProject, type PulumiProject, type RedisCloud, startRedisCloud } from "./harness";

/*
 * A program that creates databases in a loop over a list, with names from the index.
 */

let cloud: RedisCloud;
let project: PulumiProject;

beforeAll(async () => {
  cloud = await startRedisCloud();
  project = await createProject({ name: "names", program: "names", env: cloud.env, isInline: false });
});
afterAll(() => Promise.all([project?.dispose(), cloud?.close()]));

const databases = () => cloud.remaining().filter((each) => each.startsWith("database "));
const names = (...each: string[]) => each.map((name) => `database ${name}`);

/** The names on the server by logical name, with the IDs in the state. */
async function namesByLogicalName(): Promise<Record<string, unknown>> {
  const known = project.knownResources().filter(({ urn }) => urn.includes(":Database::"));
  const pairs = known.map(async ({ urn, id }) => {
    const { name } = await cloud.get(`/subscriptions/${id.replace("/", "/databases/")}`);
    return [urn.split("::").at(-1), name] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}

test("the preview rejects flash arguments for a subscription that does not exist yet", async () => {
  const { exitCode, stdout } = await project.preview([], { env: { NAMES: "a=db-0", RAM_PERCENTAGE: "30" } });
  expect(exitCode).not.toBe(0);
  expect(stdout).toContain("ramPercentage: requires a subscription with memoryStorage: ram-and-flash");
});

test("inserting an entry at the front shifts all names in one up, one operation at a time", async () => {
  await project.up([], { env: { NAMES: "a=db-0,b=db-1,c=db-2" }, mustSucceed: true });
  const env = { NAMES: "z=db-0,a=db-1,b=db-2,c=db-3" };
  const preview = await project.preview([], { env, mustSucceed: true });
  expect(preview.stdout + preview.stderr).not.toContain("is the name of");
  await project.up(["--parallel", "1"], { env, mustSucceed: true });
  expect(await namesByLogicalName()).toEqual({ z: "db-0", a: "db-1", b: "db-2", c: "db-3" });
});

test("one up exchanges names", async () => {
  const env = { NAMES: "z=db-3,a=db-1,b=db-2,c=db-0" };
  await project.up(["--parallel", "1"], { env, mustSucceed: true });
  expect(await namesByLogicalName()).toEqual({ z: "db-3", a: "db-1", b: "db-2", c: "db-0" });
  await project.up([], { env: { NAMES: "z=db-0,a=db-1,b=db-2,c=db-3" }, mustSucceed: true });
  expect(await namesByLogicalName()).toEqual({ z: "db-0", a: "db-1", b: "db-2", c: "db-3" });
});

test("without the first entry: preview and up report which resource has the name, and the server refuses nothing", async () => {
  const env = { NAMES: "a=db-0,b=db-1,c=db-2" };
  const preview = await project.preview([], { env, mustSucceed: true });
  const said = /db-0, the new name of a, is the name of database \d+ of subscription \d+/;
  expect(preview.stdout + preview.stderr).toMatch(said);
  const before = cloud.writes().length;
  const { exitCode, stdout, stderr } = await project.up([], { env });
  expect(exitCode).not.toBe(0);
  expect(stdout + stderr).toMatch(said);
  expect(stdout + stderr).not.toContain("DATABASE_NAME_EXISTS");
  expect(cloud.writes().length).toBeLessThanOrEqual(before + 2);
  expect(databases().length).toBe(4);

  await project.up([], { env: { NAMES: "a=db-1,b=db-2,c=db-3" }, mustSucceed: true });
  await project.up([], { env, mustSucceed: true });
  expect(databases().sort()).toEqual(names("db-0", "db-1", "db-2"));
});

test("the preview rejects two databases with the same name, and shows the other's URN", async () => {
  const { exitCode, stdout } = await project.preview([], { env: { NAMES: "a=db-0,b=db-1,c=db-2,d=db-2" } });
  expect(exitCode).not.toBe(0);
  // The engine chooses which of the two it asks about first.
  expect(stdout).toMatch(/name: db-2 is also the name of (c|d) \(urn:pulumi:test::names::.*::\1\)/);
});
