import fc from "fast-check";
import { createBound, destroyBound, type SubscriptionCreation, UNLIMITED } from "../../bench/bound";
import { createSchedule, destroySchedule } from "./schedule";

const many = <T>(count: number, each: T): T[] => Array.from({ length: count }, () => each);

describe("examples worked out by hand", () => {
  const database = { processing: 0.5, provisioning: 3 };
  const fast = { processing: 0.5, planDeletion: 0.5, growth: [], databases: many(10, database) };

  test("one subscription and ten databases: the subscription, eleven tasks, the last provisioning", () => {
    expect(createBound([{ ...fast, provisioning: 3 }]).seconds).toBe(12);
    expect(destroyBound([{ processing: 0.5, provisioning: 3, databases: many(10, database) }]).seconds).toBe(
      11.5,
    );
  });

  test("the longest provisioning goes first", () => {
    const databases = [1, 9, 4].map((provisioning) => ({ processing: 2, provisioning }));
    expect(createBound([{ ...fast, provisioning: 3, databases }]).seconds).toBe(0.5 + 3 + 0.5 + 2 + 9);
  });

  test("a growth stands between two creations, and after the last one delays nobody", () => {
    const databases = many(4, database);
    const growth = [0, 100, 0, 100];
    expect(createBound([{ ...fast, provisioning: 3, databases, growth }]).seconds).toBe(4 + 2 + 100 + 3);
  });

  test("five equal subscriptions without databases: two rounds of three places", () => {
    const empty = { processing: 5, provisioning: 1000, planDeletion: 5, growth: [], databases: [] };
    expect(createBound(many(5, empty))).toEqual({
      seconds: 2 * 1005 + 2 * 5,
      by: "waiting for subscriptions",
    });
    const gone = { processing: 5, provisioning: 300, databases: [] };
    expect(destroyBound(many(5, gone))).toEqual({ seconds: 610, by: "waiting for databases" });
  });

  test("creations of databases keep a place: what the three places hold is shared by three", () => {
    const databases = many(50, { processing: 5.5, provisioning: 120 });
    const each = { processing: 5.5, provisioning: 1050, planDeletion: 5.5, growth: [], databases };
    const held = 20 * 1055.5 + 1000 * 5.5;
    expect(createBound(many(20, each))).toEqual({ seconds: held / 3 + 120, by: "places" });
  });

  test("the last growths hold places, too, but for what is left of three of them at the end", () => {
    const databases = [{ processing: 1, provisioning: 2 }];
    const each = { processing: 5, provisioning: 5, planDeletion: 0, growth: [100], databases };
    const held = 6 * (10 + 1) + 6 * 100 - 3 * (100 - 2);
    expect(createBound(many(6, each))).toEqual({ seconds: held / 3, by: "places, with the last growths" });
  });

  test("destroying five subscriptions with twenty databases each: the second empty one, then two rounds", () => {
    const databases = many(20, { processing: 5.5, provisioning: 60 });
    const bound = destroyBound(many(5, { processing: 5.5, provisioning: 360, databases }));
    expect(bound).toEqual({ seconds: 220 + 60 + 2 * 365.5, by: "waiting for databases" });
  });

  test("destroying them in the engine's order: all databases, then two rounds of subscriptions", () => {
    const databases = many(20, { processing: 5.5, provisioning: 60 });
    const subscriptions = many(5, { processing: 5.5, provisioning: 360, databases });
    const bound = destroyBound(subscriptions, { inEngineOrder: true });
    expect(bound).toEqual({ seconds: 550 + 60 + 2 * 365.5, by: "the engine's order" });
  });

  test("with eight resources under way at once, each for its own time", () => {
    const databases = many(100, { processing: 5.5, provisioning: 120 });
    const each = { processing: 5.5, provisioning: 10, planDeletion: 0.5, growth: [], databases };
    expect(createBound([each], 8).seconds).toBe(15.5 + (100 * 125.5) / 8);
  });

  test("a region comes before or after the databases, and both take their time", () => {
    const databases = many(10, { processing: 5, provisioning: 100 });
    const regions = [{ processing: 5, provisioning: 1000 }];
    const each = { processing: 5, provisioning: 1000, planDeletion: 5, growth: [], databases, regions };
    expect(createBound([each])).toEqual({ seconds: 1005 + 5 + 50 + 100 + 1000, by: "chain" });
    const gone = { processing: 5, provisioning: 300, databases, regions };
    expect(destroyBound([gone])).toEqual({ seconds: 50 + 100 + 1000 + 305, by: "chain" });
  });

  test("subscriptions that take no place are all created at once", () => {
    const databases = many(10, { processing: 5, provisioning: 60 });
    const each = {
      processing: 5,
      provisioning: 600,
      planDeletion: 0,
      growth: [],
      databases,
      takesPlace: false,
    };
    expect(createBound(many(5, each)).seconds).toBe(605 + 250 + 60);
    const gone = { processing: 5, provisioning: 600, databases: [], takesPlace: false };
    expect(destroyBound(many(5, gone)).seconds).toBe(5 * 5 + 600);
  });

  test("nothing to do takes no time", () => {
    expect(createBound([]).seconds).toBe(0);
    expect(destroyBound([]).seconds).toBe(0);
  });
});

