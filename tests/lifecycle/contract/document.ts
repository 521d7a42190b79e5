import { readFileSync } from "node:fs";
import path from "node:path";

/*
 * What the API's OpenAPI document says of requests and answers: names of fields, types and allowed values. `document.txt`
 * has a line for each operation, `METHOD path: request -> answer`, and one for each schema, `name = field:type, …`. A type
 * is `string`, `integer`, `number`, `boolean`, `object`, `any`, `=one|another` or `#Schema`; `!` marks a required field,
 * `[]` a list. Fields of answers that only an example of the document shows are included.
 */

interface Operation {
  readonly pattern: RegExp;
  readonly name: string;
  readonly request?: string;
  readonly answer?: string;
}

const [operationLines = "", schemaLines = ""] = readFileSync(
  path.join(__dirname, "document.txt"),
  "utf8",
).split("\n\n");

const OPERATIONS: readonly Operation[] = operationLines.split("\n").map((line) => {
  const [, name = "", request, answer] = /^(\S+ \S+): (\S+) -> (\S+)$/.exec(line) ?? [];
  const given = (schema = "-") => (schema === "-" ? undefined : schema);
  const pattern = new RegExp(`^${name.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
  return { name, pattern, request: given(request), answer: given(answer) };
});

/** Types by field, by schema. */
const SCHEMAS = new Map(
  schemaLines
    .trim()
    .split("\n")
    .map((line) => {
      const [name = "", fields = ""] = line.split(" = ");
      const types = fields.split(", ").filter(Boolean);
      return [name, new Map(types.map((field) => splitOnce(field)))] as const;
    }),
);

function splitOnce(field: string): [name: string, type: string] {
  const at = field.indexOf(":");
  return [field.slice(0, at), field.slice(at + 1)];
}

/** The operation of a request; one with fewer placeholders takes precedence. */
export function operationOf(method: string, url: string): Operation | undefined {
  const called = `${method} ${url.replace(/^\/v1/, "").replace(/\?.*$/, "")}`;
  const [first] = OPERATIONS.filter(({ pattern }) => pattern.test(called)).sort(
    (one, other) => one.name.split("{").length - other.name.split("{").length,
  );
  return first;
}

/**
 * Returns where a value differs from a schema, e.g. `FixedDatabase.planSize: not in the document`.
 *
 * @param isRequest requests must have the required fields.
 */
export function differencesFrom(
  schema: string,
  value: unknown,
  { isRequest = false } = {},
): readonly string[] {
  const fields = SCHEMAS.get(schema);
  if (fields === undefined) return [`${schema}: no such schema`];
  if (typeof value !== "object" || value === null) return [`${schema}: not an object`];
  const required = [...fields.keys()].filter((name) => name.endsWith("!")).map((name) => name.slice(0, -1));
  const missing = isRequest ? required.filter((name) => !(name in value)) : [];
  const wrong = Object.entries(value).flatMap(([name, held]) => {
    const at = `${schema}.${name}`;
    const type = fields.get(name) ?? fields.get(`${name}!`);
    if (name === "links" || held === null) return [];
    return type === undefined ? [`${at}: not in the document`] : mismatches(at, type, held);
  });
  return [...missing.map((name) => `${schema}.${name}: missing`), ...wrong];

  function mismatches(at: string, type: string, held: unknown): readonly string[] {
    if (type.endsWith("[]")) {
      if (!Array.isArray(held)) return [`${at}: not a list`];
      return held.flatMap((item) => mismatches(at, type.slice(0, -2), item));
    }
    if (type.startsWith("#")) return differencesFrom(type.slice(1), held, { isRequest });
    if (type.startsWith("="))
      return type.slice(1).split("|").includes(String(held)) ? [] : [`${at}: ${String(held)} is not allowed`];
    const isOfType = type === "integer" ? Number.isInteger(held) : typeof held === type;
    return isOfType || type === "any" ? [] : [`${at}: not ${type}`];
  }
}
