import type { Properties } from "./properties";

/*
 * Parts of values by their paths, e.g. `storageType` or `*.regions.*.networking.securityGroupId`: `*` stands for each
 * item of a list.
 */

/** The value, with missing parts taken from another one; lists are matched item by item. */
export const withPartsOf = (other: unknown, value: unknown, paths: readonly string[]): unknown =>
  paths.reduce((whole, path) => withPartOf(other, whole, path.split(".")), value);

function withPartOf(other: unknown, value: unknown, [key = "", ...rest]: readonly string[]): unknown {
  if (key === "*") {
    if (!Array.isArray(value) || !Array.isArray(other)) return value;
    return value.map((item, index) => withPartOf(other[index], item, rest));
  }
  if (!isObject(value) || !isObject(other) || other[key] === undefined) return value;
  if (rest.length > 0) return { ...value, [key]: withPartOf(other[key], value[key] ?? {}, rest) };
  return value[key] === undefined ? { ...value, [key]: other[key] } : value;
}

const isObject = (value: unknown): value is Properties =>
  typeof value === "object" && value !== null && !Array.isArray(value);
