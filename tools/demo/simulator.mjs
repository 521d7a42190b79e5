import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { onExit } from "../cleanup.mjs";
import { repository } from "../paths.mjs";
import { isAlive, killGroup } from "../process.mjs";

const READY_TIMEOUT_MS = 15_000;
const STOP_TIMEOUT_MS = 5_000;

/** Redis' own cloud account, which every account has from the start. */
const OWN_CLOUD_ACCOUNT_ID = 1;

/** The keys of a simulator's default account. They are valid nowhere else. */
const apiKey = "simulator-api-key";
const apiSecretKey = "simulator-api-secret-key";

/**
 * @typedef {object} Simulator
 * @property {string} baseUrl
 * @property {number} pid  also the ID of its process group
 * @property {Record<string, string>} credentials  what programs need in their environment
 */

/**
 * Starts a local Redis Cloud through the package's own command line, detached: Ctrl-C is for Pulumi first.
 *
 * @param {{ folder: string, timeScale: number, options?: string[] }} options `options` are further ones of `simulate`
 * @returns {Promise<Simulator & { detach: () => void }>} `detach` lets it outlive this process
 */
export async function startSimulator({ folder, timeScale, options = [] }) {
  const log = path.join(folder, "simulator.log");
  const file = openSync(log, "w");
  const cli = path.join(repository, "dist", "package", "cli.js");
  const args = [cli, "simulate", "--port", "0", "--time-scale", String(timeScale), ...options];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    detached: true,
    env: { ...process.env, TMPDIR: path.join(folder, "tmp") },
    stdio: ["ignore", file, file],
  });
  closeSync(file);
  const pid = child.pid;
  if (!pid) throw new Error("The simulator could not be started.");
  const detach = onExit(() => killGroup(pid, "SIGKILL"));
  child.unref();
  const baseUrl = await address(log, () => child.exitCode === null);
  const credentials = {
    REDIS_CLOUD_API_KEY: apiKey,
    REDIS_CLOUD_API_SECRET_KEY: apiSecretKey,
    REDIS_CLOUD_BASE_URL: baseUrl,
  };
  return { baseUrl, pid, credentials, detach };
}

/**
 * @param {string} log
 * @param {() => boolean} isRunning
 * @returns {Promise<string>} the address that the simulator prints when it is ready
 */
async function address(log, isRunning) {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < deadline) {
    const printed = readFileSync(log, "utf8");
    const found = /http:\/\/(?:127\.0\.0\.1|localhost):\d+[\w/.-]*(?=\s)/.exec(printed);
    if (found) return found[0];
    if (!isRunning()) throw new Error(`The simulator ended at once:\n${printed}`);
    await sleep(50);
  }
  throw new Error(
    `The simulator was not ready in ${READY_TIMEOUT_MS / 1000} s:\n${readFileSync(log, "utf8")}`,
  );
}

/**
 * Ends a simulator and the Redis servers it started.
 *
 * @param {number} pid
 */
export async function stopSimulator(pid) {
  killGroup(pid, "SIGTERM");
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (isAlive(pid) && Date.now() < deadline) await sleep(50);
  killGroup(pid, "SIGKILL");
}

/**
 * Counts the account's resources with the API, except those that every account has.
 *
 * @param {string} baseUrl
 * @returns {Promise<{ subscriptions: number, cloudAccounts: number }>}
 */
export async function inventory(baseUrl) {
  const [subscriptions, cloudAccounts] = await Promise.all([
    list(`${baseUrl}/subscriptions`, "subscriptions"),
    list(`${baseUrl}/cloud-accounts`, "cloudAccounts"),
  ]);
  const others = cloudAccounts.filter(({ id }) => id !== OWN_CLOUD_ACCOUNT_ID);
  return { subscriptions: subscriptions.length, cloudAccounts: others.length };
}

/**
 * @param {string} url
 * @param {string} key
 * @returns {Promise<{ id: number }[]>}
 */
async function list(url, key) {
  const response = await fetch(url, { headers: { "x-api-key": apiKey, "x-api-secret-key": apiSecretKey } });
  if (!response.ok) throw new Error(`GET ${url} answered ${response.status}: ${await response.text()}`);
  const body = await response.json();
  if (!Array.isArray(body[key]))
    throw new Error(`GET ${url} answered without ${key}: ${JSON.stringify(body)}`);
  return body[key];
}
