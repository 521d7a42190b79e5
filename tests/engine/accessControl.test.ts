import { spawnSync } from "node:child_process";
import { createProject, type PulumiProject, type RedisCloud, startRedisCloud } from "./harness";

/*
 * A program with a rule, a role for two databases, and a user.
 */

const PASSWORD = "Correct-horse-7";
const hasRedis = spawnSync("redis-server", ["--version"]).status === 0;

let cloud: RedisCloud;
let project: PulumiProject;

beforeAll(async () => {
  cloud = await startRedisCloud({ redis: hasRedis ? "auto" : false });
  project = await createProject({
    name: "access",
    program: "accessControl",
    env: { ...cloud.env, USER_PASSWORD: PASSWORD },
  });
});
afterAll(() => Promise.all([project?.dispose(), cloud?.close()]));

test("one run creates everything, and the next preview shows no change", async () => {
  await project.up([], { mustSucceed: true });
  const kinds = cloud.remaining().map((each) => each.split(" ")[0]);
  expect(kinds.filter((kind) => kind?.startsWith("acl")).sort()).toEqual(["aclRole", "aclRule", "aclUser"]);
  await project.preview(["--expect-no-changes"], { mustSucceed: true });
});

const withRedis = hasRedis ? test : test.skip;

withRedis(
  "with its own name and password, the user does what the rule allows, and nothing else",
  async () => {
    const { endpoint, userName } = await project.outputs();
    const [host = "", port = ""] = String(endpoint).split(":");
    const redis = (...command: string[]) => {
      const login = ["--user", String(userName), "--pass", PASSWORD, "--no-auth-warning"];
      const { stdout } = spawnSync("redis-cli", ["-h", host, "-p", port, ...login, ...command], {
        encoding: "utf8",
      });
      return stdout.trim();
    };
    expect(redis("GET", "cache:1")).toBe("");
    expect(redis("SET", "cache:1", "x")).toContain("NOPERM");
    expect(redis("GET", "other")).toContain("NOPERM");
  },
);

test("the password is in plaintext neither in the state nor in the output", async () => {
  const { stdout, stderr } = await project.up(["--refresh"], { mustSucceed: true });
  expect(stdout + stderr).not.toContain(PASSWORD);
  expect(JSON.stringify(await project.exportState())).not.toContain(PASSWORD);
});

test("one run updates a rule and a password in place", async () => {
  const env = { RULE: "+@all ~*", USER_PASSWORD: "Other-horse-8" };
  const { stdout } = await project.up([], { env, mustSucceed: true });
  expect(stdout).toMatch(/~ 2 updated/);
});

test("one run destroys everything", async () => {
  await project.destroy([], { mustSucceed: true });
  expect(cloud.remaining()).toEqual([]);
});
