import type { AnyDeclaration } from "../provider/operations/declaration";
import { DECLARATIONS } from "../provider/resources/all";

/** The resource kinds that a command handles. Parents and referenced kinds come first. */
export type Declarations = readonly AnyDeclaration[];

/** All kinds of this package. */
export const ALL: Declarations = DECLARATIONS;

/** The kind of this name, e.g. `cloudAccount`. */
export const ofKind = (name: string, declarations: Declarations): AnyDeclaration | undefined =>
  declarations.find(({ kind }) => kind.name === name);

const TYPE = /^pulumi-nodejs:dynamic\/redis-cloud:(\w+)$/;

/** The kind of a type token from a state. */
export function ofType(token: string, declarations: Declarations): AnyDeclaration | undefined {
  const [, name] = TYPE.exec(token) ?? [];
  return declarations.find(({ typeName }) => typeName === name);
}
