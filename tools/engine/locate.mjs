import { execFile } from "node:child_process";
import { accessSync, constants, realpathSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { OLDEST_CLI_VERSION } from "./versions.mjs";

const suffix = process.platform === "win32" ? ".exe" : "";

/** What a Node program needs of the engine. The rest of a Pulumi release serves other languages. */
const parts = [
  `pulumi${suffix}`,
  `pulumi-language-nodejs${suffix}`,
  `pulumi-resource-pulumi-nodejs${process.platform === "win32" ? ".cmd" : ""}`,
];

/**
 * @param {string} folder
 * @returns {boolean} whether the folder contains everything that a Node program needs
 */
export function isEngine(folder) {
  return parts.every((part) => isExecutable(path.join(folder, part)));
}

/**
 * Finds the Pulumi that the user has installed.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} log
 * @returns {Promise<string | undefined>}
 */
export async function findInstalledEngine(env, log) {
  for (const folder of (env.PATH ?? "").split(path.delimiter).filter(Boolean)) {
    const pulumi = path.join(folder, parts[0]);
    if (!isExecutable(pulumi)) continue;
    // Package managers often link `pulumi` alone into a common folder.
    const home = [folder, path.dirname(realpathSync(pulumi))].find(isEngine);
    const version = await versionOf(pulumi);
    if (home && version && !isOlder(version, OLDEST_CLI_VERSION)) return home;
    const flaw = home ? `is version ${version ?? "unknown"}` : "has no Node plug-ins beside it";
    log(`Passing over ${pulumi}: it ${flaw}. Wanted: a whole Pulumi, ${OLDEST_CLI_VERSION} or later.`);
    return undefined;
  }
  return undefined;
}

/** @param {string} file */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} pulumi */
async function versionOf(pulumi) {
  try {
    const env = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" };
    const { stdout } = await promisify(execFile)(pulumi, ["version"], { env, timeout: 10_000 });
    return /^v?(\d+\.\d+\.\d+)/.exec(stdout.trim())?.[1];
  } catch {
    return undefined;
  }
}

/**
 * @param {string} version
 * @param {string} than
 */
function isOlder(version, than) {
  const [a, b] = [version, than].map((text) => text.split(".").map(Number));
  const differing = [0, 1, 2].find((place) => a[place] !== b[place]);
  return differing !== undefined && a[differing] < b[differing];
}
