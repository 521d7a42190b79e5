import { setTimeout as sleep } from "node:timers/promises";
import type { Simulator } from "../../simulator";
import { subscriptionRequest } from "../simulator/client";

/** Real milliseconds between two looks at the same thing. */
const INTERVAL_MS = 40;

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
  const place = async () => {
    for (let name = names.shift(); name !== undefined; name = names.shift()) {
      const request = subscriptionRequest({ name, databases: [{ ...DATABASE, name: `${name}-cache-1` }] });
      const id = await create(send, "/subscriptions", request);
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
  await Promise.all(
    Array.from({ length: count }, (_, index) =>
      create(send, path, { ...DATABASE, name: `${name}-cache-${index + 2}` }),
    ),
  );
}

/** Creates a resource, and waits until it is active; returns its ID. A refusal for the moment is tried again. */
async function create(send: Send, path: string, body: object): Promise<number> {
  for (;;) {
    const task = await processed(send, await send("POST", path, body));
    const id = task.response?.resourceId;
    if (task.status === "processing-completed") {
      for (;;) {
        const { status } = await send("GET", `${path}/${id}`);
        if (status === "active") return id;
        if (status === "error") throw new Error(`${path}/${id} is in error`);
        await sleep(INTERVAL_MS * 4);
      }
    }
    await sleep(INTERVAL_MS * 4);
  }
}

async function processed(send: Send, { taskId }: Answer): Promise<Answer> {
  for (;;) {
    const task = await send("GET", `/tasks/${taskId}`);
    if (/completed|error/.test(task.status)) return task;
    await sleep(INTERVAL_MS);
  }
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
