import type { Problem } from "../../operations/declaration";
import type { ResourceSession } from "../../operations/session";
import { type Args, resource } from "../../pulumi/resource";
import { backupFields, declareAction } from "../actions/declaration";
import { only } from "../common";
import { text } from "../schemas";
import { ACTIVE_ACTIVE } from "../subscription/kind";
import { databaseBackupKind } from "./kind";
import type { DatabaseBackupInputs, DatabaseBackupOutputs } from "./types";

/** Arguments of {@link DatabaseBackup}. */
export type DatabaseBackupArgs = Args<DatabaseBackupInputs>;

const fields = { ...backupFields, regionName: { schema: text.optional(), change: "replace" } } as const;

/**
 * A backup of a database, on demand: it is made when the resource is created, and again when `triggers` change. It goes
 * to the place of the database's regular backups, or to another one. Deleting the resource deletes no backup.
 *
 * @example
 * ```ts
 * const backup = new rediscloud.DatabaseBackup("before-release", {
 *   subscriptionId: subscription.id,
 *   databaseId: cache.databaseId,
 *   triggers: [release],
 * });
 * ```
 */
export class DatabaseBackup extends resource<DatabaseBackupInputs, DatabaseBackupOutputs>("DatabaseBackup", {
  fields,
  secrets: ["adhocBackupPath"],
  fromId: { taskId: (id) => id.split("/").at(-1) },
  outputs: ["status", "lastBackupTime"],
  attributes: [],
}) {}

/** @internal */
export const databaseBackup = declareAction<DatabaseBackupInputs>({
  kind: databaseBackupKind,
  typeName: "DatabaseBackup",
  again: "backs the database up again",
  fields,
  time: "lastBackupTime",
  verify: verifyRegion,
  request: (inputs) => ({
    method: "POST",
    path: `/subscriptions/${inputs.subscriptionId}/databases/${inputs.databaseId}/backup`,
    body: only(inputs, ["regionName", "adhocBackupPath"]),
  }),
});

/** Databases of Active-Active subscriptions are backed up by region, and no others. */
async function verifyRegion(
  { subscriptionId, regionName }: Partial<DatabaseBackupInputs>,
  session: ResourceSession,
  _before: Partial<DatabaseBackupInputs>,
  isUnknown: (argument: keyof DatabaseBackupInputs) => boolean,
): Promise<readonly Problem[]> {
  if (subscriptionId === undefined || isUnknown("regionName")) return [];
  const subscription = await session.subscriptionSeen(subscriptionId);
  if (subscription?.deploymentType === undefined) return [];
  const property = "regionName";
  const isByRegion = subscription.deploymentType === ACTIVE_ACTIVE;
  if (isByRegion && regionName === undefined)
    return [{ property, reason: `is missing: ${subscriptionId} is an Active-Active subscription.` }];
  if (!isByRegion && regionName !== undefined)
    return [
      { property, reason: `is for Active-Active subscriptions only: ${subscriptionId} has one region.` },
    ];
  return [];
}
