/**
 * `npm run thorough`: the random histories and schedules of the tests, a thousand of each instead of some hundreds.
 */
import path from "node:path";
import { repository } from "./paths.mjs";
import { runHere } from "./process.mjs";

const jest = path.join(repository, "node_modules/jest/bin/jest.js");
const args = [
  jest,
  "--selectProjects",
  "lifecycle",
  "--testPathPatterns",
  "/(histories|invariants)[^/]*\\.test",
];
process.exitCode = await runHere(process.execPath, args, {
  cwd: repository,
  env: { ...process.env, THOROUGH: "1" },
});
