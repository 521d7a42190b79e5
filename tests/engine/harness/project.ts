import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CommandFailedError, type CommandResult, type RunningCommand, startCommand } from "./command";
import { createStack } from "./createStack";
import { engineEnvironment, engineFolder } from "./engine";
import {
  compileProgram,
  completeProject,
  copyProgram,
  createFolder,
  installPackage,
  isCompiled,
  runAsJavaScript,
} from "./folder";
import { runInline } from "./inlinePrograms";
import { keyServiceEnvironment, SECRETS_PROVIDER } from "./keyService";
import { killProcessesOf, processesOf, providersOf } from "./processes";
import { type ExportedState, isLocked, type KnownResource, knownResources, stateOf } from "./state";

/** Commands that run the program. */
const RUNS_PROGRAM: ReadonlySet<string> = new Set(["up", "preview"]);

export interface ProjectOptions {
  /** The project's name, part of every URN. */
  name: string;
  /** A folder in `tests/engine/programs`, or a path from the repository's root. */
  program: string;
  /** @default "test" */
  stack?: string;
  /** Additional environment of every command: credentials, address of the API. */
  env?: Record<string, string>;
  /** Whether an example runs as JavaScript, instead of being compiled by Pulumi in each command. @default false */
  asJavaScript?: boolean;
  /**
   * Whether commands run the program inline, as with the Automation API, which is faster. Otherwise the engine starts a
   * process for it, as for a user's `pulumi up`: for tests of errors of the program, and of what it does at its end.
   *
   * @default true, unless Pulumi compiles the program, as it does the examples
   */
  isInline?: boolean;
}

export interface RunOptions {
  env?: Record<string, string>;
  /** Whether to throw `CommandFailedError` unless the command succeeds. @default false */
  mustSucceed?: boolean;
  /** @default the project's */
  isInline?: boolean;
}

/** A Pulumi project with one stack in a temporary folder, driven by the real command line. */
export class PulumiProject {
  private constructor(
    /** Folder of the project: `program`, `home` (Pulumi's own), `backend` (the stack's state), `tmp`. */
    readonly folder: string,
    private readonly pulumi: string,
    private readonly environment: NodeJS.ProcessEnv,
    readonly name: string,
    readonly stack: string,
    private readonly isInline: boolean,
  ) {}

  static async create({
    name,
    program,
    stack = "test",
    env = {},
    isInline = true,
    asJavaScript = false,
  }: ProjectOptions): Promise<PulumiProject> {
    const folder = createFolder(name);
    const pulumi = path.join(await engineFolder(), "pulumi");
    const environment = {
      ...(await engineEnvironment(folder)),
      ...(await keyServiceEnvironment()),
      // Pulumi stores the selected stack in its home, which `renew` removes.
      PULUMI_STACK: stack,
      ...env,
    };
    const project = new PulumiProject(folder, pulumi, environment, name, stack, isInline);
    try {
      project.install(program);
      if (asJavaScript) runAsJavaScript(project.programFolder);
      await project.addStack(stack);
      return project;
    } catch (error) {
      await project.dispose();
      throw error;
    }
  }

  /** Folder of the program; its files may be edited between runs. */
  get programFolder(): string {
    return path.join(this.folder, "program");
  }

  /** Whether a killed engine left the stack locked: `cancel` unlocks it. */
  get isLocked(): boolean {
    return isLocked(this.folder);
  }

  /** Makes an empty stack of the project. */
  addStack(stack: string): Promise<void> {
    const args = ["stack", "init", stack, "--secrets-provider", SECRETS_PROVIDER];
    const init = () => this.run(args, { mustSucceed: true });
    return createStack(this.folder, stack, init);
  }

  /** Replaces the program by another one, like an edit. */
  useProgram(program: string): void {
    copyProgram(program, this.programFolder);
  }

  up(args: string[] = [], options?: RunOptions): Promise<CommandResult> {
    return this.run(["up", "--yes", "--skip-preview", ...args], options);
  }

  preview(args: string[] = [], options?: RunOptions): Promise<CommandResult> {
    return this.run(["preview", ...args], options);
  }

  refresh(args: string[] = [], options?: RunOptions): Promise<CommandResult> {
    return this.run(["refresh", "--yes", "--skip-preview", ...args], options);
  }

  destroy(args: string[] = [], options?: RunOptions): Promise<CommandResult> {
    return this.run(["destroy", "--yes", "--skip-preview", ...args], options);
  }

  /** Removes the lock of a killed engine. */
  cancel(options?: RunOptions): Promise<CommandResult> {
    return this.run(["cancel", "--yes"], options);
  }

