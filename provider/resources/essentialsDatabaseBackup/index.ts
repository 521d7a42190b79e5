import { type Args, resource } from "../../pulumi/resource";
import { backupFields, declareAction } from "../actions/declaration";
import { only } from "../common";
import { essentialsDatabaseBackupKind } from "./kind";
import type { EssentialsDatabaseBackupInputs, EssentialsDatabaseBackupOutputs } from "./types";

/** Arguments of {@link EssentialsDatabaseBackup}. */
export type EssentialsDatabaseBackupArgs = Args<EssentialsDatabaseBackupInputs>;

/**
 * A backup of an Essentials database, on demand: it is made when the resource is created, and again when `triggers`
 * change. It goes to the place of the database's regular backups, or to another one. Deleting the resource deletes no
 * backup.
 *
 * @example
 * ```ts
 * const backup = new rediscloud.EssentialsDatabaseBackup("before-release", {
 *   subscriptionId: subscription.id,
 *   databaseId: cache.databaseId,
 *   adhocBackupPath: "s3://backups/before-release",
 *   triggers: [release],
 * });
 * ```
 */
export class EssentialsDatabaseBackup extends resource<
  EssentialsDatabaseBackupInputs,
  EssentialsDatabaseBackupOutputs
>("EssentialsDatabaseBackup", {
  fields: backupFields,
  secrets: ["adhocBackupPath"],
  fromId: { taskId: (id) => id.split("/").at(-1) },
  outputs: ["status", "lastBackupTime"],
  attributes: [],
}) {}

/** @internal */
export const essentialsDatabaseBackup = declareAction<EssentialsDatabaseBackupInputs>({
  kind: essentialsDatabaseBackupKind,
  typeName: "EssentialsDatabaseBackup",
  again: "backs the database up again",
  fields: backupFields,
  time: "lastBackupTime",
  request: (inputs) => ({
    method: "POST",
    path: `/fixed/subscriptions/${inputs.subscriptionId}/databases/${inputs.databaseId}/backup`,
    body: only(inputs, ["adhocBackupPath"]),
  }),
});
