import { constants } from "node:os";

/** @type {Set<() => void>} */
const pending = new Set();
let installed = false;

/**
 * Runs `undo` when this process exits, except by SIGKILL.
 * It must be synchronous: asynchronous work does not run after the `exit` event.
 *
 * @param {() => void} undo
 * @returns {() => void} cancels it, once the work that it protects is done
 */
export function onExit(undo) {
  if (!installed) {
    installed = true;
    process.on("exit", undoAll);
    exitOnSignals();
  }
  pending.add(undo);
  return () => pending.delete(undo);
}

function exitOnSignals() {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => {
      // A caller with its own graceful exit (the demo) registers its listener first and sets this.
      if (!handledElsewhere) process.exit(128 + constants.signals[signal]);
    });
  }
}

let handledElsewhere = false;

/** Leaves signals to the caller, which must end the process. */
export function handleSignalsMyself() {
  handledElsewhere = true;
}

function undoAll() {
  for (const undo of [...pending].reverse()) {
    try {
      undo();
    } catch (error) {
      console.error(`while cleaning up: ${error instanceof Error ? error.message : error}`);
    }
  }
  pending.clear();
}
