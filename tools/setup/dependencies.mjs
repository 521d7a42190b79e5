import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { repository } from "../paths.mjs";
import { runHere } from "../process.mjs";

/**
 * `npm ci` when what is installed is not what package-lock.json asks for.
 *
 * @param {(line: string) => void} log
 */
export async function ensureDependencies(log) {
  const obstacle = staleness();
  if (!obstacle) return;
  log(`${obstacle}: npm ci`);
  // The install scripts of dependencies are not needed, and the package's own would build what is built next.
  const exitCode = await runHere("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: repository,
    shell: process.platform === "win32",
  });
  if (exitCode !== 0) throw new Error(`\`npm ci\` failed with exit code ${exitCode}.`);
}

/**
 * Compares contents, not times: a checkout or a copy changes times at will.
 *
 * @returns {string | undefined}
 */
function staleness() {
  const installed = readPackages(path.join(repository, "node_modules", ".package-lock.json"));
  if (!installed) return "No node_modules yet";
  const wanted = readPackages(path.join(repository, "package-lock.json")) ?? {};
  const stale = Object.entries(wanted).find(([place, entry]) => {
    if (!place.includes("node_modules/") || entry.link) return false;
    const have = installed[place];
    if (!have) return !entry.optional; // optional ones may be for other platforms
    return have.version !== entry.version || have.integrity !== entry.integrity;
  });
  return stale && `${stale[0]} is not as package-lock.json has it`;
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage
 *
 * @param {string} file
 * @returns {Record<string, LockedPackage> | undefined}
 */
function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : undefined;
}
