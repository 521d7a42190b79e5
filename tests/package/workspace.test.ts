import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startCommand } from "../engine/harness/command";
import { repository } from "../engine/harness/engine";
import { createFolder } from "../engine/harness/folder";
import { killProcessesOf } from "../engine/harness/processes";
import { type RedisCloud, startRedisCloud } from "../engine/harness/redisCloud";
import { packPackage, userEnvironment } from "./pack";

/*
 * A pnpm workspace in which the program has the package from another package of the workspace.
 */

const folder = createFolder("workspace");
const app = path.join(folder, "program/app");
let cloud: RedisCloud;
let environment: NodeJS.ProcessEnv;
let tarball: string;

beforeAll(async () => {
  cloud = await startRedisCloud();
  environment = { ...(await userEnvironment(folder)), ...cloud.env };
  tarball = packPackage(folder, environment);
  const { devDependencies } = JSON.parse(readFileSync(path.join(repository, "package.json"), "utf8"));
  const pulumi = { "@pulumi/pulumi": devDependencies["@pulumi/pulumi"] };
  write("", { "pnpm-workspace.yaml": "packages: [app, shared]\n", "package.json": '{"private":true}' });
  write("shared", {
    "package.json": manifest("shared", { ...pulumi, "pulumi-redis-cloud": `file:${tarball}` }),
    "index.js": SHARED,
  });
  write("app", {
    "Pulumi.yaml": "name: app\nruntime: nodejs\n",
    "package.json": manifest("app", { ...pulumi, shared: "workspace:*" }),
    "index.js": 'exports.endpoint = require("shared").declareCache().publicEndpoint;\n',
  });
  pnpm(path.dirname(app), "install", "--prefer-offline");
});

afterAll(async () => {
  killProcessesOf(path.join(folder, "home"));
  await cloud?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

test("a program that gets the package only from another workspace package is told which folder needs it", async () => {
  await pulumi("stack", "init", "test");
  const { exitCode, stdout } = await pulumi("preview");
  expect(exitCode).not.toBe(0);
  const [, diagnostics = ""] = stdout.split("Diagnostics:");
  expect(diagnostics.match(/pulumi-redis-cloud is not installed for (.+), the program's folder/)?.[1]).toBe(
    app,
  );
  expect(diagnostics).toContain("`pnpm add`");
  expect(diagnostics).not.toMatch(/Cannot find module|^\s+at .+:\d+:\d+/m);
  expect(diagnostics.match(/error:/g)).toHaveLength(1);
});

test("with the dependency there it runs, though the other package declares the resources", async () => {
  pnpm(app, "add", "--prefer-offline", `file:${tarball}`);
  const { exitCode, stdout } = await pulumi("up", "--yes", "--skip-preview");
  expect({ exitCode, stdout }).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("endpoint") });
  expect((await pulumi("preview", "--expect-no-changes")).exitCode).toBe(0);
});

const SHARED = `
const redis = require("pulumi-redis-cloud");

exports.declareCache = () => {
  const subscription = new redis.Subscription("shop", {
    paymentMethod: "marketplace",
    cloudProviders: [{ regions: [{ region: "us-east-1" }] }],
  });
  return new redis.Database("cache", { subscriptionId: subscription.id, datasetSizeInGb: 1 });
};
`;

function manifest(name: string, dependencies: object): string {
  return JSON.stringify({ name, version: "1.0.0", private: true, main: "index.js", dependencies });
}

function write(part: string, files: Readonly<Record<string, string>>): void {
  const target = path.join(path.dirname(app), part);
  mkdirSync(target, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(target, name), text);
}

function pnpm(cwd: string, ...args: string[]): void {
  const bin = path.join(path.dirname(require.resolve("pnpm")), "bin/pnpm.cjs");
  const store = ["--store-dir", path.join(folder, "store"), "--ignore-scripts"];
  execFileSync(process.execPath, [bin, ...args, ...store], { cwd, env: environment, stdio: "pipe" });
}

const pulumi = (...args: string[]) =>
  startCommand("pulumi", ["--non-interactive", ...args], { cwd: app, env: environment }).result;
