import { z } from "zod";
import type { Change, Field, Timeouts } from "./declaration";
import { duration, text } from "./schemas";

/** Arguments that every resource takes. */
export interface CommonInputs {
  /**
   * The account to use: a name in the config value `redis-cloud:accounts`. A change replaces.
   *
   * @default the account of `redis-cloud:apiKey`, or of the environment
   */
  account?: string;
  /**
   * How long each operation may take, counted from its submission, as durations: `90s`, `45m`, `1h30m`. Waiting for
   * other changes of the account is not counted. When the time is over, the resource stays in the state, and the
   * next `pulumi up` waits on.
   *
   * @default generous for what the API takes: `2h` to create a subscription, `1h` for nearly everything else
   */
  timeouts?: Timeouts;
}

export const commonFields = {
  account: { schema: text.optional(), change: "replace" },
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

/** A change replaces; the default, spelled out or left out, is the same. */
export const replacesUnlessDefault =
  (byDefault: unknown) =>
  (before: unknown, after: unknown): Change =>
    (before ?? byDefault) === (after ?? byDefault) ? "none" : "replace";
