import {
  activeDatabase,
  activeSubscription,
  pass,
  subscriptionRequest,
  useVirtualTime,
} from "../simulator/client";
import { events, simulateWithConsole } from "./api";

useVirtualTime();

const COUNTS = { taskProcessing: [5, 5], visibility: [0, 0] };

test("without the option there is no console, and its path is not part of the API", async () => {
  const { simulator } = await simulateWithConsole({ console: false });
  expect(simulator.consoleUrl).toBeUndefined();
  const response = await simulator.fetch(new Request(`${new URL(simulator.url).origin}/console/api/state`));
  expect(response.status).toBe(404);
});

test("the state shows the queue with the task that is processed, and the places of changing subscriptions", async () => {
  const { api, console } = await simulateWithConsole({ durations: COUNTS as never, seed: 3 });
  for (const name of ["one", "two", "three"]) await api.post("/subscriptions", subscriptionRequest({ name }));
  const before = await console.account();
  expect(before).toMatchObject({
    queue: [expect.any(String), expect.any(String)],
    processing: expect.any(String),
  });
  expect(before.tasks.map(({ name, status }) => [name, status])).toEqual([
    ["one", "processing-in-progress"],
    ["two", "received"],
    ["three", "received"],
  ]);
  expect(before.changing).toEqual({ limit: 3, subscriptionIds: [] });
  await pass(11);
  const after = await console.account();
  expect(after.changing.subscriptionIds).toHaveLength(2);
  expect(after.resources.filter(({ kind }) => kind === "subscription")).toMatchObject([
    {
      name: "one",
      status: "pending",
      facts: ["AWS us-east-1"],
      since: expect.any(Number),
      due: expect.any(Number),
    },
    { name: "two", status: "pending" },
  ]);
  expect(after.rateLimit).toMatchObject({ limit: 400, used: 3 });
});

test("a database is shown with its size and, once it is active, with its endpoints", async () => {
  const { api, console } = await simulateWithConsole();
  const subscriptionId = await activeSubscription(api);
  await activeDatabase(api, subscriptionId, { name: "cache", datasetSizeInGb: 2, replication: true });
  const { resources } = await console.account();
  expect(resources.find(({ name }) => name === "cache")).toMatchObject({
    kind: "database",
    status: "active",
    subscriptionId,
    facts: ["4 GB", "replication"],
    endpoints: [
      { label: "public", address: expect.stringMatching(/^redis-\d+\..*:\d+$/) },
      { label: "private", address: expect.stringContaining("internal") },
    ],
  });
});

test("the stream begins with the state, and then tells what changes", async () => {
  const { simulator, api } = await simulateWithConsole();
  const { received, end } = await events(simulator);
  await pass(1);
  expect(received).toMatchObject([{ event: "state", data: { mode: "live", changes: [], requests: [] } }]);
  await api.post("/subscriptions", subscriptionRequest());
  await pass(700);
  end();
  const changes = received.slice(1).map(({ data }) => data);
  expect(changes.flatMap((event) => event.requests)).toMatchObject([
    { method: "POST", path: "/v1/subscriptions", status: 202, taskId: expect.any(String) },
  ]);
  const states = changes.flatMap((event) => ("resources" in event ? event.resources : []));
  expect(states.filter(({ kind }) => kind === "subscription").map(({ status }) => status)).toEqual([
    "pending",
    "active",
  ]);
  expect(changes.flatMap((event) => event.changes ?? []).map(({ to }) => to)).toEqual([
    ...["received", "processing-in-progress", "pending", "processing-completed"],
    ...["active", "active"],
  ]);
});

test("a stream that nobody reads any more costs nothing", async () => {
  const { simulator, api } = await simulateWithConsole();
  const { received, end } = await events(simulator);
  await pass(1);
  end();
  await pass(1);
  const { length } = received;
  await api.post("/subscriptions", subscriptionRequest());
  await pass(60);
  expect(received).toHaveLength(length);
});
