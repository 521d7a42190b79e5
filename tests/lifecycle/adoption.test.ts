import { endSimulators, inAnotherProcess, PLACE, redisCloud, writes as writesTo } from "./harness";
import { seconds, useVirtualTime } from "./virtualTime";

useVirtualTime();
endSimulators();

const BODY = {
  name: "elsewhere",
  paymentMethodId: 2,
  cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
  databases: [{ name: "cart", protocol: "redis", datasetSizeInGb: 2, dataPersistence: "aof-every-write" }],
};

/** A simulator with a subscription and a database that were created without Pulumi, and a count of its writes. */
async function madeElsewhere() {
  const cloud = await redisCloud();
  const { api, simulator } = cloud;
  await api.send("POST", "/subscriptions", BODY);
  await seconds(3600);
  const { subscriptions } = (await api.get("/subscriptions")) as { subscriptions: { id: number }[] };
  const subscriptionId = String(subscriptions[0]?.id);
  const listed = (await api.get(`/subscriptions/${subscriptionId}/databases`)) as {
    subscription: { databases: { databaseId: number }[] }[];
  };
  const databaseId = `${subscriptionId}/${listed.subscription[0]?.databases[0]?.databaseId}`;
  const before = writesTo(simulator).length;
  const writes = () => writesTo(simulator).length - before;
  const holds = () => api.get(`/subscriptions/${databaseId.replace("/", "/databases/")}`);
  return { ...cloud, subscriptionId, databaseId, writes, holds };
}

test("adopting an unchanged resource imports it into the stack and writes nothing", async () => {
  const { stack, subscriptionId, databaseId, writes } = await madeElsewhere();
  const main = { ...PLACE, name: "elsewhere", adopt: subscriptionId };
  const cart = { subscriptionId, datasetSizeInGb: 2, dataPersistence: "aof-every-write", adopt: databaseId };
  expect(await stack.subscription("main", main)).toMatchObject({ id: subscriptionId });
  expect(await stack.database("cart", cart)).toMatchObject({ id: databaseId, outputs: { status: "active" } });
  expect(await stack.preview("main", main)).toBe("same");
  expect(await stack.preview("cart", cart)).toBe("same");
  expect(writes()).toBe(0);
});

test("backups and tags are adopted and refreshed without a change, though the API does not report all of them", async () => {
  const { stack, api, subscriptionId, databaseId, writes } = await madeElsewhere();
  const path = `/subscriptions/${databaseId.replace("/", "/databases/")}`;
  const backup = { active: true, interval: "every-6-hours", storagePath: "s3://backups/cart" };
  const remoteBackup = { ...backup, storageType: "aws-s3" };
  const tags = [{ key: "team", value: "web" }];
  await api.send("PUT", path, { remoteBackup });
  await seconds(3600);
  await api.send("PUT", `${path}/tags`, { tags });
  const before = writes();
  const args = {
    subscriptionId,
    datasetSizeInGb: 2,
    dataPersistence: "aof-every-write",
    remoteBackup,
    tags,
    adopt: databaseId,
  };
  await stack.database("cart", args);
  expect(await stack.preview("cart", args)).toBe("same");
  expect((await stack.refresh("cart"))?.inputs).toMatchObject({ remoteBackup, tags });
  expect(await stack.preview("cart", args)).toBe("same");
  expect(writes()).toBe(before);

  const sooner = { ...args, remoteBackup: { ...remoteBackup, interval: "every-1-hours" } };
  expect(await stack.preview("cart", sooner)).toBe("update");
});

test("without a declared name, it keeps its name", async () => {
  const { stack, subscriptionId, databaseId } = await madeElsewhere();
  const args = { subscriptionId, datasetSizeInGb: 2, dataPersistence: "aof-every-write" };
  await stack.database("cart", { ...args, adopt: databaseId });
  expect(stack.state("cart").outputs).toMatchObject({ name: "cart" });
  expect(await stack.preview("cart", args)).toBe("same");
});

test("differences stay at first, show in the next preview, and are changed by the next run", async () => {
  const { stack, subscriptionId, databaseId, writes, holds } = await madeElsewhere();
  const args = { subscriptionId, datasetSizeInGb: 3, adopt: databaseId };
  const { outputs } = await stack.database("cart", args);
  expect(outputs).toMatchObject({ datasetSizeInGb: 2, dataPersistence: "aof-every-write" });
  expect(writes()).toBe(0);

  expect(await stack.preview("cart", args)).toBe("update");
  await stack.database("cart", args);
  expect(await holds()).toMatchObject({ datasetSizeInGb: 3, dataPersistence: "none" });
  expect(writes()).toBe(1);
});

