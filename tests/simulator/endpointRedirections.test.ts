import {
  ACTIVE_ACTIVE,
  activeDatabase,
  activeSubscription,
  type Client,
  pass,
  simulate,
  useVirtualTime,
} from "./client";

/*
 * Redirections of dynamic endpoints: no tasks, but UUIDs of their own; and the traffic that they block.
 */

useVirtualTime();

const LIST = "/endpoint-redirections";
const idOf = (path: string) => Number(path.split("/").at(-1));

/** Two databases that differ in nothing that a redirection compares, and a third that has another port. */
async function databases() {
  const { api, simulator } = await simulate();
  const [one, other] = [await activeSubscription(api), await activeSubscription(api)];
  const source = await activeDatabase(api, one, { name: "old", port: 12_000 });
  const target = await activeDatabase(api, other, { name: "new", port: 12_000 });
  const request = {
    sourceDatabaseId: idOf(source),
    targetDatabaseId: idOf(target),
    endpointTargetType: "public",
    migrationProtection: true,
  };
  return { api, simulator, source, target, one, other, request };
}

const dynamicOf = async (api: Client, path: string) => (await api.get(path)).body.dynamicEndpoints.public;

test("a redirection gives the target the dynamic endpoints of the source, and a revert gives them back", async () => {
  const { api, source, target, request } = await databases();
  const [ofSource, ofTarget] = [await dynamicOf(api, source), await dynamicOf(api, target)];
  const begun = await api.post(LIST, request);
  expect(begun.status).toBe(200);
  expect(begun.body).toMatchObject({ status: "initiated", isRevert: false });
  expect(begun.body.taskId).toBeUndefined();
  const path = `${LIST}/${begun.body.redirectionId}`;
  await pass(20);
  expect((await api.get(path)).body.status).toBe("in-progress");
  await pass(100);
  expect((await api.get(path)).body).toMatchObject({ status: "completed", completedAt: expect.any(String) });
  expect([await dynamicOf(api, source), await dynamicOf(api, target)]).toEqual([ofTarget, ofSource]);
  expect((await api.post(`${path}/revert`)).body).toMatchObject({ status: "in-progress", isRevert: true });
  await pass(60);
  expect((await api.get(path)).body).toMatchObject({ status: "reverted", revertedAt: expect.any(String) });
  expect([await dynamicOf(api, source), await dynamicOf(api, target)]).toEqual([ofSource, ofTarget]);
});

test("traffic to the source is blocked until it is resumed, five minutes later at the earliest", async () => {
  const { api, source, target, request } = await databases();
  expect((await api.get(`${source}/traffic`)).status).toBe(404);
  await api.post(LIST, request);
  await pass(120);
  expect((await api.get(`${source}/traffic`)).body).toMatchObject({
    canResume: false,
    stopReason: expect.any(String),
  });
  expect((await api.post(`${source}/traffic/resume`)).status).toBe(400);
  await pass(200);
  expect((await api.get(`${source}/traffic`)).body).toMatchObject({ canResume: true });
  expect((await api.post(`${source}/traffic/resume`)).status).toBe(204);
  expect((await api.get(`${source}/traffic`)).body).toMatchObject({
    canResume: false,
    trafficStatus: "active",
  });
  expect((await api.get(`${target}/traffic`)).status).toBe(404);
});

test("a redirection can be reverted for 24 hours, once", async () => {
  const { api, request } = await databases();
  const { redirectionId } = (await api.post(LIST, request)).body;
  const revert = () => api.post(`${LIST}/${redirectionId}/revert`);
  expect((await revert()).status).toBe(400);
  await pass(25 * 3600);
  expect((await revert()).body.message).toContain("24 hours");
  const next = await databases();
  const again = (await next.api.post(LIST, next.request)).body.redirectionId;
  await pass(120);
  expect((await next.api.post(`${LIST}/${again}/revert`)).status).toBe(200);
  await pass(60);
  expect((await next.api.post(`${LIST}/${again}/revert`)).status).toBe(400);
});

test.each([
  ["without protection", { migrationProtection: false }, 400, "migrationProtection"],
  ["to a database that does not exist", { targetDatabaseId: 1 }, 404, "Target database"],
  ["with an endpoint of an unknown type", { endpointTargetType: "both" }, 400, "not one of the values"],
])("a redirection %s is refused", async (_, changes, status, reason) => {
  const { api, request } = await databases();
  const answer = await api.post(LIST, { ...request, ...changes });
  expect(answer.status).toBe(status);
  expect(answer.body.message ?? answer.body).toContain(reason);
});

test.each([
  ["ports", { port: 12_001 }, {}],
  ["TLS settings", { port: 12_002 }, { enableTls: true }],
  ["default user settings", { port: 12_002 }, { enableDefaultUser: false }],
  ["CIDR allow lists", { port: 12_002, sourceIp: ["10.0.0.0/8"] }, {}],
])("databases whose %s differ are not compatible", async (what, creation, update) => {
  const { api, one, other, request } = await databases();
  const source = await activeDatabase(api, one, { name: "one", port: 12_002 });
  const target = await activeDatabase(api, other, { name: "other", ...creation });
  await api.put(target, update);
  await pass(100);
  const ids = { sourceDatabaseId: idOf(source), targetDatabaseId: idOf(target) };
  const { status, body } = await api.post(LIST, { ...request, ...ids });
  expect([status, body.message]).toEqual([400, `The databases are not compatible: ${what} differ.`]);
});

test("Active-Active databases, and a second redirection of the same database, are refused", async () => {
  const { api, request } = await databases();
  const global = await activeSubscription(api, ACTIVE_ACTIVE);
  const { databaseId } = (await api.get(`/subscriptions/${global}/databases`)).body.subscription[0]
    .databases[0];
  const answer = await api.post(LIST, { ...request, targetDatabaseId: databaseId });
  expect([answer.status, answer.body.message]).toEqual([400, "Active-Active databases are not supported."]);
  await api.post(LIST, request);
  expect((await api.post(LIST, request)).status).toBe(409);
});

test("a redirection that fails tells why, and blocks nothing", async () => {
  const { api, simulator, source, request } = await databases();
  simulator.faults.add({ fault: "provisioning-error", kind: "endpointRedirection" });
  const { redirectionId } = (await api.post(LIST, request)).body;
  await pass(200);
  expect((await api.get(`${LIST}/${redirectionId}`)).body).toMatchObject({
    status: "failed",
    errorMessage: expect.any(String),
  });
  expect((await api.get(`${source}/traffic`)).body.trafficStatus).toBe("active");
});
