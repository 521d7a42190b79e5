import { unknownValue } from "@pulumi/pulumi/runtime/rpc";
import { endSimulators, inAnotherProcess, PLACE, redisCloud, writes } from "./harness";
import { useVirtualTime } from "./virtualTime";

/*
 * The public endpoints of databases depend on the public endpoint access of their subscription.
 */

useVirtualTime();
endSimulators();

const CLOSED = { ...PLACE, publicEndpointAccess: false };

async function shop(place: object = PLACE) {
  const cloud = await redisCloud();
  const main = await cloud.stack.subscription("main", place);
  const args = { subscriptionId: main.id, datasetSizeInGb: 1 };
  const cache = await cloud.stack.database("cache", args);
  return { ...cloud, main, args, cache };
}

test("a database is read again when its subscription's access changed, and nothing is sent", async () => {
  const { stack, simulator, args, cache } = await shop();
  expect(cache.outputs).toMatchObject({ publicEndpoint: expect.any(String) });
  await stack.subscription("main", CLOSED);
  const before = writes(simulator).length;
  expect(await stack.preview("cache", args)).toBe("update");
  const after = await stack.database("cache", args);
  expect(after.outputs).toMatchObject({
    publicEndpoint: null,
    __attributes: expect.stringContaining('"10.0.0.0/8"'),
  });
  expect(await stack.preview("cache", args)).toBe("same");
  expect(writes(simulator)).toHaveLength(before);
});

test("it is also read again if the run that changed the access ended before", async () => {
  const { stack, simulator, args } = await shop();
  await stack.subscription("main", CLOSED);
  const later = inAnotherProcess(simulator, stack.held);
  await later.subscription("main", CLOSED);
  expect(await later.preview("cache", args)).toBe("update");
  expect((await later.database("cache", args)).outputs).toMatchObject({ publicEndpoint: null });
});

test("an unknown access changes no outputs", async () => {
  const { stack, args } = await shop(CLOSED);
  await stack.preview("main", { ...PLACE, publicEndpointAccess: unknownValue });
  expect(await stack.preview("cache", args)).toBe("same");
});

test("a database whose subscription the program does not manage is left to a refresh", async () => {
  const { stack, simulator, api, main, args } = await shop();
  const other = inAnotherProcess(simulator, stack.held);
  await api.send("PUT", `/subscriptions/${main.id}`, { publicEndpointAccess: false });
  expect(await other.preview("cache", args)).toBe("same");
});
