/**
 * `npm run chaos`: real Pulumi on the simulated Redis Cloud, and `kill -9` at random instants.
 *
 *   npm run chaos -- --runs 200 --seed 1
 *   npm run chaos -- --runs 1 --seed 1234     repeats one run by its seed
 */
import { availableParallelism } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { repository } from "./paths.mjs";
import { runHere } from "./process.mjs";

const usage = "Usage: npm run chaos [-- --runs <number>] [--seed <number>] [--jobs <runs at once>]";

/** @returns {NodeJS.ProcessEnv} what `tests/chaos` reads */
function settings() {
  const { values } = parseArgs({
    options: {
      runs: { type: "string", default: "10" },
      seed: { type: "string", default: String(Math.floor(Math.random() * 2 ** 31)) },
      jobs: { type: "string", default: String(availableParallelism()) },
    },
  });
  const isNumber = (/** @type {string} */ text, least = 0) => /^\d+$/.test(text) && Number(text) >= least;
  if (!isNumber(values.runs, 1) || !isNumber(values.seed) || !isNumber(values.jobs, 1))
    throw new TypeError(usage);
  return { CHAOS_RUNS: values.runs, CHAOS_SEED: values.seed, CHAOS_JOBS: values.jobs };
}

try {
  const env = { ...process.env, ...settings() };
  const jest = path.join(repository, "node_modules/jest/bin/jest.js");
  const args = [jest, "--selectProjects", "chaos", "--runInBand", "--testPathPatterns", "chaos\\.test"];
  process.exitCode = await runHere(process.execPath, args, { cwd: repository, env });
} catch (error) {
  console.error(error instanceof TypeError ? usage : error);
  process.exitCode = 2;
}
