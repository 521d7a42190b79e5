import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** How Yarn 4 keeps packages: in folders, in folders of links, or in archives (Plug'n'Play). */
type NodeLinker = "node-modules" | "pnpm" | "pnp";

export type PackageManager = "npm" | "pnpm" | "yarn 1" | `yarn 4 (${NodeLinker})` | "bun";

/** What runs a command: a program and the arguments before its own. */
type Command = readonly [program: string, ...args: string[]];

/** Files with which a project chooses among the ways of a package manager. */
export function settingFiles(manager: PackageManager): Readonly<Record<string, string>> {
  const [, nodeLinker] = /^yarn 4 \((.+)\)$/.exec(manager) ?? [];
  return nodeLinker ? { ".yarnrc.yml": `nodeLinker: ${nodeLinker}\n` } : {};
}

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

  /** What a user's environment has so that Yarn 4 runs no install scripts, and shares what it fetched. */
  get settings(): Readonly<Record<string, string>> {
    return {
      YARN_ENABLE_SCRIPTS: "false",
      YARN_ENABLE_TELEMETRY: "false",
      YARN_GLOBAL_FOLDER: path.join(this.folder, "yarn"),
    };
  }

  /** The command that runs a program which needs the packages, wherever the package manager keeps them. */
  runner(manager: PackageManager, program: string): Command {
    return manager === "yarn 4 (pnp)" ? [...this.yarn4(), "exec", program] : [program];
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
            ...["install", "--ignore-scripts", "--no-frozen-lockfile"],
            ...["--store-dir", path.join(this.folder, "store")],
          ],
        ];
      case "yarn 1":
        return [
          process.execPath,
          path.join(this.install("yarn", "1"), "bin/yarn.js"),
          // Packages may ask for a later Node.js than this one.
          ...["install", "--ignore-scripts", "--ignore-engines", "--non-interactive", "--no-lockfile"],
          ...["--cache-folder", path.join(this.folder, "yarn-cache")],
        ];
      case "yarn 4 (node-modules)":
      case "yarn 4 (pnpm)":
      case "yarn 4 (pnp)":
        return [...this.yarn4(), "install", "--no-immutable"];
      case "bun":
        return [
          path.join(this.install(`@oven/bun-${platform}-${arch}`, "1"), "bin/bun"),
          "install",
          "--ignore-scripts",
        ];
    }
  }

  /** By the first Node.js on the PATH, which it makes its commands use. */
  private yarn4(): Command {
    return ["node", path.join(this.install("@yarnpkg/cli-dist", "4"), "bin/yarn.js")];
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
