import { type Args, resource } from "../../pulumi/resource";
import { declareAction, importFields, importRules, importWarning } from "../actions/declaration";
import { only } from "../common";
import { databaseImportKind } from "./kind";
import type { DatabaseImportInputs, DatabaseImportOutputs } from "./types";

/** Arguments of {@link DatabaseImport}. */
export type DatabaseImportArgs = Args<DatabaseImportInputs>;

/**
 * An import of data into a database of a Pro or Active-Active subscription. It overwrites all data of the database: when
 * the resource is created, and again when `triggers` change, but never otherwise. Deleting the resource changes nothing.
 *
 * @example
 * ```ts
 * const seed = new rediscloud.DatabaseImport("seed", {
 *   subscriptionId: subscription.id,
 *   databaseId: catalogue.databaseId,
 *   sourceType: "aws-s3",
 *   importFromUri: ["s3://dumps/catalogue.rdb"],
 * });
 * ```
 */
export class DatabaseImport extends resource<DatabaseImportInputs, DatabaseImportOutputs>("DatabaseImport", {
  fields: importFields,
  secrets: ["importFromUri"],
  fromId: { taskId: (id) => id.split("/").at(-1) },
  outputs: ["status", "lastImportTime"],
  attributes: [],
}) {}

/** @internal */
export const databaseImport = declareAction<DatabaseImportInputs>({
  kind: databaseImportKind,
  typeName: "DatabaseImport",
  again: "overwrites all data of the database again",
  fields: importFields,
  time: "lastImportTime",
  rules: importRules,
  warning: importWarning,
  request: (inputs) => ({
    method: "POST",
    path: `/subscriptions/${inputs.subscriptionId}/databases/${inputs.databaseId}/import`,
    body: only(inputs, ["sourceType", "importFromUri"]),
  }),
});
