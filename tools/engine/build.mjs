import { chmod, copyFile, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { repository } from "../paths.mjs";
import { runGroup } from "../process.mjs";
import { CLI_VERSION, LANGUAGE_HOST_VERSION } from "./versions.mjs";

const HEARTBEAT_MS = 30_000;
const SDK = "github.com/pulumi/pulumi/sdk/v3";
const CLI = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
const LANGUAGE_HOST = `${SDK}/nodejs/cmd/pulumi-language-nodejs`;

/** The plug-in behind dynamic providers is a script inside the npm package. */
const DYNAMIC_PLUGIN = `pulumi-resource-pulumi-nodejs${process.platform === "win32" ? ".cmd" : ""}`;

/**
 * Builds the engine from the Go module proxy: the only way if only package registries are reachable.
 *
 * @param {string} root  gets a folder `bin`
 * @param {(line: string) => void} log
 * @param {Promise<void>} installed  resolves when `node_modules` is there
 */
export async function buildEngine(root, log, installed) {
  const version = await goVersion();
  const started = Date.now();
  log(`Building the Pulumi engine ${CLI_VERSION} from source with ${version}: about 5 minutes, once.`);
  const heartbeat = setInterval(() => log(`  … still building, ${elapsed(started)}`), HEARTBEAT_MS);
  try {
    const bin = path.join(root, "bin");
    await mkdir(bin, { recursive: true });
    await buildCommand(root, bin, {
      name: "pulumi-language-nodejs",
      command: LANGUAGE_HOST,
      modules: [`${LANGUAGE_HOST}@v${LANGUAGE_HOST_VERSION}`],
      version: LANGUAGE_HOST_VERSION,
    });
    log(`  the Node language host is built, ${elapsed(started)}; now the command line`);
    await buildCommand(root, bin, {
      name: "pulumi",
      command: CLI,
      modules: [`${CLI}@v${CLI_VERSION}`, `${SDK}@v${CLI_VERSION}`],
      version: CLI_VERSION,
    });
    await installed;
    await copyDynamicPlugin(bin);
    log(`  built in ${elapsed(started)}`);
  } finally {
    clearInterval(heartbeat);
  }
}

/**
 * One command in a module of its own: `go install command@version` refuses because of replace directives,
 * and the two commands need different versions of the same module.
 *
 * @param {string} root
 * @param {string} bin
 * @param {{ name: string, command: string, modules: string[], version: string }} what
 */
async function buildCommand(root, bin, { name, command, modules, version }) {
  const cwd = path.join(root, `build-${name}`);
  const temporary = path.join(cwd, "tmp");
  await mkdir(temporary, { recursive: true });
  // GOTMPDIR keeps an interrupted build from leaving its work outside the folder that is thrown away.
  const env = { ...process.env, GOTMPDIR: temporary, GOWORK: "off", GO111MODULE: "on", CGO_ENABLED: "0" };
  const target = path.join(bin, name + (process.platform === "win32" ? ".exe" : ""));
  const stamp = `-s -w -X ${SDK}/go/common/version.Version=v${version}`;
  await go(["mod", "init", "engine"], { cwd, env });
  await go(["get", ...modules], { cwd, env });
  await go(["build", "-buildvcs=false", "-o", target, "-ldflags", stamp, command], { cwd, env });
}

/** @param {string} bin */
async function copyDynamicPlugin(bin) {
  const require = createRequire(path.join(repository, "package.json"));
  const source = path.join(path.dirname(require.resolve("@pulumi/pulumi/package.json")), DYNAMIC_PLUGIN);
  const target = path.join(bin, DYNAMIC_PLUGIN);
  await copyFile(source, target);
  await chmod(target, 0o755);
}

/**
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 */
async function go(args, options) {
  const { exitCode, output } = await runGroup("go", args, options);
  if (exitCode === 0) return;
  const lastLines = output.trim().split("\n").slice(-15).join("\n");
  throw new Error(`\`go ${args.join(" ")}\` failed with exit code ${exitCode}:\n${lastLines}`);
}

async function goVersion() {
  try {
    const { output } = await runGroup("go", ["env", "GOVERSION"]);
    return output.trim().replace(/^go/, "Go ");
  } catch {
    throw new Error("Go is not installed.");
  }
}

/** @param {number} started */
function elapsed(started) {
  const seconds = Math.round((Date.now() - started) / 1000);
  return seconds < 60
    ? `${seconds}s`
    : `${Math.floor(seconds / 60)}m${String(seconds % 60).padStart(2, "0")}s`;
}
