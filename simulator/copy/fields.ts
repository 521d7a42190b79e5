import { z } from "zod";

/** A field that the API may leave out, or answer with `null`. */
export function maybe<Shape extends z.ZodType>(shape: Shape) {
  return shape.nullish().transform((value) => value ?? undefined);
}

/** The same with a default. */
export function withDefault<Shape extends z.ZodType>(shape: Shape, value: z.infer<Shape>) {
  return shape.nullish().transform((given) => given ?? value);
}

/** A time, in milliseconds since 1970. */
export const time = z
  .string()
  .nullish()
  .transform((text) => (text ? Date.parse(text) : Number.NaN))
  .transform((at) => (Number.isNaN(at) ? undefined : at));
