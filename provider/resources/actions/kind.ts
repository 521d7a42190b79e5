import { z } from "zod";
import type { Advice } from "../../api/advice";
import { listedTask, listedTasks } from "../../api/answers";
import type { ListedResource, ListSource, Place } from "../../api/lists";
import { isPassing } from "../../lifecycle/error";
import type { Kind, Parent } from "../../lifecycle/kind";
import { type States, TASK_COMPLETED } from "../../lifecycle/states";
import { failureOf, type LatestRun, readLatestRun } from "./result";

/** A run of an action, as the account's tasks and the status of the latest run tell it. */
export interface Run extends ListedResource {
  /** When it ended, in ISO 8601. */
  readonly time?: string;
}

/** State of a run of which the API tells nothing. */
export const UNKNOWN = "unknown";
/** State of a run that the status does not show yet. */
const NOT_YET_TOLD = "not reported yet";
/** How long the status may still be that of the run before. */
const STALE_MS = 120_000;

const RUN_STATES: States = {
  pending: new Set([NOT_YET_TOLD, "pending", "in-progress", "exporting", "importing"]),
  ready: new Set(["success", "succeeded", "completed", UNKNOWN]),
  resting: new Set(),
  deleting: new Set(),
  failed: new Set(["failed", "error"]),
};

const ADVICE: Advice = {
  DATABASE_BACKUP_DISABLED:
    "Give the backup a place of its own, or turn on the database's regular backups, whose place it uses.",
};

/** An action on a database, of which the API tells how the latest run ended. */
interface DatabaseAction {
  readonly name: string;
  readonly noun: string;
  /** The kind of database, or one that lists those of several kinds. */
  readonly on: Kind;
  /** Its parents: the subscription, the database, and a region of it. */
  readonly parents?: readonly Parent[];
  /** `commandType`s of its tasks, and of those that read the status. */
  readonly command: string;
  readonly statusCommand: string;
  /** Path of the request, and of the status. */
  readonly path: (place: Place) => string;
}

/** Declares the kind of an action on a database. */
export function databaseAction({
  on,
  parents = [...on.parents, { argument: "databaseId", noun: on.noun, kind: on }],
  command,
  statusCommand,
  path,
  ...names
}: DatabaseAction): Kind<Run> {
  const { subscription } = on.limits;
  return {
    ...names,
    parents,
    idType: "string",
    isAction: true,
    hasStateOfParent: true,
    isNameUnique: true,
    isReadByTask: true,
    openList: runsOf(command, path, on),
    states: RUN_STATES,
    commands: { create: command, update: new Set(), delete: "", read: new Set([statusCommand]) },
    passingRefusals: on.passingRefusals,
    advice: ADVICE,
    // After changes of databases that are already known to be wanted, and before new databases.
    limits: { subscription, turnsNonActive: [], precedence: { create: 3, update: 3, delete: 3 } },
  };
}

/** The runs of the past ten days. Those of other regions are among them: tasks do not tell their region. */
function runsOf(
  command: string,
  path: DatabaseAction["path"],
  { passingRefusals }: Kind,
): ListSource<Run>["openList"] {
  const tasksAnswer = listedTasks(z.array(listedTask));
  return ({ get, getByTask }, place) =>
    async () => {
      const { tasks = [] } = await get("/tasks", tasksAnswer);
      const runs = tasks.filter(
        ({ commandType, status, response }) =>
          commandType === command &&
          status === TASK_COMPLETED &&
          (response?.resourceId === undefined || response.resourceId === place.databaseId),
      );
      const latest = await readLatestRun(getByTask, path(place)).catch((error) => {
        // The database or its subscription is changing: the status can be read later.
        if (isPassing(error, { passingRefusals })) return "unreadable" as const;
        throw error;
      });
      return new Map(runs.map(({ taskId, timestamp }) => [taskId, runAt(timestamp, latest)]));
    };
}

function runAt(timestamp: string | undefined, latest: LatestRun | "disabled" | "unreadable"): Run {
  if (latest === "disabled") return { status: UNKNOWN };
  if (latest === "unreadable") return { status: NOT_YET_TOLD };
  const time = latest.lastBackupTime ?? latest.lastImportTime;
  const ranAt = Date.parse(timestamp ?? "");
  // The API tells whole seconds.
  const isEarlier = latest.status === undefined || Date.parse(time ?? "") < Math.floor(ranAt / 1000) * 1000;
  if (isEarlier && Date.now() < ranAt + STALE_MS) return { status: NOT_YET_TOLD };
  const { status = UNKNOWN } = latest;
  return { status, time, reason: failureOf(latest) };
}
