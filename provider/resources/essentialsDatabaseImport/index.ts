import { type Args, resource } from "../../pulumi/resource";
import { declareAction, importFields, importRules, importWarning } from "../actions/declaration";
import { only } from "../common";
import { essentialsDatabaseImportKind } from "./kind";
import type { EssentialsDatabaseImportInputs, EssentialsDatabaseImportOutputs } from "./types";

/** Arguments of {@link EssentialsDatabaseImport}. */
export type EssentialsDatabaseImportArgs = Args<EssentialsDatabaseImportInputs>;

/**
 * An import of data into a database of an Essentials subscription. It overwrites all data of the database: when
 * the resource is created, and again when `triggers` change, but never otherwise. Deleting the resource changes nothing.
 *
 * @example
 * ```ts
 * const seed = new rediscloud.EssentialsDatabaseImport("seed", {
 *   subscriptionId: subscription.id,
 *   databaseId: catalogue.databaseId,
 *   sourceType: "aws-s3",
 *   importFromUri: ["s3://dumps/catalogue.rdb"],
 * });
 * ```
 */
export class EssentialsDatabaseImport extends resource<
  EssentialsDatabaseImportInputs,
  EssentialsDatabaseImportOutputs
>("EssentialsDatabaseImport", {
  fields: importFields,
  secrets: ["importFromUri"],
  fromId: { taskId: (id) => id.split("/").at(-1) },
  outputs: ["status", "lastImportTime"],
  attributes: [],
}) {}

/** @internal */
export const essentialsDatabaseImport = declareAction<EssentialsDatabaseImportInputs>({
  kind: essentialsDatabaseImportKind,
  typeName: "EssentialsDatabaseImport",
  again: "overwrites all data of the database again",
  fields: importFields,
  time: "lastImportTime",
  rules: importRules,
  warning: importWarning,
  request: (inputs) => ({
    method: "POST",
    path: `/fixed/subscriptions/${inputs.subscriptionId}/databases/${inputs.databaseId}/import`,
    body: only(inputs, ["sourceType", "importFromUri"]),
  }),
});