test("adopt has no effect after the adoption: it may stay in the program or be removed", async () => {
  const { stack, subscriptionId, databaseId } = await madeElsewhere();
  const args = { subscriptionId, datasetSizeInGb: 2, dataPersistence: "aof-every-write" };
  await stack.database("cart", { ...args, adopt: databaseId });
  expect(await stack.preview("cart", args)).toBe("same");
  await stack.refresh("cart");
  expect(await stack.preview("cart", { ...args, adopt: databaseId })).toBe("same");
});

test("the replacement of an adopted resource is created", async () => {
  const { stack, subscriptionId, databaseId } = await madeElsewhere();
  const args = { subscriptionId, datasetSizeInGb: 2, dataPersistence: "aof-every-write", adopt: databaseId };
  await stack.database("cart", args);
  const replaced = await stack.database("cart", { ...args, port: 12345 });
  expect(replaced.id).not.toBe(databaseId);
  expect(replaced.outputs).toMatchObject({ status: "active" });
  expect(await stack.preview("cart", { ...args, port: 12345 })).toBe("same");
  const again = await stack.database("cart", { ...args, port: 12346 });
  expect(again.outputs).toMatchObject({ status: "active", name: replaced.outputs.name });
});

describe("rejected before anything is done:", () => {
  test.each([
    [
      "an ID of another form",
      "cart",
      /^adopt: is not an ID of a database: specify <subscriptionId>\/<databaseId>/,
    ],
    ["what is not there", "7/8", /is not in subscription/],
  ])("%s", async (_what, adopt, reason) => {
    const { stack, subscriptionId, writes } = await madeElsewhere();
    await expect(stack.database("cart", { subscriptionId, datasetSizeInGb: 2, adopt })).rejects.toThrow(
      reason,
    );
    expect(writes()).toBe(0);
  });

  test("a resource that the account does not have", async () => {
    const { stack, writes } = await madeElsewhere();
    await expect(stack.subscription("main", { ...PLACE, adopt: "987654" })).rejects.toThrow(
      "adopt: there is no subscription 987654 in this account. Without adopt, a new one is created.",
    );
    expect(writes()).toBe(0);
  });

  test("a resource that differs in an argument that cannot be changed", async () => {
    const { stack, subscriptionId, databaseId, writes } = await madeElsewhere();
    const args = { subscriptionId, datasetSizeInGb: 2, port: 19999, adopt: databaseId };
    await expect(stack.database("cart", args)).rejects.toThrow(
      /differs in arguments that cannot be changed: port. Declare the current values/,
    );
    expect(writes()).toBe(0);
  });

  test("a resource that is already in the stack", async () => {
    const { stack, subscriptionId, databaseId } = await madeElsewhere();
    const args = {
      subscriptionId,
      datasetSizeInGb: 2,
      dataPersistence: "aof-every-write",
      adopt: databaseId,
    };
    await stack.database("cart", args);
    await expect(stack.database("copy", args)).rejects.toThrow(/is in the stack already: cart/);
  });
});

test("an ID other than that of the resource in the stack is rejected", async () => {
  const { stack, subscriptionId, databaseId } = await madeElsewhere();
  const args = { subscriptionId, datasetSizeInGb: 2, dataPersistence: "aof-every-write" };
  await stack.database("cart", { ...args, adopt: databaseId });
  await expect(stack.preview("cart", { ...args, adopt: `${subscriptionId}/99` })).rejects.toThrow(
    `adopt is ${subscriptionId}/99, but the resource in the stack is ${databaseId}`,
  );
});

test("a resource that leaves the program is not deleted if another one adopts it", async () => {
  const { stack, simulator, subscriptionId, databaseId, holds, writes } = await madeElsewhere();
  const args = { subscriptionId, datasetSizeInGb: 2, dataPersistence: "aof-every-write", adopt: databaseId };
  await stack.database("cart", args);
  const next = inAnotherProcess(simulator, stack.held);
  await next.database("basket", args);
  await next.destroy("cart");
  expect(await holds()).toMatchObject({ status: "active" });
  expect(writes()).toBe(0);
});
