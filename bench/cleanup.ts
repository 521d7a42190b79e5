import { constants } from "node:os";

const pending = new Set<() => void>();

/**
 * Runs `undo` when this process exits, except by SIGKILL. It must be synchronous.
 *
 * @returns a function that runs `undo` now instead.
 */
export function onExit(undo: () => void): () => void {
  pending.add(undo);
  return () => {
    if (pending.delete(undo)) undo();
  };
}

/** Makes signals exit this process with all clean-up. */
export function undoAllOnExit(): void {
  process.on("exit", () => {
    for (const undo of [...pending].reverse()) undo();
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => process.exit(128 + constants.signals[signal]));
  }
}

/** Ends a process group, if it is still there. */
export function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // ended meanwhile
  }
}
