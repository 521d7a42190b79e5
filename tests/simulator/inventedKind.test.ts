import { join } from "node:path";
import {
  activeSubscription,
  pass,
  processed,
  simulate,
  stateOf,
  temporaryDirectory,
  useVirtualTime,
} from "./client";
import { WIDGET } from "./widget";

useVirtualTime();

const directory = temporaryDirectory();

/** A simulator that knows one more kind of resource, which the test declares. */
const simulateWidgets = (options: Parameters<typeof simulate>[0] = {}) =>
  simulate({ kinds: [WIDGET], ...options });

const created = async ({ api }: Awaited<ReturnType<typeof simulate>>, name: string): Promise<number> =>
  (await processed(api, await api.post("/widgets", { name, size: 1 }))).response.resourceId;

test("an invented kind is created, listed, read, updated and deleted", async () => {
  const cloud = await simulateWidgets();
  const { api } = cloud;
  const id = await created(cloud, "cog");
  const path = `/widgets/${id}`;
  expect((await api.get(path)).body).toMatchObject({ id, name: "cog", size: 1, status: "building" });
  await pass(30);
  expect((await api.get("/widgets")).body.widgets).toMatchObject([{ id, status: "active" }]);

  await processed(api, await api.put(path, { size: 2 }));
  expect((await api.get(path)).body).toMatchObject({ size: 2, status: "changing" });
  await pass(10);
  expect((await api.get(path)).body.status).toBe("active");

  await processed(api, await api.delete(path));
  await pass(10);
  expect((await api.get(path)).status).toBe(404);
  expect((await api.get("/widgets")).body.widgets).toEqual([]);
});

test("its tasks name it, link to it, and are refused with its own codes", async () => {
  const cloud = await simulateWidgets();
  const id = await created(cloud, "cog");
  const [creation] = (await cloud.api.get("/tasks")).body.tasks;
  expect(creation).toMatchObject({ commandType: "widgetCreateRequest", response: { resourceId: id } });
  const link = creation.links.find(({ rel }: { rel: string }) => rel === "resource");
  expect(link.href).toBe(`${cloud.simulator.url}/widgets/${id}`);

  const again = await processed(cloud.api, await cloud.api.post("/widgets", { name: "cog", size: 1 }));
  expect(again).toMatchObject({
    status: "processing-error",
    response: { error: { type: "WIDGET_NAME_EXISTS", description: "There is a widget with this name." } },
  });
});

test("the record has its transitions, and what remains of it", async () => {
  const cloud = await simulateWidgets();
  const { record } = cloud.simulator;
  const id = await created(cloud, "cog");
  await pass(30);
  const [{ taskId }] = (await cloud.api.get("/tasks")).body.tasks;
  const changes = record.changes.filter(({ kind }) => kind === "widget");
  expect(changes).toMatchObject([
    { id, name: "cog", to: "building", taskId },
    { id, from: "building", to: "active", taskId: undefined },
  ]);
  expect(record.remaining()).toMatchObject([{ kind: "widget", id }]);
});

test("faults strike it by its kind, its name and its commands", async () => {
  const cloud = await simulateWidgets({
    faults: [
      { fault: "hidden-id", kind: "widget", name: "shy", seconds: 60 },
      { fault: "provisioning-error", kind: "widget", name: "broken" },
      { fault: "provisioning-stall", commandType: "widgetUpdateRequest", seconds: 100 },
      { fault: "processing-error", commandType: "widgetDelete*", error: "GENERAL_ERROR", times: 1 },
    ],
  });
  const { api } = cloud;
  const shy = await created(cloud, "shy");
  expect((await api.get(`/widgets/${shy}`)).status).toBe(404);
  const broken = await created(cloud, "broken");
  await pass(60);
  expect((await api.get(`/widgets/${shy}`)).body.status).toBe("active");
  expect((await api.get(`/widgets/${broken}`)).body.status).toBe("error");

  await processed(api, await api.put(`/widgets/${shy}`, { size: 3 }));
  await pass(60);
  expect((await api.get(`/widgets/${shy}`)).body.status).toBe("changing");
  await pass(60);
  expect((await api.get(`/widgets/${shy}`)).body.status).toBe("active");
  expect((await processed(api, await api.delete(`/widgets/${shy}`))).status).toBe("processing-error");
});

test("its tasks can turn their subscription pending", async () => {
  const { api, simulator } = await simulateWidgets({
    faults: [
      {
        fault: "pending-subscription",
        commandType: "widget*",
        taskState: "processing-completed",
        seconds: 9,
      },
    ],
  });
  const subscriptionId = await activeSubscription(api);
  await processed(api, await api.post("/widgets", { name: "cog", size: 1, subscriptionId }));
  expect(await stateOf(api, `/subscriptions/${subscriptionId}`)).toBe("pending");
  expect(simulator.record.changes.find(({ kind }) => kind === "widget")).toMatchObject({ subscriptionId });
  await pass(9);
  expect(await stateOf(api, `/subscriptions/${subscriptionId}`)).toBe("active");
});

test("the state file keeps it; a simulator that does not know the kind knows neither its path nor its faults", async () => {
  const stateFile = join(directory, "state.json");
  const before = await simulateWidgets({ stateFile });
  const id = await created(before, "cog");
  await before.simulator.close();

  const after = await simulateWidgets({ stateFile });
  expect((await after.api.get(`/widgets/${id}`)).body).toMatchObject({ name: "cog", status: "building" });
  await pass(30);
  expect((await after.api.get(`/widgets/${id}`)).body.status).toBe("active");

  const { api, simulator } = await simulate();
  expect((await api.get("/widgets")).status).toBe(404);
  expect(() => simulator.faults.add({ fault: "provisioning-error", kind: "widget" })).toThrow(
    "faults.0.kind",
  );
});

test("two kinds with one name are refused", async () => {
  await expect(simulate({ kinds: [WIDGET, WIDGET] })).rejects.toThrow("claim 'widget'");
});
