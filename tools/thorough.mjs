/**
 * `npm run thorough`: the random histories, schedules, answers and pairs of programs of the tests, several times as many
 * as in `npm test`: a thousand histories, a thousand schedules, ten thousand mutated answers.
 */
import path from "node:path";
import { repository } from "./paths.mjs";
import { runHere } from "./process.mjs";

const jest = path.join(repository, "node_modules/jest/bin/jest.js");
const args = [
  jest,
  "--selectProjects",
  "lifecycle",
  "engine",
  "--testPathPatterns",
  "/(answers|histories|invariants|pairs)[^/]*\\.test",
];
process.exitCode = await runHere(process.execPath, args, {
  cwd: repository,
  env: { ...process.env, THOROUGH: "1" },
});