  /**
   * Moves the project to a fresh machine, such as the next runner of a CI: Pulumi's home is empty, and the program is
   * checked out and installed again. The stack's state stays where it is, and its settings came with the program.
   */
  renew(program: string): void {
    const settings = path.join(this.programFolder, `Pulumi.${this.stack}.yaml`);
    const kept = readFileSync(settings, "utf8");
    for (const folder of [this.home, this.programFolder]) {
      // A provider that outlived its engine may still write there, so that the folder cannot be removed where it is.
      const old = `${folder}.old`;
      renameSync(folder, old);
      rmSync(old, { recursive: true });
      mkdirSync(folder);
    }
    this.install(program);
    writeFileSync(settings, kept);
  }

  async setConfig(key: string, value: string, { secret = false } = {}): Promise<void> {
    const kind = secret ? "--secret" : "--plaintext";
    await this.run(["config", "set", kind, key, "--", value], { mustSucceed: true });
  }

  /** Sets several config values, as secrets, with one command. */
  async setSecrets(values: Record<string, string>): Promise<void> {
    const args = Object.entries(values).flatMap(([key, value]) => ["--secret", `${key}=${value}`]);
    await this.run(["config", "set-all", ...args], { mustSucceed: true });
  }

  /** The state of the stack, or of another one, as `pulumi stack export` prints it: secrets are ciphertext. */
  exportState(stack = this.stack): ExportedState {
    return stateOf(this.folder, stack);
  }

  /** The resources with an ID in the state, read from the backend without a command. */
  knownResources(): KnownResource[] {
    return knownResources(this.folder, this.stack);
  }

  async outputs({ showSecrets = false } = {}): Promise<Record<string, unknown>> {
    const args = ["stack", "output", "--json", ...(showSecrets ? ["--show-secrets"] : [])];
    return JSON.parse((await this.run(args, { mustSucceed: true })).stdout);
  }

  /** Runs any Pulumi command to its end. */
  async run(
    args: string[],
    { env, mustSucceed = false, isInline = this.isInline }: RunOptions = {},
  ): Promise<CommandResult> {
    const result = await (isInline && RUNS_PROGRAM.has(args[0] ?? "") && isCompiled(this.programFolder)
      ? this.runInline(args, env)
      : this.start(args, { env }).result);
    if (mustSucceed && result.exitCode !== 0)
      throw new CommandFailedError(`pulumi ${args.join(" ")}`, result);
    return result;
  }

  /** Runs this package's own command in the program's folder. */
  runOurs(args: string[], { env }: Pick<RunOptions, "env"> = {}): Promise<CommandResult> {
    const cli = path.join(this.programFolder, "node_modules/pulumi-redis-cloud/dist/package/cli.js");
    return startCommand(process.execPath, [cli, ...args], this.surroundings(env)).result;
  }

  private async runInline(args: string[], env: RunOptions["env"]): Promise<CommandResult> {
    compileProgram(this.programFolder);
    const surroundings = this.surroundings(env);
    const inline = await runInline(this.programFolder, surroundings.env);
    const command = ["--non-interactive", ...args, ...inline.args];
    const result = await startCommand(this.pulumi, command, surroundings).result;
    inline.release();
    return result;
  }

  /** Starts any Pulumi command, for a test that interrupts or kills it. */
  start(args: string[], { env }: Pick<RunOptions, "env"> = {}): RunningCommand {
    if (RUNS_PROGRAM.has(args[0] ?? "")) compileProgram(this.programFolder);
    return startCommand(this.pulumi, ["--non-interactive", ...args], this.surroundings(env));
  }

  /** The IDs of the processes of this project, including orphans of a killed engine. */
  processes(): number[] {
    return processesOf(this.home);
  }

  /** The IDs of the dynamic provider's processes. */
  providers(): number[] {
    return providersOf(this.home);
  }

  /** Kills the project's processes, the engine and its providers, without time to clean up. */
  kill(): void {
    killProcessesOf(this.home);
  }

  /** Pulumi's own folder. */
  get home(): string {
    return path.join(this.folder, "home");
  }

  /** Removes the providers' journal, as on a machine that never ran this program. */
  forgetJournal(): void {
    rmSync(path.join(this.home, "redis-cloud"), { recursive: true, force: true });
  }

  /** Kills what still runs for the project and removes its folder. Call it in `afterEach` or `finally`. */
  async dispose(): Promise<void> {
    this.kill();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  private install(program: string): void {
    this.useProgram(program);
    completeProject(this.name, this.programFolder);
    installPackage(this.programFolder);
  }

  private surroundings(env: Record<string, string> = {}) {
    return { cwd: this.programFolder, env: { ...this.environment, ...env } };
  }
}

/** Creates a project from a program fixture, ready for `up`. The caller must dispose it. */
export function createProject(options: ProjectOptions): Promise<PulumiProject> {
  return PulumiProject.create(options);
}
