/**
 * `npm run docs`: everything in docs/ that is made from the code, and the report of the public types.
 *
 *   npm run docs                  what is the same each time; tests compare it
 *   npm run docs -- --pictures    the pictures of real runs, too: with Pulumi, the simulator and a Chromium
 */
import { parseArgs } from "node:util";
import { repository } from "./paths.mjs";
import { makePictures } from "./pictures.mjs";
import { runHere } from "./process.mjs";

const { values } = parseArgs({ options: { pictures: { type: "boolean", default: false } } });

/** @type {[string, string[]][]} */
const steps = [
  ["npm", ["run", "build"]],
  ["node", ["dist/tools/documentation/index.js"]],
  ["node", ["tools/apiReport.mjs", "--write"]],
];
for (const [command, args] of steps) {
  const exitCode = await runHere(command, args, { cwd: repository });
  if (exitCode !== 0) process.exit(exitCode);
}
if (values.pictures) await makePictures();
