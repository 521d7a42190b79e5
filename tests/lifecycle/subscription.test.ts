import {
  CLOUD_ACCOUNT,
  endSimulators,
  failureOf,
  PLACE,
  placeIn,
  plansGone,
  redisCloud,
  submitted,
  writes,
} from "./harness";
import { useVirtualTime } from "./virtualTime";

useVirtualTime();
endSimulators();

test("a subscription is created, and is active afterwards", async () => {
  const { stack, api } = await redisCloud();
  const main = await stack.subscription("main", PLACE);
  expect(main.outputs).toMatchObject({ subscriptionId: Number(main.id), status: "active", pricing: [] });
  expect(await api.get(`/subscriptions/${main.id}`)).toMatchObject({
    status: "active",
    name: main.outputs.name,
    paymentMethodId: 2,
  });
});

test("without a name, its name is the logical name and a hash, the same in every run", async () => {
  const first = await (await redisCloud()).stack.subscription("main", PLACE);
  const second = await (await redisCloud()).stack.subscription("main", PLACE);
  expect(first.outputs.name).toMatch(/^main-[0-9a-z]{12}$/);
  expect(second.outputs.name).toBe(first.outputs.name);
});

test("the database that the API requires is the smallest possible, and is removed", async () => {
  const { stack, simulator, api } = await redisCloud();
  const main = await stack.subscription("main", PLACE);
  await plansGone(simulator);
  const plan = simulator.record.changes.filter(({ kind }) => kind === "database");
  expect(plan.map(({ name, to }) => [name, to])).toEqual([
    ["creation-plan-1", "active"],
    ["creation-plan-1", "delete-pending"],
    ["creation-plan-1", "gone"],
  ]);
  expect(await api.get(`/subscriptions/${main.id}`)).toMatchObject({ numberOfDatabases: 0 });
});

test("a creation plan determines the hardware, and all its databases are removed", async () => {
  const { stack, simulator, api } = await redisCloud();
  const creationPlan = [
    { datasetSizeInGb: 5, quantity: 2 },
    { datasetSizeInGb: 1, dataPersistence: "none" },
  ];
  const main = await stack.subscription("main", { ...PLACE, creationPlan });
  const created = simulator.record.changes.filter(({ kind, to }) => kind === "database" && to === "active");
  expect(created).toHaveLength(3);
  await plansGone(simulator);
  expect(await api.get(`/subscriptions/${main.id}`)).toMatchObject({ numberOfDatabases: 0 });
});

test("an unchanged subscription submits nothing", async () => {
  const { stack, simulator } = await redisCloud();
  await stack.subscription("main", PLACE);
  const before = writes(simulator);
  expect(await stack.preview("main", PLACE)).toBe("same");
  await stack.subscription("main", PLACE);
  expect(writes(simulator)).toEqual(before);
});

test("name and payment method change in place, with one request", async () => {
  const { stack, simulator, api } = await redisCloud();
  const { id } = await stack.subscription("main", PLACE);
  const changed = { ...PLACE, name: "shop", paymentMethodId: 3 };
  expect(await stack.preview("main", changed)).toBe("update");
  const main = await stack.subscription("main", changed);
  expect(main).toMatchObject({ id, outputs: { name: "shop", status: "active" } });
  expect(await api.get(`/subscriptions/${id}`)).toMatchObject({ name: "shop", paymentMethodId: 3 });
  expect(submitted(simulator, "subscriptionUpdateRequest")).toHaveLength(1);
});

test("another region replaces it, deleting first", async () => {
  const { stack, simulator } = await redisCloud();
  const before = await stack.subscription("main", PLACE);
  const moved = { ...PLACE, cloudProviders: [{ provider: "AWS", regions: [{ region: "eu-west-1" }] }] };
  expect(await stack.preview("main", moved)).toBe("replace");
  const after = await stack.subscription("main", moved);
  expect(after.id).not.toBe(before.id);
  expect(after.outputs.name).toBe(before.outputs.name);
  await plansGone(simulator);
  expect(simulator.record.remaining()).toMatchObject([{ kind: "subscription", id: Number(after.id) }]);
});

test("maintenance windows and allowed addresses are set after the creation, and reset when removed", async () => {
  const { stack, simulator, api } = await redisCloud();
  const windows = [{ startHour: 2, durationInHours: 6, days: ["Monday", "Friday"] }];
  const maintenanceWindows = { mode: "manual", windows };
  const place = placeIn((await stack.cloudAccount("aws", CLOUD_ACCOUNT)).id);
  const { id } = await stack.subscription("main", { ...place, maintenanceWindows, cidrIps: ["10.1.0.0/16"] });
  const path = `/v1/subscriptions/${id}`;
  expect(writes(simulator).slice(-2)).toEqual([`PUT ${path}/maintenance-windows`, `PUT ${path}/cidr`]);
  expect(await api.get(`/subscriptions/${id}/maintenance-windows`)).toMatchObject(maintenanceWindows);

  await stack.subscription("main", place);
  expect(await api.get(`/subscriptions/${id}/maintenance-windows`)).toMatchObject({ mode: "automatic" });
});

test("a payment method that the account does not have is rejected before anything is submitted", async () => {
  const { stack, simulator } = await redisCloud();
  const failure = await failureOf(stack.subscription("main", { ...PLACE, paymentMethodId: 99 }));
  expect(failure.message).toMatch(
    /paymentMethodId.* is not a payment method of this account \(it has 2, 3\)/,
  );
  expect(writes(simulator)).toEqual([]);
});

test("destroying it leaves nothing", async () => {
  const { stack, simulator } = await redisCloud();
  await stack.subscription("main", PLACE);
  await stack.destroy("main");
  expect(simulator.record.remaining()).toEqual([]);
});
