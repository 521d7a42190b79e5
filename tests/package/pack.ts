import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { repository } from "../engine/harness/engine";

/**
 * Packs what is built, into a folder of its own in the given one; building it is the setup's business.
 *
 * @returns the tarball.
 */
export function packPackage(folder: string, env: NodeJS.ProcessEnv): string {
  if (!existsSync(path.join(repository, "dist"))) throw new Error("Build the package first: npm run build");
  const target = path.join(folder, "packed");
  mkdirSync(target);
  execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", target, repository], {
    cwd: folder,
    env,
    stdio: "pipe",
  });
  return path.join(target, readdirSync(target)[0] as string);
}
