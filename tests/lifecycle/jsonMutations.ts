import fc from "fast-check";
import { type Answer, type Mutation, nestedObject, textOf, withBody, withHeaders } from "./mutations";

type Path = readonly (string | number)[];

/** The paths of all values inside a value, including itself. */
function places(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))];
}

/** Replaces the value at the path; undefined removes it. */
function replaced(value: unknown, [key, ...rest]: Path, by: (inner: unknown) => unknown): unknown {
  if (key === undefined) return by(value);
  if (Array.isArray(value))
    return value.map((inner, index) => (index === Number(key) ? replaced(inner, rest, by) : inner));
  const held = value as Record<string, unknown>;
  return { ...held, [key]: replaced(held[key], rest, by) };
}

/** Changes one of the matching values in a JSON response. */
function inside(
  how: string,
  at: number,
  matches: (path: Path, value: unknown) => boolean,
  by: (value: unknown) => unknown,
): Mutation {
  const change = (answer: Answer): Answer => {
    const json: unknown = JSON.parse(textOf(answer) || "null");
    const valueAt = (path: Path) =>
      path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], json);
    const candidates = places(json).filter((path) => matches(path, valueAt(path)));
    const path = candidates[at % (candidates.length || 1)];
    return path === undefined ? answer : { ...answer, body: JSON.stringify(replaced(json, path, by)) ?? "" };
  };
  return { how, change };
}

const isAnywhere = () => true;
const isList = (_: Path, value: unknown) => Array.isArray(value);
const isObject = (_: Path, value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isField = (path: Path) => path.length > 0;
const isOutermost = (path: Path) => path.length === 1;
const isNumber = (_: Path, value: unknown) => typeof value === "number";
const endsWith =
  (...names: string[]) =>
  (path: Path) =>
    names.includes(String(path.at(-1)));
const at = fc.nat({ max: 100_000 });

const OTHER_KEYS =
  '{"__proto__":{"status":"error"},"constructor":{"prototype":1},"toString":null,"hitherto":"unknown"}';
const otherKeys = JSON.parse(OTHER_KEYS) as object;
/** In place of it, since it is too deep for JSON.stringify. */
const DEEP = '"nested deeply"';
const deeply = (mutation: Mutation): Mutation => ({
  ...mutation,
  change: (answer) =>
    withBody("", textOf(mutation.change(answer)).replace(DEEP, nestedObject)).change(answer),
});

/** Mutations that must have no effect. */
export const noise: fc.Arbitrary<Mutation> = fc.oneof(
  fc
    .constantFrom("text/html", "image/png", "application/xml; charset=utf-99")
    .map((type) => withHeaders({ "content-type": type })),
  fc
    .constantFrom("-1", "text", "0", "1e99", "99999999999999999999")
    .map((left) => withHeaders({ "x-rate-limit-remaining": left })),
  at.map((n) => inside("duplicates in a list", n, isList, (list) => [...(list as []), ...(list as [])])),
  at.map((n) =>
    inside("extra fields", n, isObject, (fields) => ({ ...otherKeys, ...(fields as object), ...otherKeys })),
  ),
  at.map((n) =>
    deeply(
      inside("a deep extra field", n, isObject, (fields) => ({
        ...(fields as object),
        parameters: JSON.parse(DEEP),
      })),
    ),
  ),
);

const otherValue = fc.constantFrom<unknown>(
  "7",
  "text",
  "",
  7,
  -7,
  0.5,
  true,
  null,
  [],
  {},
  [[[]]],
  [null],
  { a: { b: [] } },
  otherKeys,
);
const hugeOrNegative = fc.constantFrom(-1, -50_000, 0, 1e21, Number.MAX_VALUE, 2 ** 53, 0.1);

/** Mutations with valid types but invalid content. */
export const twist: fc.Arbitrary<Mutation> = fc.oneof(
  fc
    .tuple(at, otherValue, fc.constantFrom(isAnywhere, isOutermost, isOutermost))
    .map(([n, value, where]) => inside(`another value ${JSON.stringify(value)}`, n, where, () => value)),
  at.map((n) => inside("a missing field", n, isField, () => undefined)),
  fc.tuple(at, hugeOrNegative).map(([n, value]) => inside(`the number ${value}`, n, isNumber, () => value)),
  fc
    .tuple(at, hugeOrNegative)
    .map(([n, value]) =>
      inside(`the ID ${value}`, n, endsWith("id", "databaseId", "resourceId"), () => value),
    ),
  fc
    .tuple(at, fc.constantFrom("enchanted", "", "ACTIVE", "constructor", "__proto__"))
    .map(([n, status]) => inside(`the state ${status}`, n, endsWith("status"), () => status)),
  at.map((n) => inside("no task ID", n, endsWith("taskId"), () => undefined)),
  fc
    .tuple(at, fc.constantFrom("yesterday", "", "0000-99-99", "+275760-09-13T00:00:00.001Z"))
    .map(([n, time]) => inside(`the time ${time}`, n, endsWith("timestamp"), () => time)),
);

/** Unknown states, and no other change. */
export const otherStates: Mutation = {
  how: "states that nobody knows",
  change: (answer) => ({
    ...answer,
    body: textOf(answer).replace(/"status":"[^"]+"/g, '"status":"enchanted"'),
  }),
};
