import path from "node:path";
import { tryConnection } from "./connection.mjs";
import { headline } from "./headline.mjs";
import { keep, readSession } from "./kept.mjs";
import { checkInterrupted, pulumi, pulumiOutput } from "./pulumi.mjs";
import { inventory, startSimulator, stopSimulator } from "./simulator.mjs";
import { drawTimeline } from "./timeline.mjs";
import { copyExample, createWorkspace } from "./workspace.mjs";

const STACK = "demo";

/** What the quickstart's program reads for a change, and a value other than its default. */
const CHANGE = ["cacheSizeInGb", "2"];

/** Config that the programs require: keys of a simulated cloud account. */
const REQUIRED_CONFIG = {
  "cloud-account": [
    ["--secret", "accessKeyId", "AKIADEMO"],
    ["--secret", "accessSecretKey", "demo-access-secret-key"],
    ["--secret", "consoleUsername", "demo"],
    ["--secret", "consolePassword", "demo-console-password"],
    ["signInLoginUrl", "https://demo.signin.aws.amazon.com/console"],
  ],
};

/**
 * @typedef {{ cwd: string, env: NodeJS.ProcessEnv }} Project
 */

/**
 * Runs the whole demo. It leaves nothing behind but a drawing, unless it is asked to.
 *
 * @param {{ pulumiFolder: string, timeScale: number, keep: boolean }} options
 */
export async function tell(options) {
  if (options.keep && readSession()) {
    throw new Error("A demo is kept already. To end it: npm run demo -- --end");
  }
  const started = Date.now();
  const workspace = createWorkspace(options);
  let kept = false;
  /** @type {Awaited<ReturnType<typeof startSimulator>> | undefined} */
  let simulator;
  try {
    simulator = await startSimulator({ folder: workspace.folder, timeScale: options.timeScale });
    headline(
      `A local Redis Cloud at ${simulator.baseUrl}, ${options.timeScale} times as fast as the real one`,
    );
    const env = { ...workspace.env, ...simulator.credentials };
    const projects = ["quickstart", "cloud-account"].map((example) => ({
      cwd: copyExample(workspace.folder, example),
      env,
    }));
    const record = path.join(workspace.folder, "run.jsonl");
    await create(projects, record);
    await change(projects[0]);
    await connect(projects[0]);
    if (options.keep) {
      drawTimeline(record);
      const { detach, ...session } = simulator;
      keep({
        simulator: session,
        projects: projects.map(({ cwd }) => cwd),
        pulumiFolder: options.pulumiFolder,
      });
      detach();
      workspace.keep();
      kept = true;
      return;
    }
    await destroy(projects, simulator.baseUrl);
    headline(`Done in ${Math.round((Date.now() - started) / 1000)} s`);
    drawTimeline(record);
  } finally {
    if (!kept) {
      if (simulator) await stopSimulator(simulator.pid);
      workspace.remove();
    }
  }
}

/**
 * @param {Project[]} projects
 * @param {string} record  what the provider records of the first one
 */
async function create(projects, record) {
  for (const [index, { cwd, env }] of projects.entries()) {
    const project = { cwd, env: index === 0 ? { ...env, REDIS_CLOUD_RECORD: record } : env };
    const example = path.basename(project.cwd);
    headline(`Create: examples/${example}`);
    await pulumiOutput(["stack", "init", STACK, "--non-interactive"], project);
    for (const value of REQUIRED_CONFIG[example] ?? []) {
      await pulumiOutput(["config", "set", ...value], project);
    }
    await pulumi(["up", "--yes"], project);
  }
}

/** @param {Project} project */
async function change(project) {
  headline("Change: a preview first, then the update");
  await pulumi(["config", "set", ...CHANGE], project);
  await pulumi(["preview", "--diff"], project);
  await pulumi(["up", "--yes", "--skip-preview"], project);
}

/** @param {Project} project */
async function connect(project) {
  headline("Connect: to the endpoint and with the password that the stack puts out");
  const outputs = await pulumiOutput(["stack", "output", "--json", "--show-secrets"], project);
  await tryConnection(JSON.parse(outputs));
  checkInterrupted();
}

/**
 * @param {Project[]} projects
 * @param {string} baseUrl
 */
async function destroy(projects, baseUrl) {
  for (const project of [...projects].reverse()) {
    headline(`Destroy: examples/${path.basename(project.cwd)}`);
    await pulumi(["destroy", "--yes", "--skip-preview"], project);
    await pulumi(["stack", "rm", STACK, "--yes"], project);
  }
  const left = await inventory(baseUrl);
  headline("What the API itself says is left");
  console.log(`subscriptions: ${left.subscriptions}, cloud accounts: ${left.cloudAccounts}`);
  if (left.subscriptions + left.cloudAccounts > 0) throw new Error("Something was left behind.");
}
