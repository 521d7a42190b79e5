import fc from "fast-check";
import { endSimulators, PLACE, redisCloud } from "./harness";
import { seconds, useVirtualTime } from "./virtualTime";

useVirtualTime();
endSimulators();

/** A program, the account that it runs on, and what somebody else does on that account meanwhile. */
interface Scenario {
  /** How many databases each of its subscriptions has. */
  readonly databases: readonly number[];
  readonly pendingEvery: number;
  /** When somebody else creates a subscription, in seconds from the start. */
  readonly foreign: readonly number[];
  readonly seed: number;
}

const scenario = (foreign: fc.Arbitrary<number[]>): fc.Arbitrary<Scenario> =>
  fc.record({
    databases: fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 5 }),
    pendingEvery: fc.nat({ max: 3 }),
    foreign,
    seed: fc.nat({ max: 1_000_000 }),
  });

/** All takes a tenth of its time: what matters here is the order of things. */
const TIME_SCALE = 10;

/** Runs the program to its end: each subscription, and then its databases, all as soon as they can be. */
async function up({ databases, foreign, ...options }: Scenario) {
  const { simulator, stack, api } = await redisCloud({ ...options, timeScale: TIME_SCALE });
  const first = [{ name: "first", protocol: "redis", datasetSizeInGb: 1 }];
  const others = foreign.map(async (at) => {
    await seconds(at);
    await api.send("POST", "/subscriptions", { ...PLACE, name: "foreign", databases: first });
  });
  const program = databases.map(async (count, index) => {
    const { id } = await stack.subscription(`subscription-${index}`, PLACE);
    const args = { subscriptionId: id, datasetSizeInGb: 1 };
    const names = Array.from({ length: count }, (_, number) => `database-${index}-${number}`);
    await Promise.all(names.map((name) => stack.database(name, args)));
    return [`subscription-${index}`, ...names];
  });
  const [names] = await Promise.all([Promise.all(program), Promise.all(others)]);
  return { simulator, stack, names: names.flat() };
}

/** Names of the resources that came to be, without the foreign ones and those that creation plans need. */
const created = ({ record }: Awaited<ReturnType<typeof up>>["simulator"]): readonly string[] =>
  record.changes
    .filter(({ kind, from }) => kind !== "task" && from === undefined)
    .map(({ name }) => name.replace(/-[0-9a-f]{7}$/, ""))
    .filter((name) => !["foreign", "first", "creation-plan-1"].includes(name));

test("whatever the program: at most three subscriptions change, each database waits for an active one", async () => {
  await fc.assert(
    fc.asyncProperty(scenario(fc.constant([])), async (given) => {
      const { simulator, names } = await up(given);
      expect(simulator.record.highestNonActiveSubscriptions()).toBeLessThanOrEqual(3);
      expect(simulator.record.databasesSubmittedWhileNonActive()).toEqual([]);
      expect([...created(simulator)].sort()).toEqual([...names].sort());
    }),
    { numRuns: 20 },
  );
});

test("whatever somebody else does meanwhile: each resource is created exactly once, and can be destroyed", async () => {
  const foreign = fc.array(fc.nat({ max: 2000 / TIME_SCALE }), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(scenario(foreign), async (given) => {
      const { simulator, stack, names } = await up(given);
      expect(simulator.record.databasesSubmittedWhileNonActive()).toEqual([]);
      expect([...created(simulator)].sort()).toEqual([...names].sort());
      expect(names.map((name) => stack.state(name).outputs.status)).toEqual(names.map(() => "active"));

      const isDatabase = (name: string) => name.startsWith("database");
      await Promise.all(names.filter(isDatabase).map((name) => stack.destroy(name)));
      await Promise.all(names.filter((name) => !isDatabase(name)).map((name) => stack.destroy(name)));
      const remaining = simulator.record.remaining().filter(({ kind }) => kind === "subscription");
      expect(remaining.map(({ name }) => name)).toEqual(remaining.map(() => "foreign"));
    }),
    { numRuns: 8 },
  );
});
