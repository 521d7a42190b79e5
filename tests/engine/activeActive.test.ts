import { spawnSync } from "node:child_process";
import { createProject, type PulumiProject, type RedisCloud, startRedisCloud } from "./harness";

/*
 * An Active-Active subscription on the real engine: a region that comes and goes, and settings of regions.
 */

const PASSWORD = "a-secret-of-all-regions";
const REGIONAL = "a-secret-of-one-region";
const hasRedis = spawnSync("redis-server", ["--version"]).status === 0;

let cloud: RedisCloud;
let project: PulumiProject;
const env = { GLOBAL_PASSWORD: PASSWORD, REGIONAL_PASSWORD: REGIONAL };

beforeAll(async () => {
  cloud = await startRedisCloud({ redis: hasRedis ? "auto" : false });
  project = await createProject({ name: "global", program: "activeActive", env: { ...cloud.env, ...env } });
});
afterAll(() => Promise.all([project?.dispose(), cloud?.close()]));

test("subscription, region and databases are created in one run, and stay as they are", async () => {
  await project.up([], { mustSucceed: true });
  expect((await project.outputs()).regions).toEqual(["eu-west-1", "us-east-1", "us-west-2"]);
  await project.preview(["--expect-no-changes"], { mustSucceed: true });
  await project.up(["--refresh", "--expect-no-changes"], { mustSucceed: true });
});

test("no password is in the clear: not in the state, nor in what is printed", async () => {
  const { stdout, stderr } = await project.preview(["--diff"], { mustSucceed: true });
  const all = stdout + stderr + JSON.stringify(await project.exportState());
  expect(all).not.toContain(PASSWORD);
  expect(all).not.toContain(REGIONAL);
});

const withRedis = hasRedis ? test : test.skip;

withRedis("what is written in the first region is read in another one, with its own password", async () => {
  const endpoints = (await project.outputs()).endpoints as Record<string, string>;
  const redis = (region: string, password: string, ...command: string[]) => {
    const [host = "", port = ""] = (endpoints[region] ?? "").split(":");
    const login = ["-h", host, "-p", port, "--pass", password, "--no-auth-warning"];
    return spawnSync("redis-cli", [...login, ...command], { encoding: "utf8" }).stdout.trim();
  };
  expect(redis("us-east-1", PASSWORD, "SET", "cart:1", "apples")).toBe("OK");
  expect(redis("us-east-1", PASSWORD, "WAIT", "2", "10000")).toBe("2");
  expect(redis("us-west-2", PASSWORD, "GET", "cart:1")).toBe("apples");
  expect(redis("eu-west-1", REGIONAL, "GET", "cart:1")).toBe("apples");
  expect(redis("eu-west-1", PASSWORD, "GET", "cart:1")).toContain("NOAUTH");
});

test("settings of regions are changed and taken back, in place", async () => {
  const changed = { PERSISTENCE: "aof-every-write" };
  const { stdout } = await project.up([], { env: changed, mustSucceed: true });
  expect(stdout).toMatch(/~ 1 updated/);
  await project.preview(["--expect-no-changes"], { env: changed, mustSucceed: true });
  const back = await project.up([], { mustSucceed: true });
  expect(back.stdout).toMatch(/~ 1 updated/);
});

test("all is destroyed in one run", async () => {
  await project.destroy([], { mustSucceed: true });
  expect(cloud.remaining()).toEqual([]);
});
