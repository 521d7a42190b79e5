import { execFileSync } from "node:child_process";
import path from "node:path";

type StackModule = typeof import("./stack");
type Load = (require: NodeJS.Require, module: { exports: object }, exports: object) => void;

let load: Load | undefined;

/**
 * Loads the provider anew, as a new process does: its modules know the accounts, and the journals, of one process.
 * Libraries are shared. From a bundle that is compiled once: jest would take most of a history's time to load hundreds
 * of modules again.
 */
export function loadAnew(): StackModule {
  load ??= new Function("require", "module", "exports", bundled()) as Load;
  const module = { exports: {} };
  load(require, module, module.exports);
  return module.exports as StackModule;
}

/** As a separate process: esbuild does not run in jest's environment. */
function bundled(): string {
  const esbuild = path.join(path.dirname(require.resolve("esbuild/package.json")), "bin", "esbuild");
  const options = ["--bundle", "--platform=node", "--packages=external", "--log-level=error"];
  return execFileSync(esbuild, [path.join(__dirname, "stack.ts"), ...options], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
}
