import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CommandFailedError, type CommandResult, startCommand } from "../engine/harness/command";
import { repository } from "../engine/harness/engine";
import { createFolder } from "../engine/harness/folder";
import { killProcessesOf } from "../engine/harness/processes";
import { type RedisCloud, startRedisCloud } from "../engine/harness/redisCloud";
import { type PackageManager, settingFiles, Tools } from "./matrix/packageManagers";
import { packPackage, userEnvironment } from "./pack";

/*
 * Workspaces in which the program has the package from another package of the workspace. `npm run matrix` plays all, `npm
 * test` the one of pnpm.
 */

interface Workspace {
  readonly packageManager: PackageManager;
  /** Major version of Node.js; by default, the one that runs the tests. */
  readonly node?: number;
  /** Whether each package finds what any other one depends on. */
  readonly isShared?: true;
  /** How package.json names a package of the workspace. */
  readonly reference: "*" | "workspace:*";
}

const WORKSPACES: readonly Workspace[] = [
  { packageManager: "pnpm", reference: "workspace:*" },
  { packageManager: "npm", node: 24, isShared: true, reference: "*" },
  { packageManager: "yarn 1", node: 20, isShared: true, reference: "*" },
  { packageManager: "yarn 4 (node-modules)", node: 22, isShared: true, reference: "workspace:*" },
  { packageManager: "yarn 4 (pnpm)", node: 20, reference: "workspace:*" },
  { packageManager: "yarn 4 (pnp)", node: 24, reference: "workspace:*" },
  { packageManager: "bun", node: 22, reference: "workspace:*" },
];

const { devDependencies } = JSON.parse(readFileSync(path.join(repository, "package.json"), "utf8"));
const PULUMI = { "@pulumi/pulumi": devDependencies["@pulumi/pulumi"] };

const common = createFolder("workspaces");
let tarball: string;
let tools: Tools;

beforeAll(async () => {
  const env = await userEnvironment(common);
  tarball = packPackage(common, env);
  tools = new Tools(path.join(common, "tools"), env);
});

afterAll(() => remove(common));

const played = WORKSPACES.filter(({ packageManager }) => packageManager === "pnpm" || process.env.MATRIX);

describe.each(played)("a workspace of $packageManager", ({ packageManager, node, isShared, reference }) => {
  let folder: string;
  let root: string;
  let app: string;
  let cloud: RedisCloud;
  let env: NodeJS.ProcessEnv;

  const install = async (dependencies: object): Promise<void> => {
    const needed = { ...PULUMI, shared: reference, ...dependencies };
    write(app, { "package.json": manifest("app", needed) });
    const command = tools.installer(packageManager);
    const result = await start(command, root, env);
    if (result.exitCode !== 0) throw new CommandFailedError(command.join(" "), result);
  };

  const pulumi = (...args: string[]): Promise<CommandResult> =>
    start([...tools.runner(packageManager, "pulumi"), ...args, "--non-interactive"], app, env);

  beforeAll(async () => {
    folder = createFolder("workspace");
    root = path.join(folder, "program");
    app = path.join(root, "app");
    cloud = await startRedisCloud();
    env = { ...(await userEnvironment(folder)), ...tools.settings, ...cloud.env };
    if (node !== undefined) env.PATH = [tools.node(node), env.PATH].join(path.delimiter);
    write(root, {
      "pnpm-workspace.yaml": "packages: [app, shared]\n",
      "package.json": '{ "private": true, "workspaces": ["app", "shared"] }',
      ...settingFiles(packageManager),
    });
    write(path.join(root, "shared"), {
      "package.json": manifest("shared", { ...PULUMI, "pulumi-redis-cloud": `file:${tarball}` }),
      "index.js": SHARED,
    });
    write(app, {
      "Pulumi.yaml": "name: app\nruntime: nodejs\n",
      "index.js": 'exports.endpoint = require("shared").declareCache().publicEndpoint;\n',
    });
    await install({});
    await pulumi("stack", "init", "test");
  });

  afterAll(async () => {
    killProcessesOf(path.join(folder, "home"));
    await cloud?.close();
    remove(folder);
  });

  if (isShared) {
    test("a program that gets the package only from another workspace package runs", runs);
  } else {
    test("a program that gets the package only from another workspace package is told which folder needs it", async () => {
      const { exitCode, stdout } = await pulumi("preview");
      expect(exitCode).not.toBe(0);
      const [, diagnostics = ""] = stdout.split("Diagnostics:");
      const missing = /pulumi-redis-cloud is not installed for (.+), the program's folder/;
      expect(diagnostics.match(missing)?.[1]).toBe(app);
      expect(diagnostics).toContain(`\`${packageManager.split(" ")[0]} add\``);
      expect(diagnostics).not.toMatch(/Cannot find module|^\s+at .+:\d+:\d+/m);
      expect(diagnostics.match(/error:/g)).toHaveLength(1);
    });
  }

  test("with the dependency there it runs, though the other package declares the resources", async () => {
    await install({ "pulumi-redis-cloud": `file:${tarball}` });
    await runs();
    expect((await pulumi("preview", "--expect-no-changes")).exitCode).toBe(0);
  });

  async function runs(): Promise<void> {
    const { exitCode, stdout } = await pulumi("up", "--yes", "--skip-preview");
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("endpoint") });
  }
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

function write(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
}

const start = ([program, ...args]: readonly string[], cwd: string, env: NodeJS.ProcessEnv) =>
  startCommand(program as string, args, { cwd, env }).result;

const remove = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
