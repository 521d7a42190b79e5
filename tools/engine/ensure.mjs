import { mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { onExit } from "../cleanup.mjs";
import { cacheFolder } from "../paths.mjs";
import { buildEngine } from "./build.mjs";
import { downloadEngine } from "./download.mjs";
import { findInstalledEngine, isEngine } from "./locate.mjs";
import { exclusively } from "./lock.mjs";
import { engineFolder } from "./versions.mjs";

const STAGING = "staging-";

/**
 * The folder that holds `pulumi` and its Node plug-ins: the installed ones, else those of an earlier run,
 * else a download, else a build from source. Put it first in the PATH of what runs `pulumi`.
 *
 * @param {{ env?: NodeJS.ProcessEnv, log?: (line: string) => void, installed?: Promise<void> }} [options]
 *   `installed` resolves when `node_modules` is there; by default, it is
 * @returns {Promise<string>}
 */
export async function ensurePulumi({
  env = process.env,
  log = console.error,
  installed = Promise.resolve(),
} = {}) {
  const bin = path.join(engineFolder, "bin");
  // The cached one before the installed one costs nothing to check, but an installed one is the user's choice.
  const found = await findInstalledEngine(env, isEngine(bin) ? () => {} : log);
  if (found) return found;
  if (isEngine(bin)) return bin;
  await exclusively(
    path.join(cacheFolder, "lock"),
    () => log("Another process is fetching the Pulumi engine; waiting for it."),
    async () => {
      if (!isEngine(bin)) await installWhole(log, installed);
    },
  );
  return bin;
}

/**
 * Installs to a staging folder and renames it, so that an interrupted run leaves no partial engine.
 *
 * @param {(line: string) => void} log
 * @param {Promise<void>} installed
 */
async function installWhole(log, installed) {
  for (const entry of readdirSync(cacheFolder)) {
    if (entry.startsWith(STAGING)) removeFolder(path.join(cacheFolder, entry)); // left by a killed run
  }
  const staging = mkdtempSync(path.join(cacheFolder, STAGING));
  const release = onExit(() => removeFolder(staging));
  try {
    await downloadOrBuild(staging, log, installed);
    if (!isEngine(path.join(staging, "bin"))) throw new Error(`The engine in ${staging} is not complete.`);
    for (const entry of readdirSync(staging)) {
      if (entry !== "bin") removeFolder(path.join(staging, entry));
    }
    removeFolder(engineFolder);
    renameSync(staging, engineFolder);
  } finally {
    removeFolder(staging);
    release();
  }
}

/**
 * @param {string} staging
 * @param {(line: string) => void} log
 * @param {Promise<void>} installed
 */
async function downloadOrBuild(staging, log, installed) {
  if (await downloadEngine(staging, log, installed)) return;
  try {
    await buildEngine(staging, log, installed);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      [
        "There is no Pulumi engine, and none could be downloaded or built.",
        reason,
        "One of these helps:",
        "  - install Pulumi (https://www.pulumi.com/docs/install) so that `pulumi` is on the PATH",
        "  - install Go 1.26 or later (https://go.dev/dl) so that it can be built from source",
      ].join("\n"),
    );
  }
}

/** @param {string} folder */
function removeFolder(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(await ensurePulumi());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
