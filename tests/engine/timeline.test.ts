import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { createProject, type PulumiProject, type RedisCloud, startRedisCloud } from "./harness";
import { repository } from "./harness/engine";

let cloud: RedisCloud;
let project: PulumiProject;

afterEach(() => Promise.all([project?.dispose(), cloud?.close()]));

test("a provider's record of a run can be drawn: one row per operation, with what it waited for", async () => {
  cloud = await startRedisCloud({ pendingEvery: 3 });
  project = await createProject({ name: "timeline", program: "twelve-databases", env: cloud.env });
  const record = path.join(project.programFolder, "run.jsonl");
  await project.up([], { env: { REDIS_CLOUD_RECORD: record }, mustSucceed: true });
  expect(statSync(record).mode & 0o777).toBe(0o600);
  expect(readFileSync(record, "utf8")).not.toContain(cloud.env.REDIS_CLOUD_API_SECRET_KEY);

  const picture = path.join(project.programFolder, "run.svg");
  const cli = path.join(repository, "dist/cli/index.js");
  const told = execFileSync(process.execPath, [cli, "timeline", record, "--out", picture], {
    encoding: "utf8",
  });
  // The subscription, its databases, and the deletion of the creation plan's database.
  expect(told).toContain("operations in");
  const drawn = readFileSync(picture, "utf8");
  for (const label of ["subscription main", "delete database creation-plan-1", "database cache-12"])
    expect(drawn).toContain(label);
  expect(drawn).toMatch(/subscription \d+ to be active/);
});
