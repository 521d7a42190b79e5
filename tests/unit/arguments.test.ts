import path from "node:path";
import { parsePhrases } from "../../tools/documentation/phrases";
import { type Argument, resources } from "../../tools/documentation/resources";

const REPOSITORY = path.resolve(__dirname, "../..");

const all = resources(REPOSITORY).flatMap(({ name: resource, arguments: each }) =>
  each.map((argument) => [`${resource}.${argument.name}`, argument] as const),
);

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

/** Arguments that are required in some cases, which the description states. An omitted name is generated. */
const mayBeLeftOut = ({ name, described }: Argument): boolean =>
  !described.isRequired && name !== "name" && !/\b(Required|Either)\b/.test(described.description);

/** The API has no default. */
const isKept = ({ field }: Argument): boolean => field.change !== "none" && field.default === undefined;

/** How `@default` must state a default; an empty value has its own wording. */
function spelled(value: unknown): unknown {
  if (typeof value === "boolean" || typeof value === "number") return String(value);
  if (typeof value === "string" && value !== "") return `\`${value}\``;
  return expect.stringMatching(/./);
}
