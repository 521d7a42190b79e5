import type { Problem } from "../../operations/declaration";
import type { ImportInputs, ImportSourceType } from "./types";

/** The form of the URIs of each type of source, and an example. Source: the vendor's guide to importing data. */
const FORMS: Readonly<Record<ImportSourceType, readonly [RegExp, string]>> = {
  http: [/^https?:\/\/\S+$/, "https://example.com/shop.rdb"],
  redis: [/^(rediss?:\/\/\S+|[\w.-]+:\d+)$/, "redis://user:password@host:6379"],
  ftp: [/^(ftps?|sftp):\/\/\S+$/, "ftp://user:password@host/shop.rdb"],
  "aws-s3": [/^s3:\/\/\S+$/, "s3://bucket/shop.rdb"],
  "azure-blob-storage": [/^abs:\/\/\S+$/, "abs://:key@account/container/shop.rdb"],
  "google-blob-storage": [/^gs:\/\/\S+$/, "gs://bucket/shop.rdb"],
};

export const SOURCE_TYPES = [
  "http",
  "redis",
  "ftp",
  "aws-s3",
  "azure-blob-storage",
  "google-blob-storage",
] as const satisfies readonly ImportSourceType[];

/** What the API would refuse of the sources. The reasons do not show them: they may contain passwords. */
export function importSourceProblems({
  sourceType,
  importFromUri: uris = [],
}: Partial<ImportInputs>): readonly Problem[] {
  if (sourceType === undefined) return [];
  const [form, example] = FORMS[sourceType];
  const problems = uris.flatMap((uri, index) => {
    const property = `importFromUri[${index}]`;
    if (typeof uri !== "string") return [];
    if (!form.test(uri)) return [{ property, reason: `must be a URI for ${sourceType}, such as ${example}` }];
    return uris.indexOf(uri) < index ? [{ property, reason: "is a duplicate." }] : [];
  });
  const isTooMany = sourceType === "redis" && uris.length > 1;
  const reason = "must be a single URI for redis: one database is imported at a time.";
  return isTooMany ? [...problems, { property: "importFromUri", reason }] : problems;
}
