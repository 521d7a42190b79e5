import { z } from "zod";
import { RedisCloudApiError } from "../api/error";
import { readByTask } from "../lifecycle/readByTask";
import { type LatestRun, readLatestRun } from "../resources/actions/result";
import { targetVersionsAnswer } from "../resources/database/version";
import { trafficAnswer } from "../resources/endpointRedirection/traffic";
import { type DatabasePlace, locateDatabase } from "./locateDatabase";
import { outputForm } from "./lookup";
import { slowLogAnswer } from "./slowLogAnswer";
import type { DatabaseLookupArgs, DatabaseTraffic, SlowLogEntry } from "./types";

export type { DatabaseLookupArgs, DatabaseTraffic, SlowLogEntry } from "./types";

/** The database to look at and, where it is an Active-Active one, its region. */
export interface RegionalDatabaseLookupArgs extends DatabaseLookupArgs {
  /** E.g. `us-east-1`: required for an Active-Active database, not for others. */
  regionName?: string;
}

/** The latest backup of a database. */
export interface DatabaseBackupStatus {
  /**
   * `success`, `failed`, or the API's state of a backup that is running; `none` before the first one, `disabled` where
   * the database has no place for regular backups.
   */
  readonly status: string;
  /** When it ended, in ISO 8601. */
  readonly lastBackupTime?: string;
  /** In the API's words. */
  readonly failureReason?: string;
}

/** The latest import into a database. */
export interface DatabaseImportStatus {
  /** `success`, `importing` or `failed`; `none` before the first one. */
  readonly status: string;
  /** When it ran, in ISO 8601. */
  readonly lastImportTime?: string;
  /** In the API's words. */
  readonly failureReason?: string;
  /** Details of the failure. */
  readonly failureReasonParams?: readonly { readonly key: string; readonly value: string | number }[];
}

const inRegion = (regionName: string | undefined): string =>
  regionName === undefined ? "" : `?regionName=${encodeURIComponent(regionName)}`;

const latest = ({ account, target }: DatabasePlace, path: string): Promise<LatestRun | "disabled"> =>
  readLatestRun((path, shape) => readByTask(account, target, { path, shape }), path);

/**
 * How the latest backup of a database ended. API: `GET …/databases/{id}/backup`, which takes a task.
 *
 * @throws RunError when there is no such database, or it is changing.
 */
export const getDatabaseBackupStatus = ({
  regionName,
  ...args
}: RegionalDatabaseLookupArgs): Promise<DatabaseBackupStatus> =>
  locateDatabase(args, async (place) => {
    const run = await latest(place, `${place.path}/backup${inRegion(regionName)}`);
    if (run === "disabled") return { status: run };
    const { status = "none", lastBackupTime, failureReason } = run;
    return { status, lastBackupTime, failureReason };
  });
export const getDatabaseBackupStatusOutput = outputForm(getDatabaseBackupStatus);

/**
 * How the latest import into a database ended. API: `GET …/databases/{id}/import`, which takes a task.
 *
 * @throws RunError when there is no such database.
 */
export const getDatabaseImportStatus = (args: DatabaseLookupArgs): Promise<DatabaseImportStatus> =>
  locateDatabase(args, async (place) => {
    const run = await latest(place, `${place.path}/import`);
    if (run === "disabled") return { status: run };
    const { status = "none", lastImportTime, failureReason, failureReasonParams } = run;
    return { status, lastImportTime, failureReason, failureReasonParams };
  });
export const getDatabaseImportStatusOutput = outputForm(getDatabaseImportStatus);

/**
 * The Redis versions that a database can be upgraded to, e.g. `["8.2"]`. API: `GET …/available-target-versions`.
 *
 * @throws RunError when there is no such database.
 */
export const getAvailableTargetVersions = (args: DatabaseLookupArgs): Promise<string[]> =>
  locateDatabase(args, ({ account, path }) =>
    account.api.get(`${path}/available-target-versions`, targetVersionsAnswer),
  );
export const getAvailableTargetVersionsOutput = outputForm(getAvailableTargetVersions);

/**
 * The traffic of a database whose endpoints were redirected. API: `GET …/databases/{id}/traffic`, in private preview.
 *
 * @throws RunError when there is no such database.
 */
export const getDatabaseTraffic = (args: DatabaseLookupArgs): Promise<DatabaseTraffic> =>
  locateDatabase(args, async ({ account: { api }, path }) => {
    try {
      const { trafficStatus: status = "unknown", ...traffic } = await api.get(
        `${path}/traffic`,
        trafficAnswer,
      );
      return { status, ...traffic };
    } catch (error) {
      if (!(error instanceof RedisCloudApiError) || error.kind !== "not-found") throw error;
      // The API answers so for a database that was not a source, too.
      await api.get(path, z.object({}));
      return { status: "not redirected" };
    }
  });
export const getDatabaseTrafficOutput = outputForm(getDatabaseTraffic);

/**
 * The latest slow commands of a database, as `SLOWLOG GET` returns them. API: `GET …/databases/{id}/slow-log`.
 *
 * @throws RunError when there is no such database.
 */
export const getDatabaseSlowLog = ({
  regionName,
  ...args
}: RegionalDatabaseLookupArgs): Promise<SlowLogEntry[]> =>
  locateDatabase(args, ({ account, path }) =>
    account.api.get(`${path}/slow-log${inRegion(regionName)}`, slowLogAnswer),
  );
export const getDatabaseSlowLogOutput = outputForm(getDatabaseSlowLog);
