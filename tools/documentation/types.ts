import ts from "typescript";
import { findType } from "./sources";

/** A type as the documentation shows it. */
export interface Shape {
  /** For people, e.g. `"ram" | "ram-and-flash"` or `object[]`. */
  readonly text: string;
  /** The properties, if it is an object or a list of objects whose properties are documented. */
  readonly members: readonly ts.PropertySignature[];
  /** How the path of a member continues after the argument's name: `.` or `[].`. */
  readonly separator: string;
}

const scalar = (text: string): Shape => ({ text, members: [], separator: "." });

/** @param files where the types are that it names, in order of precedence */
export function shapeOf(type: ts.TypeNode | undefined, files: readonly string[]): Shape {
  if (type === undefined) return scalar("");
  if (ts.isParenthesizedTypeNode(type)) return shapeOf(type.type, files);
  if (ts.isTypeOperatorNode(type)) return shapeOf(type.type, files);
  if (ts.isArrayTypeNode(type)) return listOf(shapeOf(type.elementType, files));
  if (ts.isTypeLiteralNode(type)) return objectOf(type.members);
  if (ts.isUnionTypeNode(type)) return unionOf(type.types, files);
  if (ts.isTypeReferenceNode(type)) return referenced(type, files);
  return scalar(type.getText().replace(/\s+/g, " "));
}

function listOf({ text, members }: Shape): Shape {
  return { text: text.includes("|") ? `(${text})[]` : `${text}[]`, members, separator: "[]." };
}

const objectOf = (members: ts.NodeArray<ts.TypeElement>): Shape => ({
  text: "object",
  members: members.filter(ts.isPropertySignature),
  separator: ".",
});

function unionOf(types: readonly ts.TypeNode[], files: readonly string[]): Shape {
  const defined = types.filter(({ kind }) => kind !== ts.SyntaxKind.UndefinedKeyword);
  const shapes = defined.map((each) => shapeOf(each, files));
  const withMembers = shapes.find(({ members }) => members.length > 0);
  const text = [...new Set(shapes.map((shape) => shape.text))].join(" | ");
  return { text, members: withMembers?.members ?? [], separator: withMembers?.separator ?? "." };
}

function referenced(type: ts.TypeReferenceNode, files: readonly string[]): Shape {
  const name = type.typeName.getText();
  if (name === "Record" || name === "Readonly") return recordOf(type, name, files);
  const found = findType(name, files);
  if (found === undefined) return scalar(name);
  if (ts.isTypeAliasDeclaration(found)) return shapeOf(found.type, files);
  const inherited = (found.heritageClauses ?? [])
    .flatMap(({ types }) => types)
    .map(({ expression }) => findType(expression.getText(), files))
    .filter((each) => each !== undefined && ts.isInterfaceDeclaration(each))
    .flatMap(({ members }) => members.filter(ts.isPropertySignature));
  const own = objectOf(found.members);
  return { ...own, members: [...own.members, ...inherited] };
}

function recordOf(type: ts.TypeReferenceNode, name: string, files: readonly string[]): Shape {
  const [key, value] = type.typeArguments ?? [];
  if (name === "Readonly") return shapeOf(key, files);
  const shape = shapeOf(value, files);
  return { text: `Record<string, ${shape.text}>`, members: shape.members, separator: ".*." };
}
