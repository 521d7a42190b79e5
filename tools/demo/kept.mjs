import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { repository } from "../paths.mjs";
import { headline } from "./headline.mjs";
import { pulumi } from "./pulumi.mjs";
import { inventory, stopSimulator } from "./simulator.mjs";
import { keptFolder, pulumiSettings } from "./workspace.mjs";

const sessionFile = path.join(keptFolder, "session.json");

/**
 * @typedef {object} Session  a demo that was kept
 * @property {{ pid: number, baseUrl: string, credentials: Record<string, string> }} simulator
 * @property {string[]} projects
 * @property {string} pulumiFolder
 */

/** @returns {Session | undefined} */
export function readSession() {
  return existsSync(sessionFile) ? JSON.parse(readFileSync(sessionFile, "utf8")) : undefined;
}

/** @param {Session} session */
export function sessionEnvironment({ simulator, pulumiFolder }) {
  const { TMPDIR, ...settings } = pulumiSettings(keptFolder, pulumiFolder);
  return { ...settings, ...simulator.credentials };
}

/**
 * Saves a demo that stays running, and prints how to continue.
 *
 * @param {Session} session
 */
export function keep(session) {
  writeFileSync(sessionFile, JSON.stringify(session, undefined, 2), { mode: 0o600 });
  const lines = Object.entries(sessionEnvironment(session)).map(([name, value]) =>
    name === "PATH"
      ? `export PATH=${quote(`${session.pulumiFolder}${path.delimiter}`)}"$PATH"`
      : `export ${name}=${quote(value)}`,
  );
  writeFileSync(path.join(keptFolder, "env.sh"), `${lines.join("\n")}\n`, { mode: 0o600 });
  const here = (/** @type {string} */ place) => path.relative(repository, place);
  headline("Kept: the local Redis Cloud runs on, the stacks are up");
  console.log(`  . ${here(path.join(keptFolder, "env.sh"))}
  cd ${here(session.projects[0])}
  pulumi up                  # edit index.ts first, or \`pulumi config set\` something
  pulumi stack output --show-secrets

  curl -H "x-api-key: $REDIS_CLOUD_API_KEY" -H "x-api-secret-key: $REDIS_CLOUD_API_SECRET_KEY" \\
    "$REDIS_CLOUD_BASE_URL/subscriptions"

To end it: npm run demo -- --end

Watch it work: ${new URL("/console", session.simulator.baseUrl)}`);
}

/**
 * Destroys what a kept demo has created and ends its simulator.
 *
 * @param {string} pulumiFolder
 */
export async function endKept(pulumiFolder) {
  const session = readSession();
  if (!session) {
    console.log("No demo is kept.");
    return;
  }
  const isUp = await inventory(session.simulator.baseUrl).then(
    () => true,
    () => false,
  );
  if (isUp) {
    const env = { ...process.env, ...sessionEnvironment({ ...session, pulumiFolder }) };
    for (const project of [...session.projects].reverse()) {
      headline(`Ending: ${path.basename(project)}`);
      await pulumi(["destroy", "--yes", "--skip-preview"], { cwd: project, env });
    }
    await stopSimulator(session.simulator.pid);
  }
  rmSync(keptFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  console.log(isUp ? "Ended." : "Its simulator was gone already. What was left of it is removed.");
}

/** @param {string} text */
function quote(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
