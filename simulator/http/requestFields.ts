import { z } from "zod";

/** A 32-bit whole number. */
export const int32 = z
  .int()
  .min(-(2 ** 31))
  .max(2 ** 31 - 1);

/**
 * A field that the OpenAPI document marks read-only in a request itself, such as `commandType`. Real clients send such
 * fields; the server takes the values from the path and ignores these.
 */
export const readOnly = z.unknown().optional();
