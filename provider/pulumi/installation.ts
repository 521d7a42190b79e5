import { createRequire } from "node:module";
import path from "node:path";
import { programError } from "./programError";

/** The program's folder, where Pulumi also starts the provider; read now, as the program may change it. */
const programFolder = process.cwd();

/**
 * Path of Pulumi's script that runs a program in its own process. With Yarn's `nodeLinker: pnpm` it is in a folder such as
 * `.store/@pulumi-pulumi-virtual-1b5de6a70a`. An inline program of the Automation API runs in its caller's process, which
 * does not reveal the folder where the provider starts.
 */
const RUNS_PROGRAMS = /[\\/]@pulumi[\\/-]pulumi(-[^\\/]+)?([\\/]package)?[\\/]cmd[\\/]run([\\/]|$)/;

let isChecked = false;

/**
 * Checks that the provider's process can load this package by name from the program's folder. It cannot if the program
 * gets the package from elsewhere (another package of the workspace, or a bundle). Without this check, each resource
 * would fail with just "Cannot find module".
 *
 * @throws RunError
 */
export function checkInstallation(folder = programFolder, script = process.argv[1] ?? ""): void {
  if (isChecked || !RUNS_PROGRAMS.test(script)) return;
  if (!isFoundFrom(folder)) throw programError(missingFrom(folder));
  isChecked = true;
}

function isFoundFrom(folder: string): boolean {
  try {
    createRequire(`${folder}${path.sep}`).resolve("pulumi-redis-cloud/provider");
    return true;
  } catch {
    return false;
  }
}

const missingFrom = (folder: string): string =>
  `pulumi-redis-cloud is not installed for ${folder}, the program's folder, from which Pulumi loads the provider. ` +
  "Add it as a dependency there, too: `npm install pulumi-redis-cloud` (or `pnpm add`, `yarn add`, `bun add`) in that folder. A " +
  "bundled program needs it next to the bundle, like @pulumi/pulumi.";
