import { createProgram } from "../../../cli/program";
import { codeBlocks, pages } from "./pages";

/*
 * The command lines of the documentation: each command and each option exists.
 */

const program = createProgram();

/** The invocations of the package's command line in the shell examples, without comments and redirections. */
const lines = pages.flatMap((page) =>
  codeBlocks(page, "sh")
    .flatMap((code) => code.replaceAll("\\\n", " ").split("\n"))
    .flatMap((line) =>
      [...line.matchAll(/npx pulumi-redis-cloud ([^#<>|]+)/g)].map(([, words = ""]) => words.trim()),
    )
    .map((line) => [page.file, line] as const),
);

/** What is wrong with a command line; empty if nothing is. */
function wrongIn(line: string): readonly string[] {
  const [name, ...words] = line.split(/\s+/);
  const command = program.commands.find((one) => one.name() === name);
  if (command === undefined) return [`there is no command ${name}`];
  const known = new Set(command.options.flatMap(({ long, short }) => [long, short]));
  return words.filter((word) => /^--?[a-z]/.test(word) && !known.has(word.replace(/=.*/, "")));
}

test.each(lines)("%s: %s", (_, line) => {
  expect(wrongIn(line)).toEqual([]);
});

test("the documentation shows every command", () => {
  const shown = new Set(lines.map(([, line]) => line.split(" ")[0]));
  expect(program.commands.map((command) => command.name()).filter((name) => !shown.has(name))).toEqual([]);
});

test("a command or an option that does not exist is found", () => {
  expect(wrongIn("deploy")).not.toEqual([]);
  expect(wrongIn("simulate --fast")).toEqual(["--fast"]);
});
