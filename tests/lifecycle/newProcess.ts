import { readFileSync } from "node:fs";
import { STACK_BUNDLE } from "./bundleStack";

type StackModule = typeof import("./stack");
type Load = (require: NodeJS.Require, module: { exports: object }, exports: object) => void;

let load: Load | undefined;

/**
 * Loads the provider anew, as a new process does: its modules know the accounts, and the journals, of one process.
 * Libraries are shared. From a bundle that is compiled once: jest would take most of a history's time to load hundreds
 * of modules again.
 */
export function loadAnew(): StackModule {
  load ??= new Function("require", "module", "exports", readFileSync(STACK_BUNDLE, "utf8")) as Load;
  const module = { exports: {} };
  load(require, module, module.exports);
  return module.exports as StackModule;
}
