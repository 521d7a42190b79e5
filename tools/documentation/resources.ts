import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { AnyDeclaration } from "../../provider/operations/declaration";
import type { Field } from "../../provider/operations/field";
import { DECLARATIONS } from "../../provider/resources/all";
import { type Described, propertiesIn, propertiesOf } from "./properties";

/** An argument: its declaration and its documentation. */
export interface Argument {
  readonly name: string;
  readonly field: Field<unknown, unknown>;
  readonly described: Described;
}

/** A resource and its arguments, in the order of their types. */
export interface Resource {
  readonly name: string;
  readonly declaration: AnyDeclaration;
  readonly arguments: readonly Argument[];
  /** Outputs that are not arguments, by name. */
  readonly outputs: ReadonlyMap<string, Described>;
}

const SHARED = ["sharedTypes.ts", "placeTypes.ts", "pricingTypes.ts", "../operations/timeouts.ts"];

/** @param repository the folder with the sources */
export function resources(repository: string): readonly Resource[] {
  const pathOf = (file: string) => path.join(repository, "provider", "resources", file);
  const actions = [pathOf(path.join("actions", "types.ts"))];
  const filesOf = (kind: string) =>
    ["types.ts", "outputTypes.ts"]
      .map((file) => pathOf(path.join(kind, file)))
      .filter((file) => existsSync(file));
  const everywhere = readdirSync(pathOf(""), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => filesOf(name));
  const resource = (declaration: AnyDeclaration): Resource => {
    const { typeName, kind, fields } = declaration;
    // Parts of a property may have types of other kinds.
    const files = [...filesOf(kind.name), ...SHARED.map(pathOf), ...actions, ...everywhere];
    const outputs = [...propertiesIn(`${typeName}Outputs`, files)];
    const properties = [...propertiesOf(`${typeName}Inputs`, files)];
    return {
      name: typeName,
      declaration,
      arguments: properties.map(([name, described]) => {
        const field = fields[name];
        if (field === undefined) throw new Error(`${name} is described and not declared.`);
        return { name, field, described };
      }),
      outputs: new Map(outputs.filter(([output]) => !(output in fields))),
    };
  };
  return DECLARATIONS.map(resource);
}
