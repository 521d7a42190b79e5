import type { CommonInputs } from "../sharedTypes";

/** Arguments of every resource that runs an action. */
export interface ActionInputs extends CommonInputs {
  /**
   * Values whose change runs the action again, e.g. `[cache.redisVersion]`. Without a change, it never runs again. A
   * change replaces; removed, they stay.
   */
  triggers?: unknown[];
}

/** Arguments of every resource that backs up a database. API: `DatabaseBackupRequest`. */
export interface BackupInputs extends ActionInputs {
  /**
   * URI of a folder for this backup, e.g. `s3://backups/before-upgrade`. Required for a database without a place for
   * its regular backups. Used on creation only. Secret.
   *
   * @default the place of the database's regular backups
   */
  adhocBackupPath?: string;
}

/** Type of the source of an import. */
export type ImportSourceType =
  | "http"
  | "redis"
  | "ftp"
  | "aws-s3"
  | "azure-blob-storage"
  | "google-blob-storage";

/** Arguments of every resource that imports data. API: `DatabaseImportRequest`. */
export interface ImportInputs extends ActionInputs {
  /** What the URIs refer to. Used on creation only. */
  sourceType: ImportSourceType;
  /**
   * URIs of RDB files, or the one of a Redis database, e.g. `s3://dumps/shop.rdb`, `gs://dumps/shop.rdb`,
   * `abs://:key@account/dumps/shop.rdb`, `ftp://user:password@host/shop.rdb`, `redis://:password@host:6379`. Used on
   * creation only: to import from another source, change `triggers`, too. Secret.
   */
  importFromUri: string[];
}

/** What the API reports of a backup. */
export interface BackupOutputs {
  /** `success`; `unknown` where the API does not tell, such as for a database without regular backups. */
  readonly status: string;
  /** ID of the task that ran it. */
  readonly taskId: string;
  /** When it ended, in ISO 8601. */
  readonly lastBackupTime: string | undefined;
}

/** What the API reports of an import. */
export interface ImportOutputs {
  /** `success`; `unknown` where the API does not tell. */
  readonly status: string;
  /** ID of the task that ran it. */
  readonly taskId: string;
  /** When it ran, in ISO 8601. */
  readonly lastImportTime: string | undefined;
}
