import { readFileSync } from "node:fs";
import ts from "typescript";

const parsed = new Map<string, ts.SourceFile>();

/** The syntax of a file; each is parsed once. */
function sourceOf(file: string): ts.SourceFile {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  parsed.set(file, source);
  return source;
}

/** The interface or type of this name; that of an earlier file takes precedence. */
export function findType(
  name: string,
  files: readonly string[],
): ts.InterfaceDeclaration | ts.TypeAliasDeclaration | undefined {
  const declarations = files.flatMap((file) =>
    sourceOf(file).statements.filter(
      (statement) => ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement),
    ),
  );
  return declarations.find((candidate) => candidate.name.text === name);
}
