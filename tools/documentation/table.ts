import type { Change, Field } from "../../provider/resources/declaration";
import { type Argument, type Resource, resources } from "./resources";
import { said } from "./said";

const INTRODUCTION = `<!-- Made by \`npm run docs\` from the declarations in provider/resources: change those. -->

# Arguments

Each argument of each resource. _On change_ tells what a change in the program asks of the API: an **update** of the
resource in place; to **replace** it by a new one, deleting the old one first; or nothing, where it is **only kept in the
state**. An argument that is removed from the program goes back to its default, unless it says that it stays.
`;

const HEADER = ["| Argument | Meaning | Default | On change | Notes |", "| --- | --- | --- | --- | --- |"];

/**
 * The documentation of all arguments, in Markdown.
 *
 * @param repository the folder with the sources
 */
export function documentation(repository: string): string {
  return [INTRODUCTION, ...resources(repository).map(section)].join("\n");
}

const section = (resource: Resource): string =>
  [`## ${resource.name}`, "", ...HEADER, ...resource.arguments.map(row), ""].join("\n");

function row({ name, field, described }: Argument): string {
  const { meaning, staysWhenRemoved } = said(described);
  const byDefault = described.byDefault ?? (described.isRequired ? "(required)" : "");
  const notes = [
    field.secret && "secret",
    field.afterCreate && "set after creation",
    staysWhenRemoved && "stays when removed",
  ];
  const cells = [`\`${name}\``, meaning, byDefault, onChange(field), notes.filter(Boolean).join("; ")];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
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
