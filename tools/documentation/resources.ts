import path from "node:path";
import { cloudAccount } from "../../provider/resources/cloudAccount";
import { database } from "../../provider/resources/database";
import type { AnyDeclaration, Field } from "../../provider/resources/declaration";
import { subscription } from "../../provider/resources/subscription";
import { type Described, ownPropertiesOf, propertiesOf } from "./properties";

/** An argument: what the declaration derives from, and what people are told. */
export interface Argument {
  readonly name: string;
  readonly field: Field<unknown, unknown>;
  readonly described: Described;
}

/** A resource and its arguments, in the order of their types. */
export interface Resource {
  readonly name: string;
  readonly arguments: readonly Argument[];
  /** Outputs that are no arguments, by name. */
  readonly outputs: ReadonlyMap<string, Described>;
}

const SHARED = "sharedTypes.ts";

/** @param repository the folder with the sources */
export function resources(repository: string): readonly Resource[] {
  const resource = (name: string, declaration: object, types: string, outputTypes = types): Resource => {
    const { fields } = declaration as AnyDeclaration;
    const pathOf = (file: string) => path.join(repository, "provider", "resources", file);
    const files = [types, SHARED].map(pathOf);
    const outputs = [...ownPropertiesOf(`${name}Outputs`, [pathOf(outputTypes)])];
    const properties = [...propertiesOf(`${name}Inputs`, files)];
    return {
      name,
      arguments: properties.map(([name, described]) => {
        const field = fields[name];
        if (field === undefined) throw new Error(`${name} is described and not declared.`);
        return { name, field, described };
      }),
      outputs: new Map(outputs.filter(([output]) => !(output in fields))),
    };
  };
  return [
    resource("Subscription", subscription, "subscription/types.ts", "subscription/outputTypes.ts"),
    resource("Database", database, "database/types.ts", "database/outputTypes.ts"),
    resource("CloudAccount", cloudAccount, "cloudAccount.ts"),
  ];
}
