import { inWords } from "../../timeline/kinds";
import type { Account } from "../account";
import { occurrenceOf } from "../faults/strikes";
import type { ResourceKind } from "../kind";
import type { Resource, Stateful, Task } from "../resource";
import { nonActiveSubscriptions } from "../resources/limitedSubscriptions";
import type { Parts } from "./parts";
import { masked } from "./secrets";
import type { AccountState, AccountSummary, KindState, ResourceState, TaskState, TimeState } from "./types";

/** Tasks in an account's state besides those that are open. */
const MOST_TASKS = 100;

/** When tasks and resources entered their states, and when they are scheduled to reach the next ones. */
export interface Schedule {
  since(accountId: number, kind: string, id: string | number): number | undefined;
}

export function timeOf({ clock, accounts }: Parts): TimeState {
  const due = accounts.flatMap((account) => account.agenda.next() ?? []);
  const { timeScale, isPaused: paused } = clock;
  return { now: clock.now(), timeScale, paused, ...(due.length > 0 && { next: Math.min(...due) }) };
}

export function kindState(kind: ResourceKind, all: readonly ResourceKind[]): KindState {
  const isFirst = all.find(({ path }) => path === kind.path) === kind;
  return {
    name: kind.name,
    noun: inWords(kind.name)
      .replace(/^acl\b/, "ACL")
      .replace(/^essentials\b/, "Essentials"),
    path: kind.path,
    commandTypes: Object.keys(kind.commands),
    isParent: isFirst && all.some(({ path }) => path.startsWith(`${kind.path}/`)),
    peerActions: Object.keys(kind.peer ?? {}),
  };
}

export function accountSummary(account: Account, { rateLimits, now }: Parts): AccountSummary {
  const { accountId, processing, queue } = account;
  return {
    accountId,
    ...(processing !== undefined && { processing }),
    queue: [...queue],
    changing: nonActiveSubscriptions(account),
    rateLimit: rateLimits.use(accountId, now()),
    since: account.startedAt,
  };
}

export function accountState(account: Account, parts: Parts, schedule: Schedule): AccountState {
  const due = dueTimes(account);
  const tasks = [...account.tasks.values()];
  const isOpen = ({ status }: Task) => status === "received" || status === "processing-in-progress";
  const closed = tasks.filter((task) => !isOpen(task)).slice(-MOST_TASKS);
  const shown = new Set([...closed, ...tasks.filter(isOpen)]);
  return {
    ...accountSummary(account, parts),
    name: account.options.name,
    resources: parts.kinds.flatMap((kind) =>
      [...account.collection(kind.name).values()].map((one) =>
        resourceState(account, one, kind, due, schedule),
      ),
    ),
    tasks: tasks.filter((task) => shown.has(task)).map((task) => taskState(account, task, due, schedule)),
  };
}

export function resourceState(
  account: Account,
  resource: Resource,
  kind: ResourceKind,
  due: DueTimes,
  schedule: Schedule,
): ResourceState {
  const { accountId } = account;
  const { id, name, status, subscriptionId } = resource;
  const { facts = [], endpoints = [], peerRequests = [] } = kind.describe?.(account, resource) ?? {};
  return masked({
    ...{ accountId, kind: kind.name, id, name, status, subscriptionId, facts, endpoints, peerRequests },
    since: schedule.since(accountId, kind.name, id),
    due: due.get(resource),
  }) as ResourceState;
}

export function taskState(account: Account, task: Task, due: DueTimes, schedule: Schedule): TaskState {
  const { taskId, command, status, response } = task;
  const { accountId } = account;
  return {
    ...{ accountId, taskId, commandType: command.commandType, status },
    name: occurrenceOf(account, task).name,
    resourceId: response?.resourceId,
    subscriptionId: command.subscriptionId,
    error: response?.error?.type,
    since: schedule.since(accountId, "task", taskId),
    due: due.get(task),
  };
}

/** When tasks and resources are scheduled to reach their next states. */
export type DueTimes = ReadonlyMap<Stateful, number>;

export function dueTimes(account: Account): DueTimes {
  const due = new Map<Stateful, number>();
  for (const { kind, id, change, at } of account.agenda.toJSON()) {
    const item = account.find(kind, id);
    if (item?.change === change && !due.has(item)) due.set(item, at);
  }
  return due;
}
