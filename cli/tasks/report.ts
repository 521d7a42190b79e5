import type { TaskAnswer } from "../../provider/api/answers";
import { TASK_UNDER_WAY } from "../../provider/lifecycle/states";
import { age, table } from "../table";
import { type Changing, type Seen, timeOf } from "./look";

/** So many finished tasks are shown. */
const FINISHED = 10;

/** Since when each resource was seen in its state, in milliseconds since 1970. */
export type Since = ReadonlyMap<string, number>;

const keyOf = ({ kind, id, status }: Changing): string => `${kind} ${id} ${status}`;

/** Carries on with what was known before. */
export function seenSince({ changing }: Seen, before: Since, now: number): Since {
  return new Map(changing.map((one) => [keyOf(one), before.get(keyOf(one)) ?? now]));
}

/** Tasks under way, the one that was received first at the top, and then the latest that are finished. */
export function shownTasks({ tasks }: Seen): readonly TaskAnswer[] {
  const isUnderWay = ({ status }: TaskAnswer) => TASK_UNDER_WAY.has(status);
  const underWay = tasks.filter(isUnderWay).reverse();
  return [...underWay, ...tasks.filter((task) => !isUnderWay(task)).slice(0, FINISHED)];
}

/** For scripts. */
export function asJson(seen: Seen): string {
  const tasks = shownTasks(seen).map(({ taskId, commandType, status, timestamp, response }) => ({
    taskId,
    commandType,
    status,
    resourceId: response?.resourceId,
    timestamp,
    errorCode: response?.error?.type,
  }));
  const of = (kind: Changing["kind"]) =>
    seen.changing.filter((one) => one.kind === kind).map(({ kind: _, ...one }) => one);
  return JSON.stringify(
    { tasks, subscriptions: of("subscription"), databases: of("database") },
    undefined,
    2,
  );
}

/**
 * For people.
 *
 * @param since without it, how long something has been changing is left out.
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
    one.kind,
    one.subscriptionId === undefined ? String(one.id) : `${one.subscriptionId}/${one.id}`,
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
