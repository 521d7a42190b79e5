import fc from "fast-check";
import { noise, otherStates, twist } from "./jsonMutations";
import { CHANGING, CREATING, DESTROYING, LOOKING, type Operation } from "./mutatedOperations";
import { run, withMutatingProxy } from "./mutatedRuns";
import { type ChooseMutation, MutatingProxy } from "./mutatingProxy";
import { garbage, type Mutation, refusal, textOf } from "./mutations";
import { randomCases } from "./thorough";
import { useVirtualTime } from "./virtualTime";

const LEAST_MUTATED = randomCases({ some: 1_000, all: 10_000 });
/** SEED=<number> in the environment repeats the responses of an earlier run. */
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

useVirtualTime({ realSecondsPerTest: 3600 });

const rejected: unknown[] = [];
const note = (reason: unknown) => void rejected.push(reason);
beforeAll(() => {
  process.stdout.write(`Mutated answers, SEED=${SEED}\n`);
  process.on("unhandledRejection", note).on("uncaughtException", note);
});
afterEach(() => {
  expect(rejected.splice(0)).toEqual([]);
});
afterAll(() => {
  process.off("unhandledRejection", note).off("uncaughtException", note);
});

const withFields = (fields: object): Mutation => ({
  how: JSON.stringify(fields),
  change: (answer) => ({ ...answer, body: JSON.stringify({ ...JSON.parse(textOf(answer)), ...fields }) }),
});
const NOTHING: ChooseMutation = () => undefined;
const isRead = (method: string) => method === "GET";
const seed = fc.nat({ max: 1_000_000 });
const percent = fc.noBias(fc.nat({ max: 99 }));

const forAll = <T>(all: number, arbitrary: fc.Arbitrary<T>, holds: (value: T) => Promise<void>) =>
  fc.assert(fc.asyncProperty(arbitrary, holds), {
    numRuns: randomCases({ some: Math.ceil(all / 3), all }),
    seed: SEED,
    endOnFailure: true,
  });

const LIFE = [...CREATING, ...LOOKING, ...CHANGING, ...DESTROYING];

test("a single invalid response to a read is tolerated, wherever it occurs", () => {
  const cases = fc.record({
    seed,
    mutations: fc.infiniteStream(fc.oneof(garbage, noise, twist)),
    places: fc.infiniteStream(fc.noBias(fc.nat({ max: 20 }))),
  });
  return forAll(15, cases, ({ seed, mutations, places }) =>
    withMutatingProxy(seed, async (cloud) => {
      for (const operation of LIFE) {
        let before = places.next().value ?? 0;
        const isNow = (method: string) => isRead(method) && before-- === 0;
        cloud.server.mutationOf = (method) => (isNow(method) ? mutations.next().value : undefined);
        const error = await run(operation, cloud);
        if (error) throw new Error(`${error.message} after ${cloud.server.applied.at(-1)}`);
      }
      expect(cloud.simulator.record.remaining()).toEqual([]);
    }),
  );
});

test("however many responses are invalid, every operation ends in time, in success or in a clear error", async () => {
  const outcomes = { success: 0, error: 0 };
  const storms = fc.record({
    seed,
    mutations: fc.infiniteStream(fc.oneof(garbage, garbage, noise, twist, twist, refusal)),
    chances: fc.infiniteStream(percent),
    rates: fc.infiniteStream(fc.constantFrom(20, 50, 70)),
    onlyReads: fc.infiniteStream(fc.boolean()),
  });
  await forAll(20, storms, ({ seed, mutations, chances, rates, onlyReads }) =>
    withMutatingProxy(seed, async (cloud) => {
      for (const operation of LIFE) {
        const [rate, spares] = [rates.next().value ?? 0, onlyReads.next().value];
        const isOdd = (method: string) => (isRead(method) || !spares) && (chances.next().value ?? 0) < rate;
        cloud.server.mutationOf = (method) => (isOdd(method) ? mutations.next().value : undefined);
        const error = await run(operation, cloud);
        outcomes[error ? "error" : "success"] += 1;
        cloud.server.mutationOf = NOTHING;
        if (error) await run(operation, cloud);
      }
    }),
  );
  expect(Math.min(outcomes.success, outcomes.error)).toBeGreaterThan(20);
});

test("when all reads are invalid from some moment on, every wait ends", () => {
  const worlds = fc.record({
    seed,
    mutations: fc.infiniteStream(fc.oneof(garbage, twist, twist)),
    operations: fc.infiniteStream(fc.constantFrom(...LOOKING, ...CHANGING, ...CHANGING)),
    places: fc.infiniteStream(fc.oneof(fc.constant(0), fc.noBias(fc.nat({ max: 12 })))),
  });
  return forAll(33, worlds, ({ seed, mutations, operations, places }) =>
    withMutatingProxy(seed, async (cloud) => {
      for (const operation of CREATING) expect(await run(operation, cloud)).toBeUndefined();
      for (let count = 0; count < 50; count++) {
        let before = places.next().value ?? 0;
        const isOdd = (method: string) => isRead(method) && before-- <= 0;
        cloud.server.mutationOf = (method) => (isOdd(method) ? mutations.next().value : undefined);
        await run(operations.next().value as Operation, cloud);
        cloud.server.mutationOf = NOTHING;
      }
    }),
  );
});

