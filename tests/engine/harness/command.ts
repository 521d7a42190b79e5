import { type ChildProcess, spawn } from "node:child_process";

/** The result of a command. */
export interface CommandResult {
  /** The exit code, or null if a signal ended it. */
  exitCode: number | null;
  stdout: string;
  stderr: string;
  durationMs: number;
}

/** A running command: tests interrupt or kill it through `child`. */
export interface RunningCommand {
  child: ChildProcess;
  /** Resolves when the command has ended, in whatever way. */
  result: Promise<CommandResult>;
  /** Resolves with the match once the output has one; rejects if the command ends without. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
}

export interface CommandOptions {
  cwd: string;
  env: NodeJS.ProcessEnv;
}

/** Starts a command in a separate process group, so that it does not receive signals to jest. */
export function startCommand(command: string, args: string[], { cwd, env }: CommandOptions): RunningCommand {
  const started = performance.now();
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const output = { stdout: "", stderr: "" };
  const listeners = new Set<() => void>();
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
      for (const listener of listeners) listener();
    });
  }
  const result = new Promise<CommandResult>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode) =>
      resolve({ exitCode, ...output, durationMs: Math.round(performance.now() - started) }),
    );
  });
  const printed = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(output.stdout + output.stderr);
        if (!match) return;
        listeners.delete(look);
        resolve(match);
      };
      listeners.add(look);
      look();
      const ended = () =>
        reject(new Error(`ended without printing ${pattern}:\n${output.stdout}${output.stderr}`));
      result.then(ended, ended);
    });
  return { child, result, printed };
}

/** Thrown when a command fails that must succeed. */
export class CommandFailedError extends Error {
  override readonly name = "CommandFailedError";

  constructor(
    readonly command: string,
    readonly result: CommandResult,
  ) {
    super(`\`${command}\` ended with ${result.exitCode}:\n${result.stdout}\n${result.stderr}`);
  }
}
