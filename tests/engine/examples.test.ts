import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { codeBlocks } from "../unit/documentation/pages";
import { createProject, type PulumiProject, type RedisCloud, startRedisCloud } from "./harness";
import { repository } from "./harness/engine";

const examples = readdirSync(path.join(repository, "examples")).filter((name) =>
  existsSync(path.join(repository, "examples", name, "Pulumi.yaml")),
);

/** The config that an example requires. */
const required: Record<string, Record<string, string>> = {
  "cloud-account": {
    accessKeyId: "AKIAEXAMPLE",
    accessSecretKey: "access-secret-key",
    consoleUsername: "user",
    consolePassword: "console-password",
    signInLoginUrl: "https://123456789012.signin.aws.amazon.com/console",
  },
};

/** States that only somebody else ends: one run of an example does for both sides what there is to do. */
const WAITS_FOR_OTHERS = new Set(["pending-acceptance", "inactive", "initialized", "encryption_key_pending"]);

let cloud: RedisCloud;
let project: PulumiProject;

beforeEach(async () => {
  cloud = await startRedisCloud();
});

afterEach(() => Promise.all([project?.dispose(), cloud?.close()]));

// Pulumi compiles the quickstart, below.
test.each(examples)("examples/%s is created, shows no change, and is destroyed", async (name) => {
  project = await createProject({ name, program: `examples/${name}`, env: cloud.env, asJavaScript: true });
  if (required[name]) await project.setSecrets(required[name]);
  await project.up([], { mustSucceed: true });
  expect(cloud.remaining()).not.toEqual([]);
  await project.preview(["--expect-no-changes"], { mustSucceed: true });
  expect(cloud.simulator.record.remaining().filter(({ to }) => WAITS_FOR_OTHERS.has(to))).toEqual([]);
  await project.destroy([], { mustSucceed: true });
  expect(cloud.remaining()).toEqual([]);
});

test("the program of docs/getting-started.md works as described", async () => {
  project = await createProject({ name: "my-redis", program: "shop", env: cloud.env });
  const file = "docs/getting-started.md";
  const [program = ""] = codeBlocks({ file, text: readFileSync(path.join(repository, file), "utf8") }, "ts");
  writeFileSync(path.join(project.programFolder, "index.ts"), program);
  await project.setConfig("cachePassword", "a-long-password", { secret: true });
  await project.up([], { mustSucceed: true });
  expect(await project.outputs()).toMatchObject({
    endpoint: expect.stringMatching(/:\d+$/),
    url: "[secret]",
  });
});

test("the root of the repository is a project: pulumi up runs the quickstart", async () => {
  const filesBefore = readdirSync(repository);
  // The stack's config file is in another project with the same name: the repository gets none.
  const [, name = ""] =
    /^name: (.+)$/m.exec(readFileSync(path.join(repository, "Pulumi.yaml"), "utf8")) ?? [];
  project = await createProject({ name, program: "shop", env: cloud.env, isInline: false });
  const configFile = path.join(project.programFolder, `Pulumi.${project.stack}.yaml`);
  const there = ["--cwd", repository, "--stack", project.stack, "--config-file", configFile];
  await project.up(there, { mustSucceed: true });
  expect(await project.outputs()).toMatchObject({ endpoint: expect.any(String), password: "[secret]" });
  await project.preview([...there, "--expect-no-changes"], { mustSucceed: true });
  await project.destroy(there, { mustSucceed: true });
  expect(cloud.remaining()).toEqual([]);
  expect(readdirSync(repository)).toEqual(filesBefore);
});
