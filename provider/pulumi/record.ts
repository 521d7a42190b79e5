import { appendFileSync } from "node:fs";
import type { Operation, Progress, Seen } from "../lifecycle/operation";

let operations = 0;
const unwritable = new Set<string>();
const known = new WeakMap<Operation, { readonly operation: string; latest?: string }>();

/**
 * Appends the phases of operations to a file as lines of JSON, which `pulumi-redis-cloud timeline` draws. A write
 * error is reported once and does not fail the operation.
 *
 * @param resource its logical name, and the name of its account if there is one.
 */
export function recorder(
  file: string,
  resource: { readonly name?: string; readonly account?: string },
): Progress["observe"] {
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
      kind: target.kind.name,
      ...target.place,
      id: target.id,
      ...resource,
      phase,
      ...seen,
    };
    append(file, `${JSON.stringify(line)}\n`);
  };
}

function append(file: string, line: string): void {
  try {
    appendFileSync(file, line, { mode: 0o600 });
  } catch (error) {
    if (unwritable.has(file)) return;
    unwritable.add(file);
    console.error(`The record of the run cannot be written: ${(error as Error).message}`);
  }
}
