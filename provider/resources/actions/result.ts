import { z } from "zod";
import { informative, maybe } from "../../api/answers";
import { RedisCloudApiError } from "../../api/error";
import type { Read } from "../../api/lists";

/**
 * What the API tells of the latest backup or import of a database: `response.resource` of the task that reads it.
 * Recorded states are `success`, `importing` and `failed`.
 */
export const latestRun = maybe(
  z.object({
    status: maybe(z.string()),
    lastBackupTime: informative(z.string()),
    lastImportTime: informative(z.string()),
    failureReason: informative(z.string()),
    failureReasonParams: informative(
      z.array(z.object({ key: z.string(), value: z.union([z.string(), z.number()]) })),
    ),
  }),
);
export type LatestRun = Partial<NonNullable<z.infer<typeof latestRun>>>;

/** The API does not tell of backups of a database that has none regularly. */
const BACKUP_DISABLED = "DATABASE_BACKUP_DISABLED";

/** Reads it; `disabled` where the API has no backups to tell of. */
export async function readLatestRun(read: Read, path: string): Promise<LatestRun | "disabled"> {
  try {
    return (await read(path, latestRun)) ?? {};
  } catch (error) {
    if (error instanceof RedisCloudApiError && error.code === BACKUP_DISABLED) return "disabled";
    throw error;
  }
}

/** Why it failed, in the API's words; undefined if it did not. */
export function failureOf({ failureReason, failureReasonParams = [] }: LatestRun): string | undefined {
  const params = failureReasonParams.map(({ key, value }) => `${key} ${value}`);
  if (failureReason === undefined) return undefined;
  return params.length === 0 ? failureReason : `${failureReason} (${params.join(", ")})`;
}
