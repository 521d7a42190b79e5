import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";
import { onExit } from "../cleanup.mjs";
import { cacheFolder, repository } from "../paths.mjs";

/** Folder of a kept demo; any other demo has a separate folder next to it. */
export const keptFolder = path.join(cacheFolder, "demo");

/**
 * @typedef {object} Workspace
 * @property {string} folder
 * @property {NodeJS.ProcessEnv} env  what Pulumi commands need
 * @property {() => void} remove
 * @property {() => void} keep  lets it outlive this process
 */

/**
 * The demo's own Pulumi home and file backend: it neither needs nor touches those of the user.
 *
 * @param {{ pulumiFolder: string, keep: boolean }} options
 * @returns {Workspace}
 */
export function createWorkspace({ pulumiFolder, keep: isKept }) {
  mkdirSync(cacheFolder, { recursive: true });
  const folder = isKept ? keptFolder : mkdtempSync(path.join(cacheFolder, "demo-"));
  if (isKept) rmSync(folder, { recursive: true, force: true }); // left by a killed demo
  for (const part of ["home", "backend", "tmp"]) mkdirSync(path.join(folder, part), { recursive: true });
  const release = onExit(() => remove());
  const remove = () => {
    endProcessesOf(path.join(folder, "home"));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    release();
  };
  return { folder, env: { ...process.env, ...pulumiSettings(folder, pulumiFolder) }, remove, keep: release };
}

/**
 * @param {string} folder
 * @param {string} pulumiFolder
 * @returns {Record<string, string>}
 */
export function pulumiSettings(folder, pulumiFolder) {
  return {
    PATH: [pulumiFolder, process.env.PATH].join(path.delimiter),
    PULUMI_HOME: path.join(folder, "home"),
    PULUMI_BACKEND_URL: `file://${path.join(folder, "backend")}`,
    PULUMI_CONFIG_PASSPHRASE: "demo",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    // Editors and `npm run check` check the types; the demo should be fast.
    PULUMI_NODEJS_TRANSPILE_ONLY: "true",
    TMPDIR: path.join(folder, "tmp"),
  };
}

/**
 * Copies an example next to its own copy of the package. Not a symbolic link: Pulumi would serialize
 * the code behind it into the state.
 *
 * @param {string} folder
 * @param {string} example
 * @returns {string} the project's folder
 */
export function copyExample(folder, example) {
  const target = path.join(folder, example);
  const source = path.join(repository, "examples", example);
  cpSync(source, target, {
    recursive: true,
    filter: (file) => !/^(node_modules|Pulumi\..+\.yaml)$/.test(path.basename(file)),
  });
  installPackage(target);
  return target;
}

/**
 * Gives a project a copy of the package, and links to what that needs.
 *
 * @param {string} target
 */
export function installPackage(target) {
  const modules = path.join(target, "node_modules");
  const copy = path.join(modules, "pulumi-redis-cloud");
  mkdirSync(path.join(modules, "@pulumi"), { recursive: true });
  for (const name of ["@pulumi/pulumi", "typescript"]) {
    symlinkSync(path.join(repository, "node_modules", name), path.join(modules, name), "dir");
  }
  mkdirSync(copy);
  cpSync(path.join(repository, "package.json"), path.join(copy, "package.json"));
  cpSync(path.join(repository, "dist"), path.join(copy, "dist"), { recursive: true });
  symlinkSync(path.join(repository, "node_modules"), path.join(copy, "node_modules"), "dir");
}

/**
 * Kills Pulumi's plug-ins, which have their own process groups and outlive a killed engine.
 * They are identified by the PULUMI_HOME that only this demo has.
 *
 * @param {string} home
 */
function endProcessesOf(home) {
  if (!existsSync("/proc/self/environ")) return;
  for (const pid of readdirSync("/proc").map(Number)) {
    if (!pid || pid === process.pid) continue;
    try {
      const environment = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
      if (environment.includes(`PULUMI_HOME=${home}`)) process.kill(pid, "SIGKILL");
    } catch {
      // ended meanwhile, or of another user
    }
  }
}
