import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildSync } from "esbuild";
import { createProject, type PulumiProject, type RedisCloud, startRedisCloud } from "./harness";
import { startCommand } from "./harness/command";
import { engineEnvironment } from "./harness/engine";
import { installPackage } from "./harness/folder";

let cloud: RedisCloud;
let project: PulumiProject;

beforeAll(async () => {
  cloud = await startRedisCloud();
  project = await createProject({ name: "installation", program: "shop", env: cloud.env, isInline: false });
});

afterAll(() => Promise.all([project?.dispose(), cloud?.close()]));

test("a bundled program reports which folder needs the package, and runs when it is installed there", async () => {
  const folder = project.programFolder;
  buildSync({
    entryPoints: [path.join(folder, "index.ts")],
    outfile: path.join(folder, "bundle.js"),
    bundle: true,
    platform: "node",
    external: ["@pulumi/pulumi"],
  });
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ name: "bundled", main: "bundle.js" }));
  rmSync(path.join(folder, "node_modules"), { recursive: true });
  installPackage(folder);
  rmSync(path.join(folder, "node_modules/pulumi-redis-cloud"), { recursive: true });
  const { exitCode, stdout } = await project.preview();
  expect(exitCode).not.toBe(0);
  const [, diagnostics = ""] = stdout.split("Diagnostics:");
  expect(diagnostics).toContain(`pulumi-redis-cloud is not installed for ${folder}, the program's folder`);
  expect(diagnostics).toContain("A bundled program needs it next to the bundle");
  expect(diagnostics).not.toMatch(/Cannot find module|^\s+at .+:\d+:\d+/m);

  rmSync(path.join(folder, "node_modules"), { recursive: true });
  installPackage(folder);
  await project.up([], { mustSucceed: true });
  await project.destroy([], { mustSucceed: true });
});

/** A program that deploys with the Automation API. */
const AUTOMATION = `
const { LocalWorkspace } = require("@pulumi/pulumi/automation");
const rediscloud = require("pulumi-redis-cloud");

async function program() {
  const main = new rediscloud.Subscription("main", {
    paymentMethod: "marketplace",
    cloudProviders: [{ regions: [{ region: "us-east-1" }] }],
  });
  return { status: main.status };
}

async function deploy() {
  const projectSettings = { name: "inline", runtime: "nodejs", main: __dirname };
  const options = process.argv[2] === "with main" ? { projectSettings } : {};
  const inline = { stackName: "inline", projectName: "inline", program };
  const stack = await LocalWorkspace.createOrSelectStack(inline, options);
  await stack.setConfig("redis-cloud:costEstimates", { value: "true" });
  for (const run of ["first", "second"]) {
    const { stdout } = await stack.preview();
    console.log(run + " preview: " + stdout.match(/in total, .*/g));
  }
  const { outputs } = await stack.up();
  console.log("status: " + outputs.status.value);
  await stack.destroy();
}

deploy().catch((error) => {
  console.log(error.message);
  process.exitCode = 1;
});
`;

describe("an inline program of the Automation API", () => {
  const deploy = async (how: string) => {
    writeFileSync(path.join(project.programFolder, "deploy.js"), AUTOMATION);
    rmSync(path.join(project.programFolder, "Pulumi.yaml"), { force: true });
    return startCommand(process.execPath, [path.join(project.programFolder, "deploy.js"), how], {
      // Wherever it is started.
      cwd: project.folder,
      env: { ...(await engineEnvironment(project.folder)), ...cloud.env },
    }).result;
  };

  test("runs with main: __dirname in its project settings, in any folder, and each preview shows its cost", async () => {
    const { exitCode, stdout } = await deploy("with main");
    expect(exitCode).toBe(0);
    for (const run of ["first", "second"])
      expect(stdout).toMatch(new RegExp(`${run} preview: in total, .* cost [\\d.]+ USD/hour`));
    expect(stdout).toContain("status: active");
  });

  test("fails without it in a folder without packages", async () => {
    const { exitCode, stdout } = await deploy("without");
    expect(exitCode).toBe(1);
    expect(stdout).toContain("Cannot find module '@pulumi/pulumi/cmd/dynamic-provider'");
  });
});
