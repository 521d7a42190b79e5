import { appendFileSync } from "node:fs";
import type { Seen, Watch, Work } from "../lifecycle/operation";

let operations = 0;
const known = new WeakMap<Work, { readonly operation: string; latest?: string }>();

/**
 * Appends what happens to operations to a file, a line of JSON each: what `pulumi-redis-cloud timeline` draws.
 *
 * @param resource its name, as the program calls it, and the account it is in, where that has a name.
 */
export function recorder(
  file: string,
  resource: { readonly name?: string; readonly account?: string },
): Watch["observe"] {
  return (work, phase, seen: Seen = {}) => {
    const { action, target } = work;
    const entry = known.get(work) ?? { operation: `${process.pid}-${++operations}` };
    known.set(work, entry);
    const essence = `${phase} ${seen.detail}`;
    if (entry.latest === essence) return;
    entry.latest = essence;
    const line = {
      at: Date.now(),
      operation: entry.operation,
      action,
      ...target,
      ...resource,
      phase,
      ...seen,
    };
    appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
  };
}
