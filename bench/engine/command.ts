import { spawn } from "node:child_process";
import { killGroup, onExit } from "../cleanup";

/** A command that succeeded. */
export interface Finished {
  readonly stdout: string;
  /** REAL seconds. */
  readonly seconds: number;
}

/**
 * Runs a command in a separate process group, so that this process can kill all of it when it exits.
 *
 * @throws Error with its output, unless it succeeds.
 */
export function run(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { ...options, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    const end = onExit(() => killGroup(child.pid));
    const [stdout, stderr]: [string[], string[]] = [[], []];
    child.stdout.setEncoding("utf8").on("data", (text: string) => stdout.push(text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => stderr.push(text));
    child.on("error", reject);
    child.on("close", (exitCode) => {
      end();
      const seconds = (performance.now() - started) / 1000;
      if (exitCode === 0) resolve({ stdout: stdout.join(""), seconds });
      else
        reject(
          new Error(`${args[0]} ended with ${exitCode}: ${[...stdout, ...stderr].join("").slice(-2000)}`),
        );
    });
  });
}
