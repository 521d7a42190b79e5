import type { StateChange } from "../../record";
import type {
  AccountState,
  AccountSummary,
  ConsoleChanges,
  ConsoleState,
  ExchangeSummary,
  KindState,
  ResourceState,
  TaskState,
  TimeState,
} from "../types";

/** Requests that the page keeps. */
const MOST_REQUESTS = 1000;

/** What the page shows of an account. Lists and entries that change are replaced, so that the rest is not drawn again. */
export interface AccountModel extends AccountSummary {
  name: string;
  tasks: ReadonlyMap<string, TaskState>;
  /** Resources of the account itself, in the order of their creation. */
  own: readonly ResourceState[];
  /** What is in each subscription, by its ID. */
  contents: ReadonlyMap<number, readonly ResourceState[]>;
  /** All transitions since the account has its present content. */
  changes: StateChange[];
}

/** What the page shows. */
export interface Model {
  mode: ConsoleState["mode"];
  url: string;
  seed: number;
  kinds: readonly KindState[];
  time: TimeState;
  /** When `time` was received, on the page's own clock. */
  receivedAt: number;
  faults: ConsoleState["faults"];
  accounts: readonly AccountModel[];
  /** Of all accounts, oldest first. */
  requests: readonly ExchangeSummary[];
}

export function modelOf(state: ConsoleState, receivedAt: number): Model {
  const { changes = [], requests = [], accounts, ...rest } = state;
  return {
    ...rest,
    receivedAt,
    requests,
    accounts: accounts.map((account) => accountModel(account, changes)),
  };
}

function accountModel(
  { resources, tasks, ...summary }: AccountState,
  changes: readonly StateChange[],
): AccountModel {
  const empty: AccountModel = {
    ...summary,
    tasks: new Map(tasks.map((task) => [task.taskId, task])),
    own: [],
    contents: new Map(),
    changes: changes.filter(({ accountId }) => accountId === summary.accountId),
  };
  return resources.reduce(withResource, empty);
}

/** The model after an event. */
export function withChanges(model: Model, event: ConsoleChanges, receivedAt: number): Model {
  return {
    ...model,
    receivedAt,
    time: event.time,
    faults: event.faults ?? model.faults,
    requests:
      event.requests.length === 0
        ? model.requests
        : [...model.requests, ...event.requests].slice(-MOST_REQUESTS),
    accounts: model.accounts.map((account) => changedAccount(account, event)),
  };
}

function changedAccount(account: AccountModel, event: ConsoleChanges): AccountModel {
  const isOwn = ({ accountId }: { accountId: number }) => accountId === account.accountId;
  const summary = event.accounts.find(isOwn);
  const wasReset = summary !== undefined && summary.since !== account.since;
  const tasks = event.tasks.filter(isOwn);
  // The summary of an account that processes no task has no such field.
  let next: AccountModel = { ...account, ...(summary && { processing: undefined, ...summary }) };
  const own = event.changes.filter(isOwn);
  if (wasReset) next.changes = [];
  if (own.length > 0) next.changes = [...next.changes, ...own];
  const gone = event.gone.filter(isOwn);
  for (const { kind, id } of gone) next = withoutResource(next, kind, id);
  const goneTasks = new Set(gone.map(({ id }) => id));
  if (tasks.length + goneTasks.size > 0) {
    const kept = [...account.tasks].filter(([taskId]) => !goneTasks.has(taskId));
    next.tasks = new Map([...kept, ...tasks.map((task) => [task.taskId, named(task, account)] as const)]);
  }
  return event.resources.filter(isOwn).reduce(withResource, next);
}

/** A task whose resource is gone keeps the name that it had. */
const named = (task: TaskState, { tasks }: AccountModel): TaskState => ({
  ...task,
  name: task.name ?? tasks.get(task.taskId)?.name,
});

export function withResource(account: AccountModel, resource: ResourceState): AccountModel {
  const { subscriptionId } = resource;
  if (subscriptionId === undefined) return { ...account, own: upserted(account.own, resource) };
  const contents = new Map(account.contents);
  contents.set(subscriptionId, upserted(contents.get(subscriptionId) ?? [], resource));
  return { ...account, contents };
}

export function withoutResource(account: AccountModel, kind: string, id: string | number): AccountModel {
  const isOther = (one: ResourceState) => one.kind !== kind || one.id !== id;
  const contents = new Map(
    [...account.contents].map(([subscriptionId, all]) => [
      subscriptionId,
      all.every(isOther) ? all : all.filter(isOther),
    ]),
  );
  return { ...account, own: account.own.filter(isOther), contents };
}

function upserted(all: readonly ResourceState[], resource: ResourceState): readonly ResourceState[] {
  const index = all.findIndex(({ kind, id }) => kind === resource.kind && id === resource.id);
  return index < 0 ? [...all, resource] : all.with(index, resource);
}

/** Simulated time now, which passes between events, too. */
export function nowOf({ time, receivedAt }: Pick<Model, "time" | "receivedAt">, clock: number): number {
  return time.paused ? time.now : time.now + (clock - receivedAt) * time.timeScale;
}
