import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { engineEnvironment, repository } from "../engine/harness/engine";

/** The environment of a user's processes: unlike other tests', they load all modules as they come. */
export async function userEnvironment(folder: string): Promise<NodeJS.ProcessEnv> {
  return { ...(await engineEnvironment(folder)), NODE_OPTIONS: "" };
}

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
