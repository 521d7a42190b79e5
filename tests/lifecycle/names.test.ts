import * as fc from "fast-check";
import {
  endSimulators,
  failureOf,
  inAnotherProcess,
  PLACE,
  type RedisCloud,
  redisCloud,
  submitted,
} from "./harness";
import { EngineOfPrograms } from "./names/engine";
import { useVirtualTime } from "./virtualTime";

/*
 * Database names are unique within a subscription: a resource does not wait for a name that another one keeps.
 */

useVirtualTime({ realSecondsPerTest: 3600 });
endSimulators();

const DATABASE = { datasetSizeInGb: 1 };

/** A subscription with databases of these names, by logical name. */
async function withDatabases(names: Readonly<Record<string, string>>) {
  const cloud = await redisCloud();
  const { id: subscriptionId } = await cloud.stack.subscription("main", PLACE);
  for (const [logical, name] of Object.entries(names))
    await cloud.stack.database(logical, { subscriptionId, name, ...DATABASE });
  const program = (declared: Readonly<Record<string, string>>) =>
    Object.entries(declared).map(([logical, name]) => ({
      logical,
      args: { subscriptionId, name, ...DATABASE },
    }));
  return { ...cloud, subscriptionId, program };
}

/** The names on the server, by logical name. */
async function namesAtServer(
  { api }: RedisCloud,
  engine: EngineOfPrograms,
): Promise<Record<string, unknown>> {
  const logicals = [...engine.stack.held.values()].filter(({ type }) => type === "Database");
  const pairs = [...engine.stack.held].filter(([, held]) => logicals.includes(held));
  const names = pairs.map(async ([logical, { id }]) => {
    const { name } = await api.get(`/subscriptions/${id.replace("/", "/databases/")}`);
    return [logical, name] as const;
  });
  return Object.fromEntries(await Promise.all(names));
}

const run = (cloud: RedisCloud, parallel: number) =>
  new EngineOfPrograms(inAnotherProcess(cloud.simulator, cloud.stack.held), parallel);

test.each([1, 2, 8])(
  "an entry inserted at the front of a list renames all in the same up, with --parallel %d",
  async (parallel) => {
    const { program, ...cloud } = await withDatabases({ a: "db-0", b: "db-1", c: "db-2" });
    const engine = run(cloud, parallel);
    const declared = { z: "db-0", a: "db-1", b: "db-2", c: "db-3" };
    expect(await engine.up(program(declared))).toEqual([]);
    expect(await namesAtServer(cloud, engine)).toEqual(declared);
  },
);

test.each([1, 2, 8])("two databases exchange their names, with --parallel %d", async (parallel) => {
  const { program, ...cloud } = await withDatabases({ a: "db-0", b: "db-1", c: "db-2" });
  const engine = run(cloud, parallel);
  const declared = { a: "db-2", b: "db-1", c: "db-0" };
  expect(await engine.up(program(declared))).toEqual([]);
  expect(await namesAtServer(cloud, engine)).toEqual(declared);
});

test("without the first entry, the run reports which resource has the name, and submits nothing that must fail", async () => {
  const { program, ...cloud } = await withDatabases({ a: "db-0", b: "db-1", c: "db-2" });
  const [, id] = cloud.stack.state("a").id.split("/");
  const before = submitted(cloud.simulator, "databaseUpdateRequest").length;
  const engine = run(cloud, 8);
  const errors = await engine.up(program({ b: "db-0", c: "db-1" }));
  expect(errors).toHaveLength(2);
  for (const error of errors) {
    expect(error).toContain(`db-0, the new name of b, is the name of database ${id}`);
    expect(error).toContain("remove it in a separate run first");
  }
  expect(submitted(cloud.simulator, "databaseUpdateRequest")).toHaveLength(before);
  const again = run(cloud, 8);
  expect(await again.up(program({ b: "db-1", c: "db-2" }))).toEqual([]);
});

test("a declared name that belongs to a database of others fails before anything is submitted", async () => {
  const { program, ...cloud } = await withDatabases({ a: "db-0" });
  cloud.stack.held.delete("a");
  const engine = run(cloud, 8);
  const [error] = await engine.up(program({ other: "db-0" }));
  expect(error).toContain("db-0, the new name of other, is the name of database");
  expect(submitted(cloud.simulator, "databaseCreateRequest")).toHaveLength(1);
});

test("two declared databases with the same name or port are rejected before anything is submitted", async () => {
  const { stack, subscriptionId, simulator } = await withDatabases({});
  await stack.previewNew("Database", "one", { subscriptionId, name: "same", port: 12_000, ...DATABASE });
  const twice = stack.previewNew("Database", "two", { subscriptionId, name: "same", ...DATABASE });
  expect((await failureOf(twice)).message).toMatch(
    /^name: same is also the name of one \(urn:.*::one\): .* subscription/,
  );
  const port = stack.previewNew("Database", "three", { subscriptionId, port: 12_000, ...DATABASE });
  expect((await failureOf(port)).message).toMatch(/^port: 12000 is also the port of one/);
  expect(submitted(simulator, "databaseCreateRequest")).toEqual([]);
});

test("whatever the new names, one up sets them, however the engine schedules it", async () => {
  const logicals = ["a", "b", "c", "d", "e"];
  const shuffled = fc.shuffledSubarray(["db-0", "db-1", "db-2", "db-3", "db-4", "db-5"], {
    minLength: 5,
    maxLength: 5,
  });
  const order = fc.shuffledSubarray(logicals, { minLength: 5, maxLength: 5 });
  const property = fc.asyncProperty(
    shuffled,
    order,
    fc.constantFrom(1, 2, 3, 8),
    fc.boolean(),
    async (names, order, parallel, isInserted) => {
      const held = Object.fromEntries(logicals.slice(0, 4).map((logical, index) => [logical, `db-${index}`]));
      const { program, ...cloud } = await withDatabases(isInserted ? held : { ...held, e: "db-4" });
      const declared = Object.fromEntries(order.map((logical, index) => [logical, names[index] ?? ""]));
      const engine = run(cloud, parallel);
      expect(await engine.up(program(declared))).toEqual([]);
      expect(await namesAtServer(cloud, engine)).toEqual(declared);
      const next = run(cloud, parallel);
      expect(await next.up(program(declared))).toEqual([]);
      expect(await namesAtServer(cloud, next)).toEqual(declared);
    },
  );
  await fc.assert(property, { numRuns: Number(process.env.NAMES ?? 10), endOnFailure: true });
});
