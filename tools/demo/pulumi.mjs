import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { command } from "./headline.mjs";

/** After an interrupt: how long Pulumi may finish its operations, and then how long it may take to cancel. */
const PATIENCE_MS = [10_000, 3_000];

/** The user pressed Ctrl-C or ended the demo. */
export class Interrupted extends Error {
  name = "Interrupted";
}

/** @type {import("node:child_process").ChildProcess | undefined} */
let running;
let interrupted = false;

/**
 * Runs `work` so that a signal stops it between two steps, after a graceful end of the current step.
 *
 * @template T
 * @param {() => Promise<T>} work
 */
export async function interruptible(work) {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => {
      if (!interrupted) void endPulumi(signal);
      interrupted = true;
    });
  }
  return await work();
}

/** Must be called between steps. @throws Interrupted when a signal was received */
export function checkInterrupted() {
  if (interrupted) throw new Interrupted();
}

/** @param {NodeJS.Signals} signal */
async function endPulumi(signal) {
  const child = running;
  if (!child) return;
  console.error("\nEnding: Pulumi finishes what is under way.");
  // A terminal sends Ctrl-C to all processes; any other signal reached only this one.
  if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill("SIGINT");
  const ended = new Promise((resolve) => child.once("close", () => resolve(true)));
  for (const [index, patience] of PATIENCE_MS.entries()) {
    if (await Promise.race([ended, sleep(patience, false)])) return;
    child.kill(index === 0 ? "SIGINT" : "SIGKILL");
  }
}

/**
 * Shows a Pulumi command and runs it on this terminal, with Pulumi's own display.
 *
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 */
export async function pulumi(args, options) {
  command(`pulumi ${args.join(" ")}`);
  const { exitCode } = await run(args, options, "inherit");
  if (exitCode !== 0) throw new Error(`\`pulumi ${args.join(" ")}\` ended with exit code ${exitCode}.`);
}

/**
 * Runs a Pulumi command and returns its output.
 *
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<string>}
 */
export async function pulumiOutput(args, options) {
  const { exitCode, stdout } = await run(args, options, "pipe");
  if (exitCode !== 0) throw new Error(`\`pulumi ${args.join(" ")}\` ended with exit code ${exitCode}.`);
  return stdout;
}

/**
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @param {"inherit" | "pipe"} output
 * @returns {Promise<{ exitCode: number, stdout: string }>}
 */
async function run(args, options, output) {
  checkInterrupted();
  const child = spawn("pulumi", args, { ...options, stdio: ["inherit", output, "inherit"] });
  running = child;
  let stdout = "";
  child.stdout?.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  try {
    const exitCode = await new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve(code ?? 1));
    });
    checkInterrupted();
    return { exitCode, stdout };
  } finally {
    running = undefined;
  }
}
