import type { TaskAnswer } from "../../provider/api/answers";
import { pulumiIdOf } from "../../provider/lifecycle/kind";
import { TASK_UNDER_WAY } from "../../provider/lifecycle/states";
import { ALL, type Declarations } from "../declarations";
import type { Listing } from "../inventory";
import { age, table } from "../table";
import { type Seen, timeOf } from "./look";

/** Maximum number of finished tasks shown. */
const FINISHED = 10;

/** When each resource was first seen in its state, in milliseconds since 1970. */
export type Since = ReadonlyMap<string, number>;

const keyOf = (listing: Listing): string => `${listing.kind.name} ${pulumiIdOf(listing)} ${listing.status}`;

/** Keeps the times of unchanged states. */
export function seenSince({ changing }: Seen, before: Since, now: number): Since {
  return new Map(changing.map((one) => [keyOf(one), before.get(keyOf(one)) ?? now]));
}

/** Tasks under way, least recently changed first, then the latest finished tasks. */
export function shownTasks({ tasks }: Seen): readonly TaskAnswer[] {
  const isUnderWay = ({ status }: TaskAnswer) => TASK_UNDER_WAY.has(status);
  const underWay = tasks.filter(isUnderWay).reverse();
  return [...underWay, ...tasks.filter((task) => !isUnderWay(task)).slice(0, FINISHED)];
}

/** JSON for scripts: tasks, and changing resources by kind, e.g. `databases`. */
export function asJson(seen: Seen, declarations: Declarations = ALL): string {
  const tasks = shownTasks(seen).map(({ taskId, commandType, status, timestamp, response }) => ({
    taskId,
    commandType,
    status,
    resourceId: response?.resourceId,
    timestamp,
    errorCode: response?.error?.type,
  }));
  const changing = declarations.map(({ kind: { name: kindName } }) => [
    `${kindName}s`,
    seen.changing
      .filter(({ kind }) => kind.name === kindName)
      .map(({ place, id, name, status }) => ({ ...place, id, name, status })),
  ]);
  return JSON.stringify({ tasks, ...Object.fromEntries(changing) }, undefined, 2);
}

/**
 * Text for the terminal.
 *
 * @param since without it, the column SEEN FOR is left out.
 */
export function asText(seen: Seen, now: number, since?: Since): string {
  const { tasks, changing } = seen;
  // The server's clock may be ahead of ours.
  const asOf = Math.max(now, ...tasks.slice(0, 1).map(timeOf));
  const taskRows = shownTasks(seen).map((task) => [
    task.taskId,
    task.commandType ?? "",
    task.status,
    task.response?.resourceId?.toString() ?? "",
    `${age(asOf - timeOf(task))} ago`,
    task.response?.error?.type ?? "",
  ]);
  const changingRows = changing.map((one) => [
    one.kind.noun,
    pulumiIdOf(one),
    one.name ?? "",
    one.status,
    since === undefined ? "" : age(now - (since.get(keyOf(one)) ?? now)),
  ]);
  const parts = [
    taskRows.length === 0
      ? "No tasks in the past ten days."
      : table(["TASK", "COMMAND", "STATE", "RESOURCE", "SINCE", "ERROR"], taskRows),
    changingRows.length === 0
      ? "Nothing is changing."
      : table(["CHANGING", "ID", "NAME", "STATUS", "SEEN FOR"], changingRows),
  ];
  return parts.join("\n\n");
}
