import type { Inputs } from "@pulumi/pulumi";
import type { Entry, Sample, World } from "./refusalTable";

/*
 * Refusals of backups and imports on demand, and of what only the command line asks for.
 */

/** Arguments that are accepted. */
export const ACTIONS_BASE = {
  DatabaseBackup: ({ main, held }: World): Inputs => ({
    subscriptionId: main,
    databaseId: held,
    adhocBackupPath: "s3://backups",
  }),
  DatabaseImport: ({ main, held }: World): Inputs => ({
    subscriptionId: main,
    databaseId: held,
    sourceType: "http",
    importFromUri: ["https://example.com/a.rdb"],
  }),
};

/** The request that creates what a sample of these kinds declares. */
export function actionRequest({ type }: Sample, { subscriptionId, databaseId, ...body }: Inputs) {
  const action = type === "DatabaseImport" ? "import" : "backup";
  return { method: "POST", path: `/subscriptions/${subscriptionId}/databases/${databaseId}/${action}`, body };
}

const from = (sourceType: string, importFromUri: string[], property = "importFromUri[0]"): Sample => ({
  type: "DatabaseImport",
  args: { sourceType, importFromUri },
  property,
});
const inGlobal = ({ global, shared }: World) => ({ subscriptionId: global, databaseId: shared });

const BY_HAND = "No resource asks for this: only the command line does.";
const STATUS = "A status is read with the arguments of the backup, which are checked.";

export const ACTIONS_REFUSALS: Readonly<Record<string, Entry>> = {
  ACTIVE_ACTIVE_BACKUP_MISSING_REGION_NAME: {
    type: "DatabaseBackup",
    args: inGlobal,
    property: "regionName",
  },
  ACTIVE_ACTIVE_BACKUP_STATUS_MISSING_REGION_NAME: { noCheck: STATUS },
  ACTIVE_ACTIVE_INVALID_BACKUP_REGION_NAME: {
    noCheck: "The region may be added to the subscription in the same run.",
  },
  ACTIVE_ACTIVE_INVALID_BACKUP_STATUS_REGION_NAME: { noCheck: STATUS },
  BACKUP_REGION_NAME_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION: {
    type: "DatabaseBackup",
    args: { regionName: "us-east-1" },
    property: "regionName",
  },
  BACKUP_STATUS_REGION_NAME_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION: { noCheck: STATUS },
  COST_REPORT_DATE_RANGE_EXCEEDS_LIMIT: { noCheck: BY_HAND },
  COST_REPORT_END_DATE_BEFORE_START_DATE: { noCheck: BY_HAND },
  COST_REPORT_END_DATE_IS_MISSING: { noCheck: BY_HAND },
  COST_REPORT_FUTURE_DATES_NOT_ALLOWED: { noCheck: BY_HAND },
  COST_REPORT_INVALID_DATE_FORMAT: { noCheck: BY_HAND },
  COST_REPORT_START_DATE_IS_MISSING: { noCheck: BY_HAND },
  COST_REPORT_TAG_KEY_EMPTY: { noCheck: BY_HAND },
  COST_REPORT_TAG_VALUE_EMPTY: { noCheck: BY_HAND },
  CRDB_FLUSH_ACTION_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION: { noCheck: BY_HAND },
  DATABASE_BACKUP_DISABLED: {
    noCheck: "The database may get a place for its backups in the same run.",
  },
  DATABASE_IMPORT_AZURE_BAD_URI: from("azure-blob-storage", ["s3://dumps/a.rdb"]),
  DATABASE_IMPORT_FTP_BAD_URI: from("ftp", ["s3://dumps/a.rdb"]),
  DATABASE_IMPORT_GCS_BAD_URI: from("google-blob-storage", ["s3://dumps/a.rdb"]),
  DATABASE_IMPORT_HTTP_BAD_URI: from("http", ["s3://dumps/a.rdb"]),
  DATABASE_IMPORT_MULTIPLE_REDIS_SOURCES: from("redis", ["redis://a:1", "redis://b:1"], "importFromUri"),
  DATABASE_IMPORT_REDIS_BAD_URI: from("redis", ["s3://dumps/a.rdb"]),
  DATABASE_IMPORT_S3_BAD_URI: from("aws-s3", ["https://example.com/a.rdb"]),
  DATABASE_IMPORT_URI_NOT_PROVIDED: from("http", [], "importFromUri"),
  DUPLICATE_DATABASE_IMPORT_SOURCE_PATH: from("http", ["http://a/1", "http://a/1"], "importFromUri[1]"),
};
