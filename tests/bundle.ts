import { execFileSync } from "node:child_process";
import path from "node:path";

/**
 * Compiles a module with all that it imports but libraries into one CommonJS script.
 * As a separate process: esbuild does not run in jest's environment.
 */
export function bundle(module: string): string {
  const esbuild = path.join(path.dirname(require.resolve("esbuild/package.json")), "bin", "esbuild");
  const options = ["--bundle", "--platform=node", "--packages=external", "--log-level=error"];
  return execFileSync(esbuild, [module, ...options], { encoding: "utf8", maxBuffer: 2 ** 26 });
}
