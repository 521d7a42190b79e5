import ts from "typescript";
import { findType } from "./sources";
import { shapeOf } from "./types";

/** A property with its TSDoc. */
export interface Described {
  /** Its type, e.g. `string[]`. */
  readonly type: string;
  readonly description: string;
  /** The text of `@default`. */
  readonly byDefault?: string;
  readonly isRequired: boolean;
  /** Its own documented properties, by the rest of their paths, e.g. `[].region`. */
  readonly parts: ReadonlyMap<string, Described>;
}

/**
 * The properties of an interface, with inherited ones last.
 *
 * @param files where it is, and what it extends
 * @throws Error when it is in none of them
 */
export function propertiesOf(name: string, files: readonly string[]): ReadonlyMap<string, Described> {
  const extended = extendedBy(name, files).flatMap((one) => [...propertiesOf(one, files)]);
  return new Map([...ownPropertiesOf(name, files), ...extended]);
}

/** The same without properties of inherited interfaces that are in none of the files. */
export function propertiesIn(name: string, files: readonly string[]): ReadonlyMap<string, Described> {
  const extended = extendedBy(name, files).filter((one) => findInterface(one, files) !== undefined);
  return new Map([
    ...ownPropertiesOf(name, files),
    ...extended.flatMap((one) => [...propertiesIn(one, files)]),
  ]);
}

const extendedBy = (name: string, files: readonly string[]): readonly string[] =>
  interfaceIn(name, files)
    .heritageClauses?.flatMap(({ types }) => types)
    .map(({ expression }) => expression.getText()) ?? [];

/** The properties of an interface without inherited ones. */
const ownPropertiesOf = (name: string, files: readonly string[]): ReadonlyMap<string, Described> =>
  new Map(
    interfaceIn(name, files)
      .members.filter(ts.isPropertySignature)
      .map((property) => described(property, files)),
  );

function interfaceIn(name: string, files: readonly string[]): ts.InterfaceDeclaration {
  const found = findInterface(name, files);
  if (found === undefined) throw new Error(`There is no interface ${name} in ${files.join(", ")}.`);
  return found;
}

function findInterface(name: string, files: readonly string[]): ts.InterfaceDeclaration | undefined {
  const found = findType(name, files);
  return found !== undefined && ts.isInterfaceDeclaration(found) ? found : undefined;
}

function described(property: ts.PropertySignature, files: readonly string[]): [string, Described] {
  const comment = ts.getJSDocCommentsAndTags(property).find(ts.isJSDoc)?.comment;
  const byDefault = ts.getJSDocTags(property).find(({ tagName }) => tagName.text === "default")?.comment;
  const { text, members, separator } = shapeOf(property.type, files);
  const parts = members.flatMap((member) => {
    const [name, part] = described(member, files);
    const path = `${separator}${name}`;
    return [[path, part] as const, ...[...part.parts].map(([rest, each]) => [path + rest, each] as const)];
  });
  return [
    property.name.getText(),
    {
      type: text,
      parts: new Map(parts),
      description: inOneLine(comment),
      byDefault: byDefault === undefined ? undefined : inOneLine(byDefault),
      isRequired: property.questionToken === undefined,
    },
  ];
}

const inOneLine = (comment: ts.JSDoc["comment"]): string =>
  (ts.getTextOfJSDocComment(comment) ?? "").replace(/\s+/g, " ").trim();
