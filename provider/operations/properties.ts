import { isDeepStrictEqual } from "node:util";
import { unknownValue } from "@pulumi/pulumi/runtime/rpc";

/** Properties of a resource as the engine passes them: plain values, secrets opened. */
export type Properties = Readonly<Record<string, unknown>>;

/** Hidden properties: the engine's display leaves out what starts with two underscores. */
export const URN = "__urn";
/** Names of properties that are not the program's but were filled in: the auto-name, a generated password. */
export const DEFAULTS = "__defaults";
export const PROVIDER = "__provider";
/** The resource's option of that name. */
export const REPLACE_ON_CHANGES = "__replaceOnChanges";
/** What a preview asks for costs by; it goes no further than `check`. */
export const ESTIMATE = "__estimate";
/** In a preview, the file that name collisions go to; it goes no further than `check`. */
export const COLLISIONS = "__collisions";
/** Marks a resource that exists and whose creation did not come to its end. */
export const UNFINISHED = "__unfinished";

/** Names of arguments of an update that was submitted and whose outcome nobody saw. */
export const UNSETTLED = "__unsettled";

/** The task of the resource's latest change, by which changes that the state does not know of are told. */
export const TASK = "__task";

/** The journal's token of the latest update, by which an update that was interrupted is told. */
export const INTENT = "__intent";

/** Marks arguments of which `adopt` is done: what it named was replaced. */
export const ADOPTED = "__adopted";

/** Attributes that the API reports: arguments that the program leaves out, and further outputs. Never secrets. */
export const ATTRIBUTES = "__attributes";

/** Attributes as the state holds them: as a text, which the engine and programs pass on many times as fast as an object. */
export const writtenAttributes = (attributes: Properties): string => JSON.stringify(attributes);

/** Attributes that the state holds; undefined without any. */
export function attributesIn(written: unknown): Properties | undefined {
  if (typeof written === "string") return JSON.parse(written);
  return typeof written === "object" && written !== null ? (written as Properties) : undefined;
}

/** What another resource decided about the outputs when they were read, where the outputs do not show it. */
export const SURROUNDINGS = "__surroundings";

/** Marks a resource that is read and not managed: that of a static `get`. */
export const LOOK_UP = "__lookUp";

/** Whether the value, or anything in it, is not known yet (in a preview). */
export function containsUnknown(value: unknown): boolean {
  if (value === unknownValue) return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(containsUnknown);
}

/** The properties whose values are known, entirely. */
export const known = (properties: Properties): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => !containsUnknown(value)));

/** Whether both say the same to the API: missing and null mean the same, the order of keys means nothing. */
export function same(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(withoutMissing(a), withoutMissing(b));
}

/** The value without keys that hold undefined or null, at any depth. */
export function withoutMissing(value: unknown): unknown {
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.map(withoutMissing);
  if (typeof value !== "object") return value;
  const entries = Object.entries(value as object).map(
    ([key, inner]) => [key, withoutMissing(inner)] as const,
  );
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}

/** Names of the properties that were filled in, and not declared by the program. */
export function defaultsOf(properties: Properties): readonly string[] {
  const names = properties[DEFAULTS];
  return Array.isArray(names) ? names : [];
}

/** Whether what the server holds is what was declared: it may hold more, defaults that it filled in. */
export function agrees(declared: unknown, held: unknown): boolean {
  if (Array.isArray(declared)) {
    if (!Array.isArray(held) || held.length !== declared.length) return false;
    return declared.every((item, index) => agrees(item, held[index]));
  }
  if (typeof declared !== "object" || declared === null) return same(declared, held);
  if (typeof held !== "object" || held === null) return false;
  return Object.entries(declared).every(([key, value]) => agrees(value, (held as Properties)[key]));
}

/** A schema, as far as it takes to ask it: the package's public types must not need those of a library. */
export interface Checkable {
  safeParse(value: unknown): { readonly success: boolean };
}
