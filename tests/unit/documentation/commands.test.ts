import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
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

const optionsOf = (name: string) => program.commands.find((one) => one.name() === name)?.options;

/** What is wrong with a command line; empty if nothing is. */
function wrongIn(line: string): readonly string[] {
  const [name = "", ...words] = line.match(/'[^']*'|\S+/g) ?? [];
  const options = optionsOf(name);
  if (options === undefined) return [`there is no command ${name}`];
  return words.flatMap((word, index) => {
    if (!/^--?[a-z]/.test(word)) return [];
    const option = options.find(({ long, short }) => word === long || word === short);
    if (option === undefined) return [word];
    const value = words[index + 1]?.replace(/^'(.*)'$/, "$1") ?? "";
    return refusalOf(() => option.required && option.parseArg?.(value, undefined));
  });
}

function refusalOf(parse: () => unknown): readonly string[] {
  try {
    parse();
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
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
  expect(wrongIn(`simulate --faults '[{"fault": "unknown"}]'`)).toEqual([expect.stringContaining("fault")]);
});

test("TypeScript is installed in a version with which Pulumi compiles programs", () => {
  const installed = pages.flatMap((page) =>
    codeBlocks(page, "sh").flatMap((code) => code.match(/(?<=npm install .*)\btypescript\S*/g) ?? []),
  );
  expect(installed).toEqual(["typescript@6"]);
});

test("the account file of the documentation is accepted", () => {
  const [file = ""] = pages
    .flatMap((page) => codeBlocks(page, "json"))
    .filter((json) => json.startsWith("{"));
  const option = optionsOf("simulate")?.find(({ long }) => long === "--account-file");
  const folder = mkdtempSync(path.join(tmpdir(), "account-"));
  const at = path.join(folder, "account.json");
  writeFileSync(at, file);
  const parsed = option?.parseArg?.(at, undefined);
  rmSync(folder, { recursive: true });
  expect(JSON.stringify(parsed)).toContain("our-aws");
});
