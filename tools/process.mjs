import { spawn } from "node:child_process";
import { onExit } from "./cleanup.mjs";

/**
 * @typedef {object} CommandResult
 * @property {number} exitCode  124 when the time was up, as `timeout` has it
 * @property {string} output    stdout and stderr, as they came
 */

/**
 * Runs a command in a process group of its own, so that ending it early ends its children too:
 * `go build` and installers are trees of processes.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {Promise<CommandResult>} never rejects for an exit code; rejects when the command cannot start
 */
export function runGroup(command, args, { cwd, env, timeoutMs } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    const release = onExit(() => killGroup(child.pid, "SIGKILL"));
    let output = "";
    let timedOut = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    const timer = timeoutMs
      ? setTimeout(() => {
          timedOut = true;
          killGroup(child.pid, "SIGKILL");
        }, timeoutMs)
      : undefined;
    const finish = () => {
      clearTimeout(timer);
      release();
    };
    child.on("error", (error) => {
      finish();
      reject(error);
    });
    child.on("close", (code) => {
      finish();
      resolve({ exitCode: timedOut ? 124 : (code ?? 1), output });
    });
  });
}

/**
 * Runs a command on this terminal and waits for it.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<number>} its exit code
 */
export function runHere(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: "inherit", ...options });
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/**
 * Signals a process group. A group that no longer exists is not an error.
 *
 * @param {number | undefined} pid
 * @param {NodeJS.Signals} signal
 */
export function killGroup(pid, signal) {
  if (!pid) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ESRCH") throw error;
  }
}

/**
 * @param {number} pid
 * @returns {boolean} whether a process with this ID exists
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