test("a submission with an invalid response is looked up: nothing is created twice, and an error says that it may have been accepted", () => {
  const unseen = fc.record({
    seed,
    mutations: fc.infiniteStream(garbage.filter(({ inTheWay }) => !inTheWay)),
  });
  return forAll(15, unseen, ({ seed, mutations }) =>
    withMutatingProxy(seed, async (cloud) => {
      for (const operation of [...CREATING, ...CHANGING, ...DESTROYING]) {
        let isFirst = true;
        cloud.server.mutationOf = (method) => {
          if (isRead(method) || !isFirst) return undefined;
          isFirst = false;
          return mutations.next().value;
        };
        const error = await run(operation, cloud);
        if (error)
          expect(error.message).toMatch(/^(POST|PUT|DELETE) http.* may or may not have been accepted/);
        cloud.server.mutationOf = NOTHING;
        await run(operation, cloud);
        expect(cloud.server.sentTwice).toEqual([]);
      }
    }),
  );
});

test.each([
  ["task", /\/tasks\/./, /lost-sight: .*status: unknown task state: enchanted/],
  ["subscription", /\/subscriptions$/, /provisioning-timeout: still enchanted after 10m/],
])("a state of a %s that nobody knows, and that stays, ends the wait and is named", (_, path, message) =>
  withMutatingProxy(1, async (cloud) => {
    cloud.server.mutationOf = (method, url) => (isRead(method) && path.test(url) ? otherStates : undefined);
    const error = await run(CREATING[0] as Operation, cloud);
    expect(error?.message).toMatch(message);
  }),
);

const refusedWith = (response: unknown): Mutation => ({
  how: JSON.stringify(response),
  change: (answer) => ({
    ...answer,
    body: JSON.stringify({ ...JSON.parse(textOf(answer)), status: "processing-error", response }),
  }),
});
const TYPE = "SUBSCRIPTION_INVALID_REGION_NAME";

test.each<[unknown, RegExp]>([
  [
    { error: { type: TYPE, status: 400, description: "No such region." } },
    /: SUBSCRIPTION_INVALID_REGION_NAME: No/,
  ],
  [
    { error: { type: TYPE, status: "400 BAD_REQUEST", description: { text: "No" } } },
    /INVALID_REGION_NAME: .*getReg/,
  ],
  [{ error: { type: TYPE, status: {}, description: 7 } }, /INVALID_REGION_NAME: 7\./],
  [{ error: { type: 7, status: 400, description: "No such region." } }, /processing-error: No such region\./],
  [{ error: { type: TYPE, status: 400 }, resourceId: null }, /INVALID_REGION_NAME: .*getRegions/],
  [{ error: [TYPE] }, /processing-error: .*correct it and run again/],
  ["No such region.", /processing-error: .*correct it and run again/],
  [null, /processing-error: .*correct it and run again/],
])("of a task's error, what can be read is told, whatever the rest is: %j", (response, message) =>
  withMutatingProxy(1, async (cloud) => {
    cloud.server.mutationOf = (method, url) =>
      isRead(method) && /\/tasks\/./.test(url) ? refusedWith(response) : undefined;
    const error = await run(CREATING[0] as Operation, cloud);
    expect(error?.message).toMatch(message);
    expect(error?.message).not.toContain("not as documented");
  }),
);

const IS_DATABASE = /\/databases\/\d+$/;

test.each(["replication", "dataPersistence", "redisVersion", "datasetSizeInGb", "respVersion"])(
  "a database whose %s is told in another type is refreshed by the rest of the answer",
  (field) =>
    withMutatingProxy(1, async (cloud) => {
      for (const operation of CREATING) expect(await run(operation, cloud)).toBeUndefined();
      cloud.server.mutationOf = (method, url) =>
        isRead(method) && IS_DATABASE.test(url) ? withFields({ [field]: { value: [] } }) : undefined;
      for (const operation of [...LOOKING, ...CHANGING]) expect(await run(operation, cloud)).toBeUndefined();
    }),
);

test.each(["databaseId", "status", "security", "publicEndpoint"])(
  "a database's %s is insisted on: what is wrong there would be acted upon",
  (field) =>
    withMutatingProxy(1, async (cloud) => {
      for (const operation of CREATING) expect(await run(operation, cloud)).toBeUndefined();
      cloud.server.mutationOf = (method, url) =>
        isRead(method) && IS_DATABASE.test(url) ? withFields({ [field]: [7] }) : undefined;
      const error = await run(LOOKING[1] as Operation, cloud);
      expect(error?.message).toContain(`the response is not as documented (${field}: `);
    }),
);

test(`at least ${LEAST_MUTATED} answers were mutated`, () => {
  process.stdout.write(`${MutatingProxy.mutated} mutated answers\n`);
  expect(MutatingProxy.mutated).toBeGreaterThanOrEqual(LEAST_MUTATED);
});
