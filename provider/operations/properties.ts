import { isDeepStrictEqual } from "node:util";
import { unknownValue } from "@pulumi/pulumi/runtime/rpc";

/** Properties of a resource as the engine passes them: plain values, secrets unwrapped. */
export type Properties = Readonly<Record<string, unknown>>;

/** Hidden properties: the engine's display leaves out what starts with two underscores. */
export const URN = "__urn";
/** Names of undeclared properties that were filled in, e.g. the auto-name, a generated password. */
export const DEFAULTS = "__defaults";
export const PROVIDER = "__provider";
/** The resource's option of that name. */
export const REPLACE_ON_CHANGES = "__replaceOnChanges";
/** A preview's request for a cost estimate; `check` removes it. */
export const ESTIMATE = "__estimate";
/** In a preview, the file that collects name collisions; `check` removes it. */
export const COLLISIONS = "__collisions";
/** In an update, the file that collects what the program tells at its end; `check` removes it. */
export const RUN = "__run";
/** Marks an existing resource whose creation has not finished. */
export const UNFINISHED = "__unfinished";

/** Names of arguments whose value is uncertain: the next update checks or sets them. */
export const UNSETTLED = "__unsettled";

/** Task ID of the latest change in the state: later tasks are changes that the state does not have. */
export const TASK = "__task";

/** The journal's token of the latest update: an open one with another token was interrupted. */
export const INTENT = "__intent";

/** Marks arguments whose `adopt` is done: the adopted resource is replaced. */
export const ADOPTED = "__adopted";

/** Attributes that the API reports: optional arguments and further outputs. Never secrets. */
export const ATTRIBUTES = "__attributes";

/** Serializes attributes for the state: the engine and programs pass on a string many times as fast as an object. */
export const writtenAttributes = (attributes: Properties): string => JSON.stringify(attributes);

/** Parses the attributes of a state; undefined without any. */
export function attributesIn(written: unknown): Properties | undefined {
  if (typeof written === "string") return JSON.parse(written);
  return typeof written === "object" && written !== null ? (written as Properties) : undefined;
}

/** The other resource's setting when the outputs were read, if the outputs do not show it. */
export const SURROUNDINGS = "__surroundings";

/** Marks a resource that is read with a static `get`, and not managed. */
export const LOOK_UP = "__lookUp";

/** Whether the value, or anything in it, is not known yet (in a preview). */
export function containsUnknown(value: unknown): boolean {
  if (value === unknownValue) return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(containsUnknown);
}

/** The properties whose values are entirely known. */
export const withoutUnknown = (properties: Properties): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => !containsUnknown(value)));

/** Whether both mean the same to the API: missing and null are equal, the order of keys is ignored. */
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

/** Whether the observed value matches the declared one; it may contain more defaults. */
export function agrees(declared: unknown, held: unknown): boolean {
  if (Array.isArray(declared)) {
    if (!Array.isArray(held) || held.length !== declared.length) return false;
    return declared.every((item, index) => agrees(item, held[index]));
  }
  if (typeof declared !== "object" || declared === null) return same(declared, held);
  if (typeof held !== "object" || held === null) return false;
  return Object.entries(declared).every(([key, value]) => agrees(value, (held as Properties)[key]));
}

/** Minimal type of a schema: the package's public types must not depend on those of a library. */
export interface Checkable {
  safeParse(value: unknown): { readonly success: boolean };
}
