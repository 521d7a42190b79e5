import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

/** The root of this repository. */
export const repository = path.resolve(__dirname, "../../..");

let folder: Promise<string> | undefined;

/**
 * The folder with `pulumi` and its Node plug-ins, as `npm test` prepared it.
 * A separate process determines it, since jest cannot load the ES modules of `tools/`.
 */
export function engineFolder(): Promise<string> {
  folder ??= promisify(execFile)(process.execPath, [path.join(repository, "tools/engine/ensure.mjs")]).then(
    ({ stdout }) => stdout.trim(),
  );
  return folder;
}

/** What each Node process loads first, to start faster. */
export const lazyModules = path.join(repository, "tests/lazy/preload.cjs");

/** Environment variables that would make a test depend on the user: another backend, other accounts. */
const personal = /^(PULUMI_|REDIS_?CLOUD_|NODE_OPTIONS$|JEST_WORKER_ID$)/;

/** An environment in which `pulumi` touches nothing outside the project's folder. */
export async function engineEnvironment(folder: string): Promise<NodeJS.ProcessEnv> {
  const inherited = Object.entries(process.env).filter(([name]) => !personal.test(name));
  return {
    ...Object.fromEntries(inherited),
    PATH: [await engineFolder(), process.env.PATH].join(path.delimiter),
    PULUMI_HOME: path.join(folder, "home"),
    // Metadata would be in separate files, which are not written atomically: an engine that is killed meanwhile leaves
    // a state that Pulumi cannot read.
    PULUMI_BACKEND_URL: `file://${path.join(folder, "backend")}?metadata=skip`,
    PULUMI_CONFIG_PASSPHRASE: "test",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    // `tsc` checks the types of all programs once; ts-node would do so again on every run.
    PULUMI_NODEJS_TRANSPILE_ONLY: "true",
    TMPDIR: path.join(folder, "tmp"),
    NODE_OPTIONS: `--require=${lazyModules}`,
    NO_COLOR: "1",
  };
}
