import path from "node:path";
import { buildSync } from "esbuild";
import { type CommandResult, type RunningCommand, startCommand } from "../../engine/harness/command";
import { engineEnvironment, engineFolder, repository } from "../../engine/harness/engine";

/** A Pulumi project in a temporary folder whose own processes know widgets. */
export class WidgetProject {
  private constructor(
    private readonly folder: string,
    private readonly environment: NodeJS.ProcessEnv,
    private readonly config: Readonly<Record<string, string>>,
  ) {}

  /** @param folder made by `createFolder`. */
  static async create(folder: string, config: Readonly<Record<string, string>>): Promise<WidgetProject> {
    const environment = {
      ...(await engineEnvironment(folder)),
      NODE_PATH: path.join(repository, "node_modules"),
    };
    buildSync({
      entryPoints: ["create", "cli"].map((name) => path.join(__dirname, `${name}.ts`)),
      outdir: path.join(folder, "tmp"),
      bundle: true,
      packages: "external",
      platform: "node",
    });
    return new WidgetProject(folder, environment, config);
  }

  /** Starts to create a widget. */
  startCreate(): RunningCommand {
    return this.node("create.js", [JSON.stringify(this.config)]);
  }

  /** Runs `reconcile` of the command line. */
  reconcile(...args: string[]): Promise<CommandResult> {
    return this.node("cli.js", ["reconcile", "--stack", "test", ...args]).result;
  }

  /** Makes the stack, without resources. */
  async initStack(): Promise<void> {
    await this.pulumi("stack", "init", "test");
    const values = Object.entries(this.config).flatMap(([key, value]) => ["--plaintext", `${key}=${value}`]);
    await this.pulumi("config", "set-all", "--stack", "test", ...values);
  }

  private async pulumi(...args: string[]): Promise<void> {
    const command = path.join(await engineFolder(), "pulumi");
    const { exitCode, stderr } = await startCommand(command, args, this.surroundings).result;
    if (exitCode !== 0) throw new Error(stderr);
  }

  private node(file: string, args: string[]): RunningCommand {
    return startCommand(process.execPath, [path.join(this.folder, "tmp", file), ...args], this.surroundings);
  }

  private get surroundings() {
    return { cwd: path.join(this.folder, "program"), env: this.environment };
  }
}
