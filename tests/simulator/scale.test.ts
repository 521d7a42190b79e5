import { Collection } from "../../simulator/collection";
import { activeSubscription, type Client, EXACT, pass, simulate, useVirtualTime } from "./client";

useVirtualTime();

const SUBSCRIPTIONS = 20;
const DATABASES = 1000;
const QUICK = { ...EXACT, taskProcessing: [1, 1] } as const;

/** Submits a thousand databases for twenty subscriptions, and waits until all are active. */
async function thousandDatabases(api: Client): Promise<number[]> {
  const ids: number[] = [];
  for (let index = 0; index < SUBSCRIPTIONS; index++) ids.push(await activeSubscription(api));
  for (let index = 0; index < DATABASES; index++) {
    const request = { name: `database-${index}`, datasetSizeInGb: 0.1 };
    const list = `/subscriptions/${ids[index % SUBSCRIPTIONS]}/databases`;
    expect((await api.post(list, request)).status).toBe(202);
  }
  await pass(DATABASES * 1 + 200);
  return ids;
}

test("requests about a subscription do not iterate over a thousand databases of the account", async () => {
  const { api, simulator } = await simulate({ durations: QUICK, rateLimit: 1e6 });
  const ids = await thousandDatabases(api);

  const walks = jest.spyOn(Collection.prototype, "values");
  for (const [index, id] of ids.entries()) {
    const { databases, numberOfDatabases } = (await api.get(`/subscriptions/${id}/databases?limit=100`)).body
      .subscription[0];
    expect(numberOfDatabases).toBe(1 + DATABASES / SUBSCRIPTIONS);
    const names = databases.map(({ name, status }: { name: string; status: string }) => `${name} ${status}`);
    const mine = Array.from(
      { length: DATABASES / SUBSCRIPTIONS },
      (_, turn) => `database-${turn * SUBSCRIPTIONS + index} active`,
    );
    expect(names).toEqual(["first active", ...mine]);
  }
  const { subscriptions } = (await api.get("/subscriptions")).body;
  expect(subscriptions.map((one: { numberOfDatabases: number }) => one.numberOfDatabases)).toEqual(
    ids.map(() => 1 + DATABASES / SUBSCRIPTIONS),
  );
  expect(walks.mock.contexts.map(({ kind }) => kind)).not.toContain("database");
  walks.mockRestore();

  expect(simulator.record.remaining()).toHaveLength(SUBSCRIPTIONS * 2 + DATABASES);
  expect(simulator.record.databasesSubmittedWhileNonActive()).toEqual([]);
});

test("GET /tasks serializes only tasks that have changed", async () => {
  const { api } = await simulate({ durations: QUICK, rateLimit: 1e6 });
  const [id] = await thousandDatabases(api);
  const { tasks } = (await api.get("/tasks")).body;
  expect(tasks).toHaveLength(SUBSCRIPTIONS + DATABASES);
  expect(new Set(tasks.map((task: { status: string }) => task.status))).toEqual(
    new Set(["processing-completed"]),
  );

  await api.post(`/subscriptions/${id}/databases`, { name: "one-more", datasetSizeInGb: 0.1 });
  const writes = jest.spyOn(JSON, "stringify");
  const after = (await api.get("/tasks")).body.tasks;
  const written = writes.mock.calls.length;
  writes.mockRestore();
  expect(written).toBeLessThan(10);
  expect(after[0].status).toBe("processing-in-progress");
  expect(after.slice(1)).toEqual(tasks);
  await pass(1);
  expect((await api.get("/tasks")).body.tasks[0].status).toBe("processing-completed");
});
