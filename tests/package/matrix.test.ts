import { rmSync } from "node:fs";
import path from "node:path";
import { CommandFailedError, startCommand } from "../engine/harness/command";
import { createFolder } from "../engine/harness/folder";
import { killProcessesOf } from "../engine/harness/processes";
import { type RedisCloud, startRedisCloud } from "../engine/harness/redisCloud";
import { CELLS, nameOf } from "./matrix/cells";
import { Tools } from "./matrix/packageManagers";
import { writeProject } from "./matrix/project";
import { packPackage, userEnvironment } from "./pack";

/*
 * The packed package in an empty folder, as people of different habits install and run it. `npm run matrix` plays all
 * cells, `npm test` few.
 */

const cells = CELLS.filter(({ isAlwaysRun }) => isAlwaysRun || process.env.MATRIX !== undefined);

const folder = createFolder("matrix");
let tarball: string;
let tools: Tools;

beforeAll(async () => {
  const env = await userEnvironment(folder);
  tarball = packPackage(folder, env);
  tools = new Tools(path.join(folder, "tools"), env);
});

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));

test.each(cells.map((cell) => ({ ...cell, name: nameOf(cell) })))("$name: up", async (cell) => {
  const home = createFolder("cell");
  const cwd = path.join(home, "program");
  let cloud: RedisCloud | undefined;
  try {
    cloud = await startRedisCloud();
    const inherited = await userEnvironment(home);
    const nodeFirst = [tools.node(cell.node), inherited.PATH].join(path.delimiter);
    const env: NodeJS.ProcessEnv = { ...inherited, ...tools.settings, ...cloud.env, PATH: nodeFirst };
    const run = async (command: string, ...args: string[]): Promise<string> => {
      const result = await startCommand(command, args, { cwd, env }).result;
      if (result.exitCode !== 0) throw new CommandFailedError([command, ...args].join(" "), result);
      return result.stdout;
    };

    writeProject(cwd, cell, tarball);
    await run(...tools.installer(cell.packageManager));
    expect((await run("node", "--version")).trim()).toMatch(new RegExp(`^v${cell.node}\\.`));
    if (cell.typescript !== undefined) await run("node", "node_modules/typescript/bin/tsc", "--noEmit");
    if (cell.language === "inline" || cell.language === "local") {
      expect(JSON.parse(await run("node", "index.mjs"))).toEqual(OUTPUTS);
    } else {
      const [pulumi, ...args] = tools.runner(cell.packageManager, "pulumi");
      await run(pulumi, ...args, "stack", "init", "test", "--non-interactive");
      await run(pulumi, ...args, "up", "--yes", "--skip-preview", "--non-interactive");
      expect(JSON.parse(await run(pulumi, ...args, "stack", "output", "--json"))).toEqual(OUTPUTS);
    }
    expect(cloud.remaining()).toContainEqual(expect.stringMatching(/^database cache-/));
  } finally {
    killProcessesOf(path.join(home, "home"));
    await cloud?.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
});

const OUTPUTS = { endpoint: expect.stringMatching(/:\d+$/) };
