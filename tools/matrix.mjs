/**
 * `npm run matrix`: the packed package on all versions of Node.js and TypeScript, with all package managers, languages and
 * module systems that are supported, and workspaces: a real `up` for each.
 *
 *   npm run matrix -- -t bun    only cells whose name contains it
 */
import path from "node:path";
import { repository } from "./paths.mjs";
import { runHere } from "./process.mjs";

const jest = path.join(repository, "node_modules/jest/bin/jest.js");
const args = [jest, "--selectProjects", "package", "--testPathPatterns", "package/(matrix|workspace)"];
process.exitCode = await runHere(process.execPath, [...args, ...process.argv.slice(2)], {
  cwd: repository,
  env: { ...process.env, MATRIX: "1" },
});
