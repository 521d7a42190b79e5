import { requireThat } from "../../refusal";
import type { DatabaseImportRequest } from "./requests";

/** The form of the URIs of each type of source, and the code with which another one is refused. */
const FORMS = {
  redis: [/^(rediss?:\/\/\S+|[\w.-]+:\d+)$/, "DATABASE_IMPORT_REDIS_BAD_URI"],
  http: [/^https?:\/\/\S+$/, "DATABASE_IMPORT_HTTP_BAD_URI"],
  ftp: [/^(ftps?|sftp):\/\/\S+$/, "DATABASE_IMPORT_FTP_BAD_URI"],
  "aws-s3": [/^s3:\/\/\S+$/, "DATABASE_IMPORT_S3_BAD_URI"],
  "azure-blob-storage": [/^abs:\/\/\S+$/, "DATABASE_IMPORT_AZURE_BAD_URI"],
  "google-blob-storage": [/^gs:\/\/\S+$/, "DATABASE_IMPORT_GCS_BAD_URI"],
} as const satisfies Record<DatabaseImportRequest["sourceType"], readonly [RegExp, string]>;

/**
 * Checks where an import is to read from. The API tells only the codes: the forms are those of the vendor's guide to
 * importing data.
 */
export function requireImportSources({ sourceType, importFromUri }: DatabaseImportRequest): void {
  requireThat(importFromUri.length > 0, "DATABASE_IMPORT_URI_NOT_PROVIDED");
  const [form, code] = FORMS[sourceType];
  requireThat(
    importFromUri.every((uri) => form.test(uri)),
    code,
  );
  requireThat(new Set(importFromUri).size === importFromUri.length, "DUPLICATE_DATABASE_IMPORT_SOURCE_PATH");
  requireThat(sourceType !== "redis" || importFromUri.length === 1, "DATABASE_IMPORT_MULTIPLE_REDIS_SOURCES");
}
