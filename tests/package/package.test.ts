import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  CommandFailedError,
  type CommandResult,
  type RunningCommand,
  startCommand,
} from "../engine/harness/command";
import { repository } from "../engine/harness/engine";
import { createFolder } from "../engine/harness/folder";
import { killProcessesOf } from "../engine/harness/processes";
import { packPackage, userEnvironment } from "./pack";

const folder = createFolder("package");
const project = path.join(folder, "program");
let environment: NodeJS.ProcessEnv;
let tarball: string;
let simulator: RunningCommand | undefined;

const NAMES = ["--name", "shop", "--description", "The sessions of a shop"];

/** What a user writes who tests a program of their own. */
const simulation = `
import { type Simulator, startSimulator } from "pulumi-redis-cloud/simulator";

export const simulator: Promise<Simulator> = startSimulator({ timeScale: 600 });
`;

beforeAll(async () => {
  environment = { ...(await userEnvironment(folder)), PULUMI_NODEJS_TRANSPILE_ONLY: "false" };
  await pulumi("new", path.join(repository, "template"), "--generate-only", "--yes", ...NAMES);
  completeProject();
  tarball = packPackage(folder, environment);
  npm("install", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund", tarball);
});

afterAll(async () => {
  killProcessesOf(path.join(folder, "home"));
  await simulator?.result;
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

test("`pulumi new` has filled in the template", () => {
  expect(readFileSync(path.join(project, "Pulumi.yaml"), "utf8")).toMatch(
    /^name: shop\ndescription: The sessions of a shop\n/,
  );
  const manifest = readJson(path.join(project, "package.json"));
  expect(manifest.name).toBe("shop");
  for (const file of readdirSync(project)) {
    if (!file.startsWith("node_modules"))
      expect(readFileSync(path.join(project, file), "utf8")).not.toMatch(/\$\{(PROJECT|DESCRIPTION)\}/);
  }
});

test("the template asks for this version of the package", () => {
  const { version } = readJson(path.join(repository, "package.json"));
  const { dependencies } = readJson(path.join(repository, "template/package.json"));
  expect(dependencies["pulumi-redis-cloud"]).toBe(`^${version}`);
});

test("the package contains what is needed and nothing else", () => {
  const installed = path.join(project, "node_modules/pulumi-redis-cloud");
  expect(readdirSync(installed).sort()).toEqual(
    expect.arrayContaining(["CHANGELOG.md", "README.md", "dist", "package.json"]),
  );
  expect(readdirSync(path.join(installed, "dist")).sort()).toEqual(["package", "provider", "simulator"]);
});

/** Kilobytes of the tarball. */
const MOST_PACKED_KB = 500;

test("it is small", () => {
  expect(statSync(tarball).size / 1000).toBeLessThan(MOST_PACKED_KB);
});

/** Milliseconds of CPU time that the package takes, beyond `@pulumi/pulumi`. Real time depends on what runs beside. */
const MOST_IMPORT_MS = 80;

test("it is imported quickly", () => {
  const measure = `require("@pulumi/pulumi"); const start = process.cpuUsage();
    require("pulumi-redis-cloud"); const { user, system } = process.cpuUsage(start);
    console.log((user + system) / 1000);`;
  const measured = Array.from({ length: 7 }, () =>
    Number(execFileSync("node", ["--eval", measure], { cwd: project, env: environment })),
  );
  expect(Math.min(...measured)).toBeLessThan(MOST_IMPORT_MS);
});

test("ES modules and CommonJS find the same names in it", () => {
  const namesIn = (source: string) =>
    JSON.parse(execFileSync("node", source.split(" "), { cwd: project, env: environment, encoding: "utf8" }));
  write(
    "names.mjs",
    'import * as all from "pulumi-redis-cloud"; console.log(JSON.stringify(Object.keys(all)));',
  );
  write("names.cjs", 'console.log(JSON.stringify(Object.keys(require("pulumi-redis-cloud"))));');
  const names: string[] = namesIn("names.cjs");
  expect(names).toEqual(expect.arrayContaining(["Database", "Subscription", "getDatabases"]));
  expect(namesIn("names.mjs")).toEqual(expect.arrayContaining(names));
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
  expect(outputs).toMatchObject({
    subscriptionId: expect.any(Number),
    endpoint: expect.stringMatching(/:\d+$/),
  });
});

test("a second run finds nothing to change", async () => {
  environment.PULUMI_NODEJS_TRANSPILE_ONLY = "true";
  await pulumi("preview", "--expect-no-changes");
});

test("everything can be destroyed", async () => {
  await pulumi("destroy", "--yes", "--skip-preview");
});

/** Adds a test to the project that `pulumi new` made, and takes the versions that this repository has. */
function completeProject() {
  const { devDependencies } = readJson(path.join(repository, "package.json"));
  const manifest = readJson(path.join(project, "package.json"));
  for (const dependencies of [manifest.dependencies, manifest.devDependencies])
    for (const name of Object.keys(dependencies))
      dependencies[name] = devDependencies[name] ?? dependencies[name];
  const tsconfig = readJson(path.join(project, "tsconfig.json"));
  // Declarations of packages are checked, too.
  const { compilerOptions, files } = { ...tsconfig, files: [...tsconfig.files, "simulation.ts"] };
  write("package.json", JSON.stringify(manifest));
  write("tsconfig.json", JSON.stringify({ compilerOptions, files }));
  write("simulation.ts", simulation);
}

const readJson = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const write = (name: string, text: string) => writeFileSync(path.join(project, name), text);

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
