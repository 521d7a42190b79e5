/**
 * Prepares a fresh clone for tests and demo: dependencies, build, Pulumi engine.
 * Each step is skipped if its result exists, so running this again costs almost nothing.
 */
import { fileURLToPath } from "node:url";
import { ensurePulumi } from "./engine/ensure.mjs";
import { ensureBuild } from "./setup/build.mjs";
import { ensureDependencies } from "./setup/dependencies.mjs";

/**
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<{ pulumiFolder: string }>} where the `pulumi` to use is
 */
export async function setUp({ log = console.log } = {}) {
  await ensureDependencies(log);
  await ensureBuild(log);
  return { pulumiFolder: await ensurePulumi({ log }) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await setUp();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
