import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { createProject, type PulumiProject, type RedisCloud, startRedisCloud } from "./harness";

/*
 * The example with a free Essentials subscription and a database, through all commands.
 */

const hasRedis = spawnSync("redis-server", ["--version"]).status === 0;

let cloud: RedisCloud;
let project: PulumiProject;

beforeAll(async () => {
  cloud = await startRedisCloud({ redis: hasRedis ? "auto" : false });
  project = await createProject({
    name: "essentials",
    program: "examples/essentials",
    env: cloud.env,
    asJavaScript: true,
  });
});
afterAll(() => Promise.all([project?.dispose(), cloud?.close()]));

test("all is created in one run, and the next preview shows no change", async () => {
  await project.up([], { mustSucceed: true });
  const kinds = cloud.remaining().map((each) => each.split(" ")[0]);
  expect(kinds.sort()).toEqual(["essentialsDatabase", "essentialsSubscription"]);
  await project.preview(["--expect-no-changes"], { mustSucceed: true });
  expect(await project.outputs()).toMatchObject({ planName: "30MB", password: "[secret]", url: "[secret]" });
});

const withRedis = hasRedis ? test : test.skip;

withRedis("the free database connects with its own endpoint and password", async () => {
  const { endpoint, password } = await project.outputs({ showSecrets: true });
  const [host = "", port = ""] = String(endpoint).split(":");
  const redis = (...command: string[]) =>
    spawnSync("redis-cli", ["-h", host, "-p", port, "--no-auth-warning", ...command], {
      encoding: "utf8",
    }).stdout.trim();
  expect(redis("PING")).toContain("NOAUTH");
  expect(redis("--pass", String(password), "SET", "key", "value")).toBe("OK");
});

test("a change is an update in place, and a refresh changes nothing", async () => {
  await project.setConfig("evictionPolicy", "lfu");
  const { stdout } = await project.up([], { mustSucceed: true });
  expect(stdout).toMatch(/~ 1 updated/);
  await project.refresh([], { mustSucceed: true });
  await project.preview(["--expect-no-changes"], { mustSucceed: true });
});

test("all is destroyed in one run", async () => {
  await project.destroy([], { mustSucceed: true });
  expect(cloud.remaining()).toEqual([]);
});

test("generate writes a program that adopts an account's Essentials, with no change before and after", async () => {
  const id = await cloud.submit("POST", "/fixed/subscriptions", { name: "free", planId: 98_001 });
  const paid = { name: "paid", planId: 98_004, paymentMethodId: 3 };
  const paidId = await cloud.submit("POST", "/fixed/subscriptions", paid);
  await cloud.submit("POST", `/fixed/subscriptions/${id}/databases`, { name: "small" });
  await cloud.submit("POST", `/fixed/subscriptions/${paidId}/databases`, {
    name: "orders",
    dataPersistence: "aof-every-write",
    replication: false,
    sourceIps: ["10.0.0.0/24"],
    alerts: [{ name: "latency", value: 5 }],
    periodicBackupPath: "s3://backups",
  });
  const before = cloud.writes();
  const { stdout, stderr, exitCode } = await project.runOurs(["generate"]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  writeFileSync(path.join(project.programFolder, "index.ts"), stdout);
  const preview = await project.preview([], { mustSucceed: true });
  const adopted = preview.stdout.match(/adopts Essentials .+ and changes nothing; it is as declared/g);
  expect(new Set(adopted).size).toBe(4);
  await project.up([], { mustSucceed: true });
  await project.preview(["--expect-no-changes"], { mustSucceed: true });
  await project.refresh(["--expect-no-changes"], { mustSucceed: true });
  expect(cloud.writes()).toEqual(before);
});
