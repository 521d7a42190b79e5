import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { repository } from "../paths.mjs";
import { runHere } from "../process.mjs";

const SOURCES = [
  "provider",
  "timeline",
  "simulator",
  "cli",
  "bench",
  "tools",
  "tsconfig.json",
  "tsconfig.build.json",
];
const PRODUCT = path.join(repository, "dist", "provider", "index.js");

/**
 * The time of the last build that succeeded. `dist` cannot tell it: tsc writes files in spite of errors.
 * It lives in node_modules, so that new dependencies mean a new build.
 */
const STAMP = path.join(repository, "node_modules", ".cache", "pulumi-redis-cloud", "built");

/**
 * `npm run build` when a source is newer than the last good build.
 *
 * @param {(line: string) => void} log
 */
export async function ensureBuild(log) {
  if (existsSync(PRODUCT) && existsSync(STAMP)) {
    const built = statSync(STAMP).mtimeMs;
    if (SOURCES.every((source) => newest(path.join(repository, source)) <= built)) return;
  }
  log("Building: npm run build");
  const started = new Date();
  const exitCode = await runHere("npm", ["run", "--silent", "build"], {
    cwd: repository,
    shell: process.platform === "win32",
  });
  if (exitCode !== 0) throw new Error(`\`npm run build\` failed with exit code ${exitCode}.`);
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, "");
  utimesSync(STAMP, started, started); // edits during the build are not in it
}

/**
 * The time of the last change below, folders included: they tell of deleted files.
 *
 * @param {string} place
 * @returns {number}
 */
function newest(place) {
  if (!existsSync(place)) return 0;
  const { mtimeMs } = statSync(place);
  if (!statSync(place).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(place).map((entry) => newest(path.join(place, entry))));
}
