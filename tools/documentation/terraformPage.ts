import { readFileSync } from "node:fs";
import path from "node:path";
import * as rediscloud from "../../provider";
import { DECLARATIONS } from "../../provider/resources/all";
import { generatedProgram } from "./generatedProgram";
import { tableOf } from "./markdown";
import { BEYOND, type Counterpart, DATA_SOURCES, RESOURCES } from "./terraform";

/** Whether the package exports it already. */
const isThere = (name: string): boolean => name in rediscloud;

const hasPage = (name: string): boolean => DECLARATIONS.some(({ typeName }) => typeName === name);

function shown(name: string): string {
  if (!isThere(name)) return `\`${name}\` (planned)`;
  return hasPage(name) ? `[\`${name}\`](resources/${name}.md)` : `\`${name}\``;
}

const table = (title: string, counterparts: Readonly<Record<string, Counterpart>>): readonly string[] =>
  tableOf(
    [title, "Here", ""],
    Object.entries(counterparts).map(([name, { names, note = "" }]) => [
      `\`rediscloud_${name}\``,
      names.map(shown).join(", "),
      note,
    ]),
  );

/**
 * The page for people who know the vendor's Terraform provider.
 *
 * @param repository the folder with the sources
 */
export async function terraformPage(repository: string): Promise<string> {
  const all = [RESOURCES, DATA_SOURCES].flatMap((some) => Object.values(some));
  const planned = all.filter(({ names }) => !names.every(isThere)).length;
  const beyond = BEYOND.filter(isThere).map(shown);
  const written = readFileSync(
    path.join(repository, "tools", "documentation", "pages", "terraform.md"),
    "utf8",
  );
  const program = ["```ts", (await generatedProgram()).trimEnd(), "```"].join("\n");
  return [
    "# Coming from Terraform",
    "",
    "<!-- Made by `npm run docs` from tools/documentation/pages/terraform.md and terraform.ts: change those. -->",
    "",
    `Each of the ${Object.keys(RESOURCES).length} resources and ${Object.keys(DATA_SOURCES).length} data sources of the vendor's Terraform provider (2.11) is in [the tables](#resources) at the end.`,
    planned === 0
      ? "All of them have a counterpart."
      : `${all.length - planned} of ${all.length} have a counterpart; the others are planned.`,
    "",
    written.trimEnd().replace("GENERATED_PROGRAM", () => program),
    "",
    "## Resources",
    "",
    ...table("Terraform resource", RESOURCES),
    "## Data sources",
    "",
    ...table("Terraform data source", DATA_SOURCES),
    `Beyond these, there are ${beyond.join(", ")}, and the look-ups of lists in [resources.md](resources.md#look-up-functions).`,
    "",
  ].join("\n");
}
