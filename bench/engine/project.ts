import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { onExit } from "../cleanup";
import { clockEnvironment } from "../clock/environment";
import type { Program } from "../driver/program";
import { type Finished, run } from "./command";
import { createFolder, type ProgramName, pulumiFolder } from "./folder";
import { killProcessesOf } from "./processes";

/** Maximum number of resources that the engine works on at a time. */
const PARALLELISM = 200;

/** Environment variables that would make a run depend on the user. */
const personal = /^(PULUMI_|REDIS_?CLOUD_|NODE_OPTIONS$)/;

/** A resource as `pulumi stack export` shows it. */
export interface ExportedResource {
  readonly type: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
}

interface ProjectOptions {
  readonly program: ProgramName;
  readonly size: Program;
  /** Speed of time for the provider. @default 1 */
  readonly timeScale?: number;
  /** Address and keys of the account. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A Pulumi project with one stack in a temporary folder, driven by the real command line. */
export class Project {
  private readonly removeFolder: () => void;

  private constructor(
    private readonly folder: string,
    private readonly pulumi: string,
    private readonly env: NodeJS.ProcessEnv,
    private readonly timeScale: number,
  ) {
    this.removeFolder = onExit(() => {
      killProcessesOf(path.join(folder, "home"));
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    });
  }

  static async create({ program, size, timeScale = 1, env = {} }: ProjectOptions): Promise<Project> {
    const folder = createFolder(program);
    const pulumi = await pulumiFolder();
    const inherited = Object.entries(process.env).filter(([name]) => !personal.test(name));
    const environment = {
      ...Object.fromEntries(inherited),
      ...env,
      PATH: [pulumi, process.env.PATH].join(path.delimiter),
      PULUMI_HOME: path.join(folder, "home"),
      PULUMI_BACKEND_URL: `file://${path.join(folder, "backend")}`,
      PULUMI_CONFIG_PASSPHRASE: "bench",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      TMPDIR: path.join(folder, "tmp"),
      NO_COLOR: "1",
      BENCH_SUBSCRIPTIONS: String(size.subscriptions),
      BENCH_DATABASES: String(size.databases),
    };
    const project = new Project(folder, path.join(pulumi, "pulumi"), environment, timeScale);
    try {
      await project.run(["stack", "init", "bench"]);
      return project;
    } catch (error) {
      project.dispose();
      throw error;
    }
  }

  up = (): Promise<Finished> => this.run(this.changing("up"), this.timeScale);
  destroy = (): Promise<Finished> => this.run(this.changing("destroy"), this.timeScale);
  /** Runs in real time, since it waits for nothing. */
  preview = (): Promise<Finished> => this.run(["preview", "--parallel", String(PARALLELISM)]);
  /** Runs an `up` without changes, also in real time. */
  upUnchanged = (): Promise<Finished> => this.run(this.changing("up"));

  /** The resources in the state. */
  async state(): Promise<readonly ExportedResource[]> {
    const { stdout } = await this.run(["stack", "export"]);
    return JSON.parse(stdout).deployment.resources;
  }

  /** Peak resident memory of the last provider process, in bytes. */
  get peakMemory(): number {
    const file = path.join(this.folder, "memory");
    return existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  }

  dispose(): void {
    this.removeFolder();
  }

  private changing(command: string): readonly string[] {
    return [command, "--yes", "--skip-preview", "--parallel", String(PARALLELISM)];
  }

  private run(args: readonly string[], timeScale = 1): Promise<Finished> {
    const cwd = path.join(this.folder, "program");
    const env = { ...this.env, ...clockEnvironment(timeScale, path.join(this.folder, "memory")) };
    return run(this.pulumi, [...args, "--non-interactive"], { cwd, env });
  }
}
