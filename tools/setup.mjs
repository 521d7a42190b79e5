/**
 * Prepares a fresh clone for tests and demo: dependencies, build, Pulumi engine.
 * Each step is skipped if its result exists, so running this again costs almost nothing. With `--without-engine`, the
 * engine is left out.
 */
import { fileURLToPath } from "node:url";
import { ensurePulumi } from "./engine/ensure.mjs";
import { ensureBuild } from "./setup/build.mjs";
import { ensureDependencies } from "./setup/dependencies.mjs";

/** @param {(line: string) => void} log */
async function setUpPackage(log) {
  await ensureDependencies(log);
  await ensureBuild(log);
}

/**
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<{ pulumiFolder: string }>} where the `pulumi` to use is
 */
export async function setUp({ log = console.log } = {}) {
  await setUpPackage(log);
  return { pulumiFolder: await ensurePulumi({ log }) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await (process.argv.includes("--without-engine") ? setUpPackage(console.log) : setUp());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
