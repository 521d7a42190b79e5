import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { onExit } from "../cleanup.mjs";
import { isAlive } from "../process.mjs";

const POLL_MS = 500;

/**
 * Runs `work` in one process at a time: jest's workers would otherwise each build the same engine.
 * The lock of a process that no longer exists is ignored.
 *
 * @template T
 * @param {string} file
 * @param {() => void} onWait  called once when another process has the lock
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function exclusively(file, onWait, work) {
  mkdirSync(path.dirname(file), { recursive: true });
  let waiting = false;
  while (!take(file)) {
    if (!waiting) onWait();
    waiting = true;
    await sleep(POLL_MS);
  }
  const give = () => rmSync(file, { force: true });
  const release = onExit(give);
  try {
    return await work();
  } finally {
    give();
    release();
  }
}

/** @param {string} file */
function take(file) {
  if (link(file)) return true;
  if (isAlive(holder(file))) return false;
  rmSync(file, { force: true });
  return link(file);
}

/**
 * A link either appears with its content or not at all, unlike a file that is created and then written.
 *
 * @param {string} file
 */
function link(file) {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** @param {string} file */
function holder(file) {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return process.pid; // released in between: try again
  }
}