/** Whole seconds, for exact sums. */
const seconds = fc.integer({ min: 1, max: 12 });
const step = fc.record({ processing: fc.integer({ min: 1, max: 4 }), provisioning: seconds });
const databases = fc.array(step, { maxLength: 4 });
const creation: fc.Arbitrary<SubscriptionCreation> = fc
  .record({
    processing: fc.integer({ min: 1, max: 4 }),
    provisioning: fc.integer({ min: 1, max: 30 }),
    planDeletion: fc.nat({ max: 3 }),
    databases,
    growth: fc.array(fc.constantFrom(0, 0, 5, 15), { minLength: 4, maxLength: 4 }),
    regions: fc.array(step, { maxLength: 2 }),
    takesPlace: fc.boolean(),
  })
  // Only a subscription that takes a place has a cluster of its own, which may grow.
  .map(({ growth, ...each }) => ({
    ...each,
    growth: each.takesPlace ? growth.slice(0, each.databases.length) : [],
  }));
const deletion = fc.record({
  processing: fc.integer({ min: 1, max: 4 }),
  provisioning: seconds,
  databases,
  regions: fc.array(step, { maxLength: 2 }),
  takesPlace: fc.boolean(),
});
const parallelism = fc.constantFrom(1, 2, 5, UNLIMITED);
const runs = { numRuns: 3_000 };

test("whatever the order of work, creation takes no less than the bound", () => {
  fc.assert(
    fc.property(fc.array(creation, { maxLength: 6 }), parallelism, fc.nat(), (given, limit, seed) => {
      expect(createSchedule(given, limit, seed)).toBeGreaterThanOrEqual(
        createBound(given, limit).seconds - 1e-9,
      );
    }),
    runs,
  );
});

test("whatever the order of work, destruction takes no less than the bound", () => {
  fc.assert(
    fc.property(fc.array(deletion, { maxLength: 6 }), parallelism, fc.nat(), (given, limit, seed) => {
      expect(destroySchedule(given, limit, seed)).toBeGreaterThanOrEqual(
        destroyBound(given, { parallelism: limit }).seconds - 1e-9,
      );
    }),
    runs,
  );
});

test("a subscription with its databases alone: some order reaches the bound", () => {
  fc.assert(
    fc.property(creation, (given) => {
      const longestFirst = [...given.databases].sort((a, b) => b.provisioning - a.provisioning);
      const inOrder = { ...given, databases: longestFirst, regions: [] };
      expect(createSchedule([inOrder], UNLIMITED)).toBe(createBound([inOrder]).seconds);
    }),
    runs,
  );
});
