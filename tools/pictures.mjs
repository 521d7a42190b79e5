/**
 * `npm run docs -- --pictures`: the pictures of the documentation that come from real runs, against the simulator. They
 * are not the same each time, so no test compares them: make them anew when what they show has changed.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pulumiOutput } from "./demo/pulumi.mjs";
import { startSimulator, stopSimulator } from "./demo/simulator.mjs";
import { copyExample, createWorkspace, installPackage } from "./demo/workspace.mjs";
import { repository } from "./paths.mjs";
import { findBrowser, pictureOfConsole } from "./pictures/console.mjs";
import { writeFleet } from "./pictures/fleet.mjs";
import { shownOf } from "./pictures/printed.mjs";
import { terminalPicture } from "./pictures/terminal.mjs";
import { runGroup } from "./process.mjs";
import { setUp } from "./setup.mjs";

const TIME_SCALE = 60;
const LARGEST = 150_000;
const folderOfPictures = path.join(repository, "docs", "pictures");
const cli = path.join(repository, "dist", "package", "cli.js");

/** @typedef {{ cwd: string, env: NodeJS.ProcessEnv }} Project */

/** Makes all pictures. */
export async function makePictures() {
  const { pulumiFolder } = await setUp();
  const executable = findBrowser();
  mkdirSync(folderOfPictures, { recursive: true });
  const workspace = createWorkspace({ pulumiFolder, keep: false });
  const { folder } = workspace;
  try {
    await withSimulator(folder, async (credentials, baseUrl) => {
      const env = { ...workspace.env, ...credentials };
      await fleet({ cwd: path.join(folder, "fleet"), env }, baseUrl, executable);
    });
    await withSimulator(folder, async (credentials) => {
      const env = { ...workspace.env, ...credentials };
      await quickstart({ cwd: copyExample(folder, "quickstart"), env });
      await adoption({ cwd: path.join(folder, "my-redis-cloud"), env });
    });
  } finally {
    workspace.remove();
  }
}

/**
 * @param {string} folder
 * @param {(credentials: Record<string, string>, baseUrl: string) => Promise<void>} use
 */
async function withSimulator(folder, use) {
  const options = ["--seed", "1", "--no-redis"];
  const { credentials, baseUrl, pid } = await startSimulator({ folder, timeScale: TIME_SCALE, options });
  try {
    await use(credentials, baseUrl);
  } finally {
    await stopSimulator(pid);
  }
}

/**
 * A run of four subscriptions: the console in the middle of it, and its timeline.
 *
 * @param {Project} project
 * @param {string} baseUrl
 * @param {string} executable
 */
async function fleet({ cwd, env }, baseUrl, executable) {
  writeFleet(cwd);
  installPackage(cwd);
  const record = path.join(cwd, "run.jsonl");
  const project = { cwd, env: { ...env, REDIS_CLOUD_RECORD: record } };
  await pulumiOutput(["stack", "init", "dev", "--non-interactive"], project);
  const run = pulumiOutput(["up", "--yes", "--skip-preview", "--parallel", "100"], project);
  const file = path.join(folderOfPictures, "console.webp");
  await Promise.all([run, pictureOfConsole({ api: baseUrl, executable, file, isMoment })]);
  const drawing = path.join(folderOfPictures, "timeline.svg");
  await command(process.execPath, [cli, "timeline", record, "--out", drawing], project);
  check(file);
  check(drawing);
}

/** @param {{ accounts: { resources: { kind: string, status: string }[] }[] }} state */
function isMoment({ accounts: [account] }) {
  const count = (/** @type {string} */ kind, /** @type {string} */ status) =>
    account?.resources.filter((one) => one.kind === kind && one.status === status).length ?? 0;
  return (
    count("database", "active") >= 8 &&
    count("database", "pending") >= 2 &&
    count("subscription", "pending") >= 1
  );
}

/**
 * The quickstart: its first deployment, a change, and a change that replaces.
 *
 * @param {Project} project
 */
async function quickstart(project) {
  await pulumiOutput(["stack", "init", "dev", "--non-interactive"], project);
  await terminal("up", ["up", "--yes", "--skip-preview"], project);
  await pulumiOutput(["config", "set", "cacheSizeInGb", "2"], project);
  await terminal("preview", ["preview", "--diff"], project);
  const program = path.join(project.cwd, "index.ts");
  const before = readFileSync(program, "utf8");
  writeFileSync(program, before.replace("us-east-1", "eu-west-1"));
  await terminal("replacement", ["preview", "--diff"], project);
  writeFileSync(program, before);
}

/**
 * What `generate` writes for the quickstart's account, and the preview of its adoption.
 *
 * @param {Project} project
 */
async function adoption(project) {
  const { cwd, env } = project;
  await command(process.execPath, [cli, "generate", "--out", cwd], { cwd: path.dirname(cwd), env });
  installPackage(cwd);
  await pulumiOutput(["stack", "init", "dev", "--non-interactive"], project);
  await terminal("adoption", ["preview"], project, { onlyLatest: true });
}

/**
 * Runs a Pulumi command, and draws what it printed.
 *
 * @param {string} name
 * @param {string[]} args
 * @param {Project} project
 * @param {Parameters<typeof shownOf>[1]} shown
 */
async function terminal(name, args, project, shown = { onlyLatest: false }) {
  const output = await command("pulumi", [...args, "--color", "always"], project);
  const file = path.join(folderOfPictures, `${name}.svg`);
  writeFileSync(file, terminalPicture(`pulumi ${args.join(" ")}`, shownOf(output, shown)));
  check(file);
}

/**
 * @param {string} name
 * @param {string[]} args
 * @param {Project} project
 */
async function command(name, args, project) {
  const { exitCode, output } = await runGroup(name, args, project);
  if (exitCode !== 0) throw new Error(output);
  return output;
}

/** @param {string} file */
function check(file) {
  const { length } = readFileSync(file);
  if (readFileSync(file, "utf8").includes(repository))
    throw new Error(`${file} names a folder of this machine.`);
  if (length > LARGEST) throw new Error(`${file} has ${length} bytes, more than ${LARGEST}.`);
  console.log(`${path.relative(repository, file)}: ${length} bytes`);
}
