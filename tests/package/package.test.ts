import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  CommandFailedError,
  type CommandResult,
  type RunningCommand,
  startCommand,
} from "../engine/harness/command";
import { engineEnvironment, repository } from "../engine/harness/engine";
import { createFolder } from "../engine/harness/folder";
import { killProcessesOf } from "../engine/harness/processes";
import { packPackage } from "./pack";

const folder = createFolder("package");
const project = path.join(folder, "program");
let environment: NodeJS.ProcessEnv;
let simulator: RunningCommand | undefined;

/** What a user writes who has read no more than the README. */
const program = `
import * as redis from "pulumi-redis-cloud";

const subscription = new redis.Subscription("shop", {
  paymentMethod: "marketplace",
  cloudProviders: [{ regions: [{ region: "us-east-1", networking: { deploymentCIDR: "10.0.0.0/24" } }] }],
});

const sessions = new redis.Database("sessions", {
  subscriptionId: subscription.subscriptionId,
  datasetSizeInGb: 1,
});

export const subscriptionId = subscription.subscriptionId;
export const endpoint = sessions.publicEndpoint;
`;

/** What a user writes who tests a program of their own. */
const simulation = `
import { type Simulator, startSimulator } from "pulumi-redis-cloud/simulator";

export const simulator: Promise<Simulator> = startSimulator({ timeScale: 600 });
`;

/** As Pulumi's own template for TypeScript has it: declarations of packages are checked, too. */
const tsconfig = {
  compilerOptions: {
    strict: true,
    outDir: "bin",
    target: "es2020",
    module: "commonjs",
    moduleResolution: "node",
    sourceMap: true,
    experimentalDecorators: true,
    pretty: true,
    noFallthroughCasesInSwitch: true,
    noImplicitReturns: true,
    forceConsistentCasingInFileNames: true,
  },
  files: ["index.ts", "simulation.ts"],
};

beforeAll(async () => {
  environment = { ...(await engineEnvironment(folder)), PULUMI_NODEJS_TRANSPILE_ONLY: "false" };
  writeProject();
  npm(
    "install",
    "--prefer-offline",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    packPackage(folder, environment),
  );
});

afterAll(async () => {
  killProcessesOf(path.join(folder, "home"));
  await simulator?.result;
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

test("the package contains what is needed and nothing else", () => {
  const installed = path.join(project, "node_modules/pulumi-redis-cloud");
  expect(readdirSync(installed).sort()).toEqual(
    expect.arrayContaining(["CHANGELOG.md", "README.md", "dist", "package.json"]),
  );
  expect(readdirSync(path.join(installed, "dist")).sort()).toEqual(["package", "provider", "simulator"]);
});

test("its types work in a program of Pulumi's TypeScript template", () => {
  execFileSync("npx", ["tsc", "--noEmit", "--pretty", "false"], { cwd: project, env: environment });
});

test("its command line starts a local Redis Cloud", async () => {
  const bin = path.join(project, "node_modules/.bin/pulumi-redis-cloud");
  simulator = startCommand(bin, ["simulate", "--port", "0", "--time-scale", "600"], {
    cwd: project,
    env: environment,
  });
  const address = /http:\/\/127\.0\.0\.1:\d+[\w/.-]*(?=\s)/;
  const [baseUrl] = await simulator.printed(address);
  Object.assign(environment, {
    REDIS_CLOUD_API_KEY: "simulator-api-key",
    REDIS_CLOUD_API_SECRET_KEY: "simulator-api-secret-key",
    REDIS_CLOUD_BASE_URL: baseUrl,
  });
});

test("a program that uses it runs, type-checked by Pulumi", async () => {
  await pulumi("stack", "init", "test");
  await pulumi("up", "--yes", "--skip-preview");
  const outputs = JSON.parse((await pulumi("stack", "output", "--json")).stdout);
  expect(outputs).toEqual({ subscriptionId: expect.any(Number), endpoint: expect.stringMatching(/:\d+$/) });
});

test("a second run finds nothing to change", async () => {
  await pulumi("preview", "--expect-no-changes");
});

test("everything can be destroyed", async () => {
  await pulumi("destroy", "--yes", "--skip-preview");
});

function writeProject() {
  const { devDependencies } = JSON.parse(readFileSync(path.join(repository, "package.json"), "utf8"));
  const dependencies = {
    "@pulumi/pulumi": devDependencies["@pulumi/pulumi"],
    "@types/node": devDependencies["@types/node"],
    typescript: devDependencies.typescript,
  };
  const files = {
    "Pulumi.yaml": "name: shop\nruntime: nodejs\n",
    "package.json": JSON.stringify({ name: "shop", private: true, main: "index.ts", dependencies }),
    "tsconfig.json": JSON.stringify(tsconfig),
    "index.ts": program,
    "simulation.ts": simulation,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(project, name), text);
}

function npm(...args: string[]) {
  execFileSync("npm", args, { cwd: project, env: environment, stdio: "pipe" });
}

/** Runs Pulumi, which has to succeed; if not, what it printed is the test's message. */
async function pulumi(...args: string[]): Promise<CommandResult> {
  const options = { cwd: project, env: environment };
  const result = await startCommand("pulumi", ["--non-interactive", ...args], options).result;
  if (result.exitCode !== 0) throw new CommandFailedError(`pulumi ${args.join(" ")}`, result);
  return result;
}
