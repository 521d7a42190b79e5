import { setTimeout as sleep } from "node:timers/promises";
import type { Simulator } from "../../simulator";
import { subscriptionRequest } from "../simulator/client";

/** Real milliseconds between two looks at the same thing. */
const INTERVAL_MS = 50;

/** Places for subscriptions that change, as the API limits them. */
const PLACES = 3;

/**
 * A small client that does what an `up` of a program does: subscriptions, and databases in them.
 *
 * @param databases in all subscriptions together; the API creates each subscription with at least one
 */
export async function deploy(
  simulator: Simulator,
  { subscriptions, databases }: { subscriptions: number; databases: number },
): Promise<void> {
  const send = clientOf(simulator);
  const names = Array.from({ length: subscriptions }, (_, index) => `shop-${index + 1}`);
  const filled: Promise<void>[] = [];
  const subscriptionsAt = sharedLook(send, "/subscriptions", (answer) => answer.subscriptions ?? [], "id");
  const place = async () => {
    for (let name = names.shift(); name !== undefined; name = names.shift()) {
      const request = subscriptionRequest({ name, databases: [{ ...DATABASE, name: `${name}-cache-1` }] });
      const id = await create(send, "/subscriptions", request, subscriptionsAt);
      filled.push(fill(send, id, name, databases / subscriptions - 1));
    }
  };
  await Promise.all(Array.from({ length: PLACES }, place));
  await Promise.all(filled);
}

const DATABASE = { protocol: "redis", datasetSizeInGb: 1 };

type Send = (method: string, path: string, body?: object) => Promise<Answer>;
// biome-ignore lint/suspicious/noExplicitAny: answers of any shape
type Answer = any;

async function fill(send: Send, subscriptionId: number, name: string, count: number): Promise<void> {
  const path = `/subscriptions/${subscriptionId}/databases`;
  const look = sharedLook(
    send,
    `${path}?limit=100`,
    ({ subscription: [one] }) => one.databases,
    "databaseId",
  );
  await Promise.all(
    Array.from({ length: count }, (_, index) =>
      create(send, path, { ...DATABASE, name: `${name}-cache-${index + 2}` }, look),
    ),
  );
}

/** The items of a list by their IDs, as the next look at it shows them. */
type Look = () => Promise<Map<unknown, Answer>>;

/** Looks at a list, once for all that wait for something in it. */
function sharedLook(send: Send, path: string, itemsOf: (answer: Answer) => Answer[], id: string): Look {
  let next: Promise<Map<unknown, Answer>> | undefined;
  return () => {
    next ??= sleep(INTERVAL_MS).then(async () => {
      next = undefined;
      const items = itemsOf(await send("GET", path));
      return new Map(items.map((item) => [item[id], item]));
    });
    return next;
  };
}

/** Creates a resource, and waits until it is active; returns its ID. A refusal for the moment is tried again. */
async function create(send: Send, path: string, body: object, look: Look): Promise<number> {
  for (;;) {
    const { taskId } = await send("POST", path, body);
    const task = await found(looksAtTasks(send), taskId, /completed|error/);
    const id = task.response?.resourceId;
    if (task.status === "processing-completed") {
      await found(look, id, /^active$/);
      return id;
    }
  }
}

/** An item of a list, when it has reached one of these states. */
async function found(look: Look, id: unknown, states: RegExp): Promise<Answer> {
  for (;;) {
    const item = (await look()).get(id);
    if (states.test(item?.status)) return item;
  }
}

const tasks = new WeakMap<Send, Look>();

function looksAtTasks(send: Send): Look {
  const look = tasks.get(send) ?? sharedLook(send, "/tasks", (answer) => answer.tasks, "taskId");
  tasks.set(send, look);
  return look;
}

/** Sends requests over HTTP; those that are refused for the moment are sent again. */
function clientOf(simulator: Simulator): Send {
  const [{ apiKey = "", apiSecretKey = "" } = {}] = simulator.accounts;
  const headers = {
    "x-api-key": apiKey,
    "x-api-secret-key": apiSecretKey,
    "content-type": "application/json",
  };
  return async (method, path, body) => {
    for (;;) {
      const response = await fetch(simulator.url + path, {
        method,
        headers,
        body: JSON.stringify(body),
      }).catch(() => undefined);
      if (response && response.status !== 429 && response.status < 500) {
        if (response.ok || response.status === 404) return response.json();
        throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      }
      await sleep(INTERVAL_MS);
    }
  };
}
