import type { Mark, Operation } from "../../timeline/operation";

/** A second, in milliseconds. */
export const S = 1000;

/** An operation with marks `[seconds, phase, detail]`. */
export function operation(
  key: string,
  marks: readonly (readonly [number, Mark["phase"], string?])[],
  changes: Partial<Operation> = {},
): Operation {
  return {
    ...{ key, account: "", action: "create", kind: "database", name: key, arrivalKnown: true },
    marks: marks.map(([seconds, phase, detail]) => ({ at: seconds * S, phase, detail, taskId: key })),
    ...changes,
  };
}

/** A line as a provider appends it, as text. */
export const line = (fields: object): string =>
  JSON.stringify({ operation: "1-1", action: "create", kind: "database", name: "cache", ...fields });
