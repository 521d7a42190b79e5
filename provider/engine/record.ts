import { appendFileSync } from "node:fs";
import type { Watch, Work } from "../lifecycle/operation";

let operations = 0;
const known = new WeakMap<Work, { readonly operation: string; latest?: string }>();

/**
 * Appends what happens to operations to a file, a line of JSON each: what `pulumi-redis-cloud timeline` draws.
 *
 * @param name the resource's, as the program calls it.
 */
export function recorder(file: string, name: string | undefined): Watch["observe"] {
  return (work, phase, seen = {}) => {
    const { action, target } = work;
    const entry = known.get(work) ?? { operation: `${process.pid}-${++operations}` };
    known.set(work, entry);
    const essence = `${phase} ${seen.detail}`;
    if (entry.latest === essence) return;
    entry.latest = essence;
    const line = { at: Date.now(), operation: entry.operation, action, ...target, name, phase, ...seen };
    appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
  };
}
