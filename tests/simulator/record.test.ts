import { readFileSync } from "node:fs";
import { join } from "node:path";
import { simulateCommand } from "../../cli/simulate";
import type { ExportedRecord } from "../../simulator";
import {
  activeDatabase,
  activeSubscription,
  clientOf,
  EXACT,
  pass,
  processed,
  simulate,
  temporaryDirectory,
  useVirtualTime,
} from "./client";

useVirtualTime();

const directory = temporaryDirectory();

test("exports all requests and transitions, and how real time maps to simulated time", async () => {
  const { api, simulator } = await simulate({ timeScale: 10 });
  const start = { real: Date.now(), simulated: simulator.now() };
  await activeSubscription(api);
  const record: ExportedRecord = JSON.parse(JSON.stringify(simulator.record));
  expect(record).toMatchObject({ format: "redis-cloud-simulator-record", version: 1, timeScale: 10, start });
  expect(record.requests).toHaveLength(simulator.record.requests.length);
  expect(record.changes.map(({ kind, to }) => `${kind} ${to}`)).toEqual([
    "task received",
    "task processing-in-progress",
    "subscription pending",
    "task processing-completed",
    "subscription active",
    "database active",
  ]);
  expect(simulator.now()).toBe(start.simulated + (Date.now() - start.real) * 10);
});

test("exports no secret", async () => {
  const { api, simulator } = await simulate();
  const password = "only-the-database-knows";
  await activeDatabase(api, await activeSubscription(api), { name: "orders", password });
  const record = JSON.stringify(simulator.record);
  expect(record).toContain("orders");
  for (const secret of [password, ...simulator.accounts.flatMap((one) => [one.apiKey, one.apiSecretKey])]) {
    expect(record).not.toContain(secret);
  }
});

test("a task that was refused has the code of its error", async () => {
  const { api, simulator } = await simulate();
  const id = await activeSubscription(api);
  await processed(api, await api.delete(`/subscriptions/${id}`));
  expect(simulator.record.changes.at(-1)).toMatchObject({
    to: "processing-error",
    error: "SUBSCRIPTION_IN_USE",
  });
});

test("counts the requests in the busiest minute, whenever it begins, per account", async () => {
  const accounts = ["a", "b"].map((name) => ({ apiKey: name, apiSecretKey: `${name}-secret` }));
  const { simulator } = await simulate({ accounts });
  const [one, other] = [clientOf(simulator, 0), clientOf(simulator, 1)];
  const burst = async (api: typeof one, requests: number) => {
    for (let sent = 0; sent < requests; sent++) await api.get("/tasks");
  };
  await burst(one, 3);
  await pass(50);
  await burst(one, 4);
  await burst(other, 2);
  await pass(9.999);
  await burst(one, 1);
  expect(simulator.record.requestsInBusiestMinute()).toBe(8);
  expect(simulator.record.requestsInBusiestMinute(1002)).toBe(2);
  await pass(0.001);
  await burst(one, 3);
  expect(simulator.record.requestsInBusiestMinute(1001)).toBe(8);
  expect(simulator.record.requestsInBusiestMinute(4711)).toBe(0);
});

describe("the command line", () => {
  const simulateUntilInterrupted = async (...args: string[]) => {
    const printed = jest.spyOn(console, "log").mockImplementation(() => {});
    const ended = simulateCommand().parseAsync(["--port", "0", "--no-redis", ...args], { from: "user" });
    ended.catch(() => {});
    await until(() => printed.mock.calls.length > 0);
    process.emit("SIGINT");
    await ended;
    printed.mockRestore();
  };
  const until = async (holds: () => boolean) => {
    for (let turns = 0; turns < 10_000 && !holds(); turns++) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  test("writes the record when it ends", async () => {
    const file = join(directory, "record.json");
    await simulateUntilInterrupted("--record", file, "--time-scale", "7");
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ timeScale: 7, changes: [], requests: [] });
  });

  test("accepts durations, and lists them when one is unknown", async () => {
    await simulateUntilInterrupted("--durations", '{"taskProcessing": 0.5, "databaseCreate": [1, 2]}');
    const refusal = async (durations: string) => {
      const quiet = { writeErr: () => {} };
      const command = simulateCommand().exitOverride().configureOutput(quiet);
      return (
        (await command
          .parseAsync(["--durations", durations], { from: "user" })
          .catch((error) => error)) as Error
      ).message;
    };
    expect(await refusal("soon")).toMatch("Write it as JSON");
    expect(await refusal('{"taskprocessing": 1}')).toMatch(Object.keys(EXACT)[0] ?? "");
    expect(await refusal('{"taskProcessing": [2, 1]}')).toMatch("[shortest, longest]");
  });

  test("refuses a record that cannot be written before it starts", async () => {
    const file = join(directory, "no-such-folder", "record.json");
    const attempt = simulateCommand().parseAsync(["--record", file], { from: "user" });
    await expect(attempt).rejects.toThrow("there is no folder");
  });
});
