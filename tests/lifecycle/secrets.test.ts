import { configOf, endSimulators, failureOf, PLACE, redisCloud, submitted } from "./harness";
import { Stack } from "./stack";
import { useVirtualTime } from "./virtualTime";

useVirtualTime();
endSimulators();

const accounts = [{ apiKey: "account-key-of-ours", apiSecretKey: "user-key-of-ours" }];
const keys = /account-key-of-ours|user-key-of-ours/;

test("wrong keys are reported once, with what to check, and not retried", async () => {
  const { simulator } = await redisCloud();
  const stack = new Stack({
    ...configOf(simulator),
    "redis-cloud:apiKey": "account-key-of-ours",
    "redis-cloud:apiSecretKey": "user-key-of-ours",
  });
  const failure = await failureOf(stack.subscription("main", PLACE));
  expect(failure.message).toContain("401");
  expect(failure.message).toContain("Check redis-cloud:apiKey (the account key)");
  expect(failure.message).not.toMatch(keys);
  expect(simulator.record.requests).toHaveLength(1);
});

test("no failure shows the keys or a password", async () => {
  const { stack, simulator } = await redisCloud({ accounts, durations: { databaseCreate: [600, 600] } });
  const { id: subscriptionId } = await stack.subscription("main", PLACE);
  const password = "a-password-of-ours";
  const database = { subscriptionId, datasetSizeInGb: 1, password };
  const timedOut = await failureOf(stack.database("a", { ...database, timeouts: { create: "1m" } }));
  const tooLong = await failureOf(stack.database("b", { ...database, password: password.repeat(9) }));
  const wrongType = await failureOf(stack.database("c", { ...database, password: [password] }));
  for (const { message, stack: trace = "" } of [timedOut, tooLong, wrongType]) {
    expect(message + trace).not.toMatch(keys);
    expect(message + trace).not.toContain(password);
  }
  expect(tooLong.message).toContain("DATABASE_PASSWORD_IS_TOO_LONG");
  expect(submitted(simulator, "databaseCreateRequest")).toHaveLength(2);
});

test("the state's inputs and outputs contain no key of the account", async () => {
  const { stack } = await redisCloud({ accounts });
  const main = await stack.subscription("main", PLACE);
  const cache = await stack.database("cache", { subscriptionId: main.id, datasetSizeInGb: 1 });
  expect(JSON.stringify([main, cache])).not.toMatch(keys);
});
