import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

export type PackageManager = "npm" | "pnpm" | "yarn" | "bun";

/** What runs a command: a program and the arguments before its own. */
type Command = readonly [program: string, ...args: string[]];

const QUIET = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"];
const { platform, arch } = process;

/** Tools from the npm registry, which all cells of a run share; each is installed when it is first used. */
export class Tools {
  constructor(
    private readonly folder: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** The folder of the newest Node.js of a major version. */
  node(major: number): string {
    return path.join(this.install(`node-${platform}-${arch}`, `${major}`), "bin");
  }

  /** The command that installs what the folder's package.json asks for, without install scripts. */
  installer(manager: PackageManager): Command {
    switch (manager) {
      case "npm":
        return ["npm", "install", ...QUIET];
      case "pnpm":
        return [
          process.execPath,
          path.join(path.dirname(require.resolve("pnpm")), "bin/pnpm.cjs"),
          ...[
            "install",
            "--ignore-scripts",
            "--ignore-workspace",
            "--store-dir",
            path.join(this.folder, "store"),
          ],
        ];
      case "yarn":
        return [
          process.execPath,
          path.join(this.install("yarn", "1"), "bin/yarn.js"),
          // Packages may ask for a later Node.js than this one.
          ...["install", "--ignore-scripts", "--ignore-engines", "--non-interactive", "--no-lockfile"],
          ...["--cache-folder", path.join(this.folder, "yarn-cache")],
        ];
      case "bun":
        return [
          path.join(this.install(`@oven/bun-${platform}-${arch}`, "1"), "bin/bun"),
          "install",
          "--ignore-scripts",
        ];
    }
  }

  /** @returns the package's folder. */
  private install(name: string, version: string): string {
    const folder = path.join(this.folder, `${name.replace("/", "-")}-${version}`);
    const installed = path.join(folder, "node_modules", name);
    if (existsSync(installed)) return installed;
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "package.json"), '{ "private": true }');
    execFileSync("npm", ["install", ...QUIET, `${name}@${version}`], {
      cwd: folder,
      env: this.env,
      stdio: "pipe",
    });
    return installed;
  }
}
