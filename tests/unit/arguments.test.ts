import { readFileSync } from "node:fs";
import path from "node:path";
import { type Argument, resources } from "../../tools/documentation/resources";
import { parsePhrases } from "../../tools/documentation/phrases";
import { documentation } from "../../tools/documentation/table";

const REPOSITORY = path.resolve(__dirname, "../..");

const all = resources(REPOSITORY).flatMap(({ name: resource, arguments: each }) =>
  each.map((argument) => [`${resource}.${argument.name}`, argument] as const),
);

test("docs/arguments.md is up to date (if it is not: npm run docs)", () => {
  expect(readFileSync(path.join(REPOSITORY, "docs", "arguments.md"), "utf8")).toBe(documentation(REPOSITORY));
});

test.each(all)("%s: the documentation states the declared effect of a change", (_, { field, described }) => {
  const { change } = field;
  const [usual, parts] =
    typeof change === "string" ? [change, {}] : ([change.usually, change.parts ?? {}] as const);
  expect(parsePhrases(described)).toMatchObject({ change: usual === "none" ? undefined : usual, parts });
  if (described.description.includes("Used on creation only.")) expect(usual).toBe("none");
});

test.each(all)(
  "%s: what is secret, and what is set after creation, is told as it is declared",
  (_, argument) => {
    const { field, described } = argument;
    expect(parsePhrases(described)).toMatchObject({
      isSecret: field.secret ?? false,
      isSetAfterCreation: field.afterCreate ?? false,
    });
  },
);

test.each(all)("%s: the documentation states whether it is required", (_, { field, described }) => {
  expect(described.isRequired).toBe(!field.schema.safeParse(undefined).success);
});

test.each(all)("%s: the documentation states what happens when it is removed", (_, argument) => {
  const { field, described } = argument;
  expect(parsePhrases(described).staysWhenRemoved).toBe(mayBeLeftOut(argument) && isKept(argument));
  if (field.default !== undefined) expect(described.byDefault).toEqual(spelled(field.default));
});

const literal = all.flatMap(([name, { field, described }]) => {
  const [, text, number] = /^`([^`]+)`$|^(\d+)$/.exec(described.byDefault ?? "") ?? [];
  return field.change === "replace" && (text ?? number) !== undefined
    ? [[name, number === undefined ? text : Number(number), field] as const]
    : [];
});

test.each(literal)("%s: the explicit default %p does not replace", (_, byDefault, field) => {
  expect(field.default).toBe(byDefault);
});

/** Needed in some cases: the description says in which. A name that is left out is made up. */
const mayBeLeftOut = ({ name, described }: Argument): boolean =>
  !described.isRequired && name !== "name" && !/\b(Needed|Either)\b/.test(described.description);

/** The API has no default to go back to. */
const isKept = ({ field }: Argument): boolean => field.change !== "none" && field.default === undefined;

/** How `@default` has to spell a default; what is empty has words of its own. */
function spelled(value: unknown): unknown {
  if (typeof value === "boolean" || typeof value === "number") return String(value);
  if (typeof value === "string" && value !== "") return `\`${value}\``;
  return expect.stringMatching(/./);
}
