import type { ExportedRecord, StateChange } from "../../record";
import type { ExchangeSummary, KindState, ResourceState, TaskState } from "../types";
import { type AccountModel, type Model, withoutResource, withResource } from "./model";

const MINUTE_MS = 60_000;

/** The limits that an account has if nobody changes them: a record does not contain its own. */
const RATE_LIMIT = 400;
const PLACES = 3;

/** Returns the function that tells the model at a time of a record. Going forward it continues from the time before. */
export function recordedStates(record: ExportedRecord): (at: number) => Model {
  const kinds = kindsOf(record.changes);
  const empty = new Map(
    [...new Set(record.changes.map(({ accountId }) => accountId))].map((accountId) => [
      accountId,
      emptyAccount(accountId),
    ]),
  );
  if (empty.size === 0) empty.set(0, emptyAccount(0));
  const requests = record.requests.map(
    (request, index): ExchangeSummary => ({
      ...request,
      number: index + 1,
      durationMs: 0,
      fault: record.faults.find(
        (one) =>
          one.path === request.path && one.method === request.method && Math.abs(one.at - request.at) < 1000,
      )?.rule.fault,
    }),
  );
  let accounts = new Map(empty);
  let done = 0;
  let last = Number.NEGATIVE_INFINITY;
  return (at) => {
    if (at < last) {
      accounts = new Map(empty);
      done = 0;
    }
    last = at;
    for (; (record.changes[done]?.at ?? Number.POSITIVE_INFINITY) <= at; done++) {
      const change = record.changes[done] as StateChange;
      const account = accounts.get(change.accountId);
      if (account) accounts.set(change.accountId, withChange(account, change));
    }
    const past = requests.filter((request) => request.at <= at);
    return {
      mode: "recorded",
      ...{ url: "", seed: 0, kinds, faults: [], receivedAt: 0 },
      time: { now: at, timeScale: record.timeScale, paused: true, next: record.changes[done]?.at },
      requests: past.slice(-1000),
      accounts: [...accounts.values()].map((account) => withLimits(account, past, at)),
    };
  };
}

function emptyAccount(accountId: number): AccountModel {
  return {
    accountId,
    name: `Account ${accountId}`,
    queue: [],
    changing: { limit: PLACES, subscriptionIds: [] },
    rateLimit: { limit: RATE_LIMIT, used: 0 },
    since: 0,
    tasks: new Map(),
    own: [],
    contents: new Map(),
    changes: [],
  };
}

function withChange(account: AccountModel, change: StateChange): AccountModel {
  const next = { ...account, changes: [...account.changes, change] };
  const { kind, id, to, at, name, subscriptionId, error } = change;
  if (kind !== "task") {
    if (to === "gone") return withoutResource(next, kind, id);
    const resource: ResourceState = {
      ...{ accountId: account.accountId, kind, id, name, status: to, subscriptionId, since: at },
      ...{ facts: [], endpoints: [], peerRequests: [] },
    };
    return withResource(next, resource);
  }
  const taskId = String(id);
  const tasks = new Map(account.tasks);
  const task: TaskState = {
    ...{
      accountId: account.accountId,
      taskId,
      commandType: name,
      status: to,
      subscriptionId,
      error,
      since: at,
    },
  };
  tasks.set(taskId, task);
  const queue = account.queue.filter((one) => one !== taskId);
  return {
    ...next,
    tasks,
    queue: to === "received" ? [...queue, taskId] : queue,
    processing:
      to === "processing-in-progress"
        ? taskId
        : account.processing === taskId
          ? undefined
          : account.processing,
  };
}

function withLimits(account: AccountModel, requests: readonly ExchangeSummary[], at: number): AccountModel {
  const changing = account.own.filter(
    ({ kind, status }) => kind === "subscription" && status !== "active" && status !== "error",
  );
  let used = 0;
  for (let index = requests.length - 1; index >= 0; index--) {
    const request = requests[index] as ExchangeSummary;
    if (at - request.at >= MINUTE_MS) break;
    if (request.accountId === account.accountId) used += 1;
  }
  return {
    ...account,
    changing: { limit: PLACES, subscriptionIds: changing.map(({ id }) => id) },
    rateLimit: { limit: RATE_LIMIT, used },
  };
}

/** A record does not contain the kinds: they are those of its changes, and commands begin with their names. */
function kindsOf(changes: readonly StateChange[]): KindState[] {
  const resources = changes.filter(({ kind }) => kind !== "task");
  const commands = [...new Set(changes.filter(({ kind }) => kind === "task").map(({ name }) => name))];
  const names = [...new Set(resources.map(({ kind }) => kind))];
  const parents = new Set(resources.map(({ subscriptionId }) => subscriptionId));
  return names.map((name) => ({
    name,
    noun: name.replace(/\B[A-Z]/g, (letter) => ` ${letter}`).toLowerCase(),
    path: "",
    commandTypes: commands.filter((command) => new RegExp(`^${name}[A-Z]`).test(command)),
    isParent:
      resources.some(({ kind, id }) => kind === name && parents.has(id as number)) ||
      /subscription$/i.test(name),
    peerActions: [],
  }));
}
