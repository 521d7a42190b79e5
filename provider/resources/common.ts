import { z } from "zod";
import type { Problem } from "../operations/declaration";
import type { Field } from "../operations/field";
import { duration, text } from "./schemas";
import type { CommonInputs } from "./sharedTypes";

export const commonFields = {
  // The empty name stands for the default account.
  account: { schema: text.optional(), change: "replace", default: "" },
  // It only matters on creation; afterwards it has no effect.
  adopt: { schema: text.optional(), change: "none", canonical: () => undefined },
  timeouts: {
    schema: z
      .strictObject({ create: duration.optional(), update: duration.optional(), delete: duration.optional() })
      .optional(),
    change: "none",
  },
} satisfies { readonly [K in keyof CommonInputs]-?: Field<CommonInputs[K], unknown> };

/** Picks the given arguments by name, for a request body. */
export function only<T extends object, K extends keyof T>(
  inputs: T,
  names: readonly K[],
): Partial<Pick<T, K>> {
  const given = names
    .filter((name) => inputs[name] !== undefined)
    .map((name) => [name, inputs[name]] as const);
  return Object.fromEntries(given) as Partial<Pick<T, K>>;
}

/**
 * Reports duplicates in a list.
 *
 * @param keys the key of each item, which has to be unique
 * @param at the property path of an item
 */
export function repetitions(keys: readonly string[], at: (index: number) => string): readonly Problem[] {
  return keys.flatMap((key, index) =>
    keys.indexOf(key) < index ? [{ property: at(index), reason: `is a duplicate: ${key}.` }] : [],
  );
}
