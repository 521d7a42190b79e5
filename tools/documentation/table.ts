import type { Change, Field } from "../../provider/operations/field";
import { codeOf, tableOf } from "./markdown";
import { parsePhrases } from "./phrases";
import type { Described } from "./properties";
import type { Argument, Resource } from "./resources";

/** Arguments of every resource, which docs/resources.md describes. */
const COMMON = new Set(["account", "adopt", "timeouts"]);

/** The arguments of a resource and their parts, as a table. */
export function argumentsTable({ arguments: all }: Resource): readonly string[] {
  const own = all.filter(({ name }) => !COMMON.has(name));
  return tableOf(["Argument", "Type", "Meaning", "Default", "On change"], own.flatMap(argumentRows));
}

/** The outputs of a resource that are not arguments, as a table. */
export function outputsTable({ outputs }: Resource): readonly string[] {
  const rows = [...outputs].flatMap(([name, described]) =>
    withParts(name, described).map(([path, { type, description }]) => [
      codeOf(path),
      codeOf(type),
      description,
    ]),
  );
  return tableOf(["Output", "Type", "Meaning"], rows);
}

/** A property and its parts, each with its path. */
const withParts = (name: string, described: Described): readonly (readonly [string, Described])[] => [
  [name, described],
  ...[...described.parts].map(([rest, part]) => [name + rest, part] as const),
];

function argumentRows({ name, field, described }: Argument): readonly (readonly string[])[] {
  return withParts(name, described).map(([path, each]) => {
    const { meaning, staysWhenRemoved } = parsePhrases(each);
    const isArgument = path === name;
    const notes = [
      isArgument && onChange(field),
      isArgument && field.afterCreate && "set after creation",
      staysWhenRemoved && "stays when removed",
    ];
    return [
      codeOf(path),
      codeOf(each.type),
      isArgument && field.secret ? `${meaning} Secret.` : meaning,
      each.byDefault ?? (each.isRequired ? "(required)" : ""),
      notes.filter(Boolean).join("; "),
    ];
  });
}

const WORDS: Readonly<Record<Change, string>> = {
  update: "update",
  replace: "replace",
  none: "state only",
};

function onChange({ change }: Field<unknown, unknown>): string {
  if (typeof change === "string") return WORDS[change];
  const parts = Object.entries(change.parts ?? {}).map(([part, of]) => `of \`${part}\`: ${WORDS[of]}`);
  return [WORDS[change.usually], ...parts].join("; ");
}
