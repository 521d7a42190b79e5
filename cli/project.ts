import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import type { LocalWorkspace } from "@pulumi/pulumi/automation";
import { z } from "zod";
import type { ReadConfig } from "../provider/pulumi/credentials";

const resource = z.object({
  urn: z.string(),
  type: z.string(),
  id: z.string().optional(),
  inputs: z.record(z.string(), z.unknown()).optional(),
  outputs: z.record(z.string(), z.unknown()).optional(),
});

const deployment = z.object({
  resources: z.array(resource).nullish(),
  pending_operations: z.array(z.object({ resource, type: z.string().optional() })).nullish(),
});

/** The parts of a stack's state in use. */
export type Deployment = z.infer<typeof deployment>;

/** A Pulumi project with one of its stacks. */
export interface Project {
  /** Prefix of the URNs of all its resources: `urn:pulumi:<stack>::<project>`. */
  readonly urn: string;
  readonly config: ReadConfig;
  /** Exports the stack's current state. */
  deployment(): Promise<Deployment>;
  /**
   * Reads the states of all the backend's stacks, including this one, without decrypting secrets.
   *
   * @param read extracts what is needed: states are large, and there may be a thousand.
   * @throws Error when the stacks cannot be listed.
   */
  readStacks<T>(read: (deployment: Deployment) => T): Promise<readonly StackRead<T>[]>;
}

/** What was read from a stack's state, or why reading failed. */
export type StackRead<T> = { readonly stack: string } & (
  | { readonly content: T }
  | { readonly error: string }
);

const FILES = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/** Folder of the project that contains `cwd`; undefined when there is none. */
export function projectFolder(cwd: string): string | undefined {
  if (FILES.some((file) => existsSync(path.join(cwd, file)))) return cwd;
  const parent = path.dirname(cwd);
  return parent === cwd ? undefined : projectFolder(parent);
}

/**
 * Opens a stack of the project with the Pulumi CLI.
 *
 * @param folder of the project.
 * @param stack its name; by default the selected one.
 * @throws Error that says what is missing.
 */
export async function openProject(folder: string, stack?: string): Promise<Project> {
  const { LocalWorkspace } = loadAutomation();
  const workspace = await runPulumi(LocalWorkspace.create({ workDir: folder }));
  const name = stack ?? (await runPulumi(workspace.stack()))?.name;
  if (name === undefined) {
    throw new Error(
      `no stack is selected in ${folder}: name one with --stack, or run \`pulumi stack select\``,
    );
  }
  const config = await runPulumi(workspace.getAllConfig(name));
  const project = (await workspace.projectSettings()).name;
  return {
    // The name may include the organization and project.
    urn: `urn:pulumi:${name.split("/").at(-1)}::${project}`,
    config: (key) => config[key]?.value,
    deployment: async () => deployment.parse((await runPulumi(workspace.exportStack(name))).deployment ?? {}),
    readStacks: (read) => readStacks(workspace, folder, read),
  };
}

const stackList = z.array(z.object({ name: z.string() }));
const stackExport = z.object({ deployment: deployment.nullish() });
const execFileAsync = promisify(execFile);
/** Bytes of a stack's export. */
const LARGEST_STATE = 2 ** 29;
/** Each is a separate process. */
const STACKS_AT_ONCE = 4;

async function readStacks<T>(
  { pulumiCommand }: LocalWorkspace,
  folder: string,
  read: (deployment: Deployment) => T,
): Promise<readonly StackRead<T>[]> {
  const run = async (...args: string[]): Promise<unknown> =>
    JSON.parse(
      (await runPulumi(execFileAsync(pulumiCommand.command, args, { cwd: folder, maxBuffer: LARGEST_STATE })))
        .stdout,
    );
  const readOne = async (stack: string): Promise<StackRead<T>> => {
    try {
      const { deployment } = stackExport.parse(await run("stack", "export", "--stack", stack));
      return { stack, content: read(deployment ?? {}) };
    } catch (error) {
      return { stack, error: error instanceof Error ? error.message : String(error) };
    }
  };
  const names = stackList.parse(await run("stack", "ls", "--all", "--json")).map(({ name }) => name);
  const all: StackRead<T>[] = [];
  for (let at = 0; at < names.length; at += STACKS_AT_ONCE)
    all.push(...(await Promise.all(names.slice(at, at + STACKS_AT_ONCE).map(readOne))));
  return all;
}

/** Loaded lazily: only commands that use a project need it. */
function loadAutomation(): typeof import("@pulumi/pulumi/automation") {
  try {
    return require("@pulumi/pulumi/automation");
  } catch (error) {
    throw new Error("@pulumi/pulumi cannot be loaded: install it beside this package", { cause: error });
  }
}

/** Reports only the error lines of a failed command: the rest may contain secrets. */
async function runPulumi<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    if (/ENOENT/.test(text)) throw new Error("there is no `pulumi` on the PATH: install the Pulumi CLI");
    const errors = [...text.matchAll(/^error: .+$/gm)].map(([line]) => line.replace("error: ", ""));
    throw new Error(`pulumi: ${errors[0] ?? "the command failed; run `pulumi stack` to see how"}`);
  }
}
