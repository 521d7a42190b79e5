/** One row of a table. */
const rowOf = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

/** A table with its heading; nothing if it has no rows. */
export function tableOf(columns: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  return [rowOf(columns), rowOf(columns.map(() => "---")), ...rows.map(rowOf), ""];
}

/** Code in a line of text. */
export const codeOf = (text: string): string => `\`${text}\``;

const NAME = /(?<![\w:`.-])[a-z]+(?:[A-Z]\w*)+(?:\(\))?/g;

/** Marks the names of arguments and functions in a message, e.g. `getRegions()`, as code. */
export const withCode = (message: string): string =>
  message
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(NAME, "`$&`")))
    .join("");
