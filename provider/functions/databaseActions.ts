import type { Account } from "../lifecycle/account";
import type { Kind, Target } from "../lifecycle/kind";
import { readByTask } from "../lifecycle/readByTask";
import { type LatestRun, readLatestRun } from "../resources/actions/result";
import { databaseKind } from "../resources/database/kind";
import { targetVersionsAnswer } from "../resources/database/version";
import { essentialsDatabaseKind } from "../resources/essentialsDatabase/kind";
import { essentialsSubscriptionKind } from "../resources/essentialsSubscription/kind";
import { reading } from "./account";
import { type LookupArgs, outputForm } from "./lookup";

/** The database to look at, of a Pro, Active-Active or Essentials subscription. */
export interface DatabaseLookupArgs extends LookupArgs {
  subscriptionId: number | string;
  databaseId: number | string;
}

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

/** A database, its account and its path. */
interface Place {
  readonly account: Account;
  readonly target: Target;
  readonly path: string;
}

/** Works on a database of any kind: which kind, the account's lists of subscriptions tell. */
function at<T>(
  { subscriptionId, databaseId, account: name }: DatabaseLookupArgs,
  work: (place: Place) => Promise<T>,
): Promise<T> {
  return reading({ account: name }, async (account) => {
    const place = { subscriptionId: Number(subscriptionId) };
    const isEssentials =
      !(await account.snapshots.subscriptions.asOf(0)).has(place.subscriptionId) &&
      (await account.snapshots.listOf(essentialsSubscriptionKind).asOf(0)).has(place.subscriptionId);
    const kind = (isEssentials ? essentialsDatabaseKind : databaseKind) as unknown as Kind;
    const target = { kind, place, id: Number(databaseId) };
    const below = isEssentials ? "/fixed/subscriptions" : "/subscriptions";
    return work({ account, target, path: `${below}/${subscriptionId}/databases/${databaseId}` });
  });
}

const inRegion = (regionName: string | undefined): string =>
  regionName === undefined ? "" : `?regionName=${encodeURIComponent(regionName)}`;

const latest = ({ account, target }: Place, path: string): Promise<LatestRun | "disabled"> =>
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
  at(args, async (place) => {
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
  at(args, async (place) => {
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
  at(args, ({ account, path }) => account.api.get(`${path}/available-target-versions`, targetVersionsAnswer));
export const getAvailableTargetVersionsOutput = outputForm(getAvailableTargetVersions);
