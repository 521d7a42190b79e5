import { copyFileSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  activeDatabase,
  activeSubscription,
  CLOUD_ACCOUNT,
  type Client,
  pass,
  processed,
  simulate,
  subscriptionRequest,
  temporaryDirectory,
  useVirtualTime,
} from "./client";

useVirtualTime();

const directory = temporaryDirectory();

test("continues after a restart where it stopped, with tasks and provisioning under way", async () => {
  const stateFile = join(directory, "restart.json");
  const before = await simulate({ stateFile });
  const id = await activeSubscription(before.api);
  const path = await activeDatabase(before.api, id, { name: "kept" });
  const list = `/subscriptions/${id}/databases`;
  const creation = await before.api.post(list, { name: "under-way", datasetSizeInGb: 1 });
  await before.api.post(list, { name: "waiting", datasetSizeInGb: 1 });
  await pass(2);
  const kept = (await before.api.get(path)).body;
  await before.simulator.close();

  await pass(3600);
  const { api, simulator } = await simulate({ stateFile });
  expect(simulator.record.remaining().map(({ name }) => name)).toEqual(["shop", "first", "kept"]);
  const after = (await api.get(path)).body;
  expect(after.security.password).toBe(kept.security.password);
  expect((await api.get(`/tasks/${creation.body.taskId}`)).body.status).toBe("processing-in-progress");
  await processed(api, { ...creation, status: 202 });
  await pass(200);
  expect((await api.get(list)).body.subscription[0].databases).toMatchObject(
    ["first", "kept", "under-way", "waiting"].map((name) => ({ name, status: "active" })),
  );
});

test("writes the state to disk before it answers a write", async () => {
  const stateFile = join(directory, "durable.json");
  const { api } = await simulate({ stateFile });
  const { body } = await api.post("/cloud-accounts", CLOUD_ACCOUNT);
  const second = await simulate({ stateFile });
  expect((await second.api.get(`/tasks/${body.taskId}`)).status).toBe(200);
});

test("the state file is readable only for its owner; another file is refused", async () => {
  const stateFile = join(directory, "owner.json");
  await simulate({ stateFile });
  expect(statSync(stateFile).mode & 0o777).toBe(0o600);
  writeFileSync(stateFile, "[]");
  await expect(simulate({ stateFile })).rejects.toThrow("is not the state of a simulator of this version");
});

test("after it was killed, changes that were not saved yet happen again as time passes", async () => {
  const stateFile = join(directory, "running.json");
  const killed = join(directory, "killed.json");
  const { api } = await simulate({ stateFile, durations: { visibility: [0, 0] }, timeScale: 1000 });
  await api.post("/subscriptions", subscriptionRequest());
  await pass(0.1);
  copyFileSync(stateFile, killed);
  const look = async (client: Client) => {
    const [subscription] = (await client.get("/subscriptions")).body.subscriptions;
    const [task] = (await client.get("/tasks")).body.tasks;
    return { id: subscription?.id, status: subscription?.status, taskId: task.taskId, task: task.status };
  };
  const before = await look(api);
  expect(before).toMatchObject({ task: "processing-completed", status: "pending" });

  const again = await simulate({ stateFile: killed, durations: { visibility: [0, 0] }, timeScale: 1000 });
  expect(await look(again.api)).toMatchObject({ id: undefined, task: "processing-in-progress" });
  await pass(0.1);
  expect(await look(again.api)).toEqual(before);
});

test("reads a state file of version 1, and writes it as version 2", async () => {
  const stateFile = join(directory, "version1.json");
  copyFileSync(join(__dirname, "fixtures", "stateVersion1.json"), stateFile);
  const { api, simulator } = await simulate({ stateFile });
  const [subscription] = (await api.get("/subscriptions")).body.subscriptions;
  const list = `/subscriptions/${subscription.id}/databases`;
  const states = async () =>
    (await api.get(list)).body.subscription[0].databases.map((one: { name: string; status: string }) => [
      one.name,
      one.status,
    ]);
  expect(await states()).toEqual([
    ["first", "active"],
    ["second", "draft"],
  ]);
  await pass(600);
  expect(await states()).toEqual([
    ["first", "active"],
    ["second", "active"],
  ]);
  expect((await api.get("/cloud-accounts")).body.cloudAccounts).toMatchObject([
    { id: 1 },
    { id: 7, name: "ours" },
  ]);
  expect((await api.get("/acl/redisRules")).body.redisRules).toHaveLength(3);
  const [{ links, response }] = (await api.get("/tasks")).body.tasks;
  expect(links[0].href).toBe(`${simulator.url}${list}/${response.resourceId}`);
  expect(simulator.record.remaining().map(({ name }) => name)).toEqual(["shop", "first", "second"]);
  await simulator.close();
  expect(JSON.parse(readFileSync(stateFile, "utf8"))).toMatchObject({ version: 2 });
});
