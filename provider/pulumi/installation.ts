import { createRequire } from "node:module";
import path from "node:path";
import { programError } from "./programError";

/** The program's folder, in which Pulumi starts the provider, too. The program itself may leave it later. */
const programFolder = process.cwd();

/**
 * Pulumi's own script, when it runs a program in a process of its own. An inline program of the Automation API runs in the
 * process of its caller, which tells nothing of the folder in which the provider is started.
 */
const RUNS_PROGRAMS = /[\\/]@pulumi[\\/]pulumi[\\/]cmd[\\/]run([\\/]|$)/;

let isChecked = false;

/**
 * The provider's process loads this package by name, from the program's folder. Where the program itself has it from
 * elsewhere (from a package of its workspace that depends on it, or bundled into one file), that fails for each resource
 * with nothing but "Cannot find module": so the program ends at its first resource, and says where it is missing.
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
  "Make it a dependency there, too: `npm install pulumi-redis-cloud` (or `pnpm add`, `yarn add`) in that folder. A " +
  "program that is bundled needs it beside the bundle, as @pulumi/pulumi.";
