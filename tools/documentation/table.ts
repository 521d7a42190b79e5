import type { Change, Field } from "../../provider/operations/field";
import { parsePhrases } from "./phrases";
import { type Argument, type Resource, resources } from "./resources";

const INTRODUCTION = `<!-- Made by \`npm run docs\` from the declarations in provider/resources: change those. -->

# Arguments

Each argument of each resource. _On change_ tells what a change in the program asks of the API: an **update** of the
resource in place; to **replace** it by a new one, deleting the old one first; or nothing, where it is **only kept in the
state**. An argument XX`;

const HEADER = ["| Argument | Meaning | Default | On change | Notes |", "| --- | --- | --- | --- | --- |"];

const OUTPUTS_HEADER = ["| Output | Meaning |", "| --- | --- |"];

/**
 * The documentation of all arguments, in Markdown.
 *
 * @param repository the folder with the sources
 */
export function documentation(repository: string): string {
  return [INTRODUCTION, ...resources(repository).map(section)].join("\n");
}

function section({ name, arguments: all, outputs }: Resource): string {
  const rows = [...outputs].map(([output, { description }]) => rowOf([`\`${output}\``, description]));
  return [`## ${name}`, "", ...HEADER, ...all.map(row), "", ...OUTPUTS_HEADER, ...rows, ""].join("\n");
}

const rowOf = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

function row({ name, field, described }: Argument): string {
  const { meaning, staysWhenRemoved } = parsePhrases(described);
  const byDefault = described.byDefault ?? (described.isRequired ? "(required)" : "");
  const notes = [
    field.secret && "secret",
    field.afterCreate && "set after creation",
    staysWhenRemoved && "stays when removed",
  ];
  return rowOf([`\`${name}\``, meaning, byDefault, onChange(field), notes.filter(Boolean).join("; ")]);
}

const WORDS: Readonly<Record<Change, string>> = {
  update: "update",
  replace: "replace",
  none: "only kept in the state",
};

function onChange({ change }: Field<unknown, unknown>): string {
  if (typeof change === "string") return WORDS[change];
  const parts = Object.entries(change.parts ?? {}).map(([part, of]) => `of \`${part}\`: ${WORDS[of]}`);
  return [WORDS[change.usually], ...parts].join("; ");
}
