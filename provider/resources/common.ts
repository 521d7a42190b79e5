import { z } from "zod";
import type { Field } from "./declaration";
import { duration, text } from "./schemas";
import type { CommonInputs } from "./sharedTypes";

export const commonFields = {
  account: { schema: text.optional(), change: "replace" },
  // It says where the resource came from, and asks for nothing once that is done.
  adopt: { schema: text.optional(), change: "none", canonical: () => undefined },
  timeouts: {
    schema: z
      .strictObject({ create: duration.optional(), update: duration.optional(), delete: duration.optional() })
      .optional(),
    change: "none",
  },
} satisfies Record<keyof CommonInputs, Field<never, unknown>>;

/** The arguments that a request body carries: those named, as far as they are given. */
export function only<T extends object, K extends keyof T>(
  inputs: T,
  names: readonly K[],
): Partial<Pick<T, K>> {
  const given = names
    .filter((name) => inputs[name] !== undefined)
    .map((name) => [name, inputs[name]] as const);
  return Object.fromEntries(given) as Partial<Pick<T, K>>;
}
