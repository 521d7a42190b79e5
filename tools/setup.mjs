/**
 * Prepares a fresh clone for tests and demo: dependencies, build, and meanwhile the Pulumi engine.
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
  const installed = ensureDependencies(log);
  const [pulumiFolder] = await Promise.all([
    ensurePulumi({ log, installed }),
    installed.then(() => ensureBuild(log)),
  ]);
  return { pulumiFolder };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await setUp();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
