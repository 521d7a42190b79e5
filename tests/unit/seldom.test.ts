import { SeldomRead } from "../../provider/api/seldomRead";
import { pollUntil } from "../../provider/lifecycle/polling";

/*
 * A list that the API serves as a task: a look costs a place in the queue of the account.
 */

const TOOK_MS = 5_000;

beforeEach(() => {
  jest.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  jest.useRealTimers();
});

/** A list whose reads take as long as a task. */
function list() {
  const looks: number[] = [];
  const shared = new SeldomRead(async () => {
    looks.push(Date.now());
    await new Promise((resolve) => setTimeout(resolve, TOOK_MS));
    return Date.now();
  });
  return { looks, shared };
}

const PACE = { pace: () => ({ quickestMs: 500, part: 0.1 }), isNew: true };
const until = (shared: SeldomRead<number>, doneAt: number) =>
  pollUntil(shared, (seen) => (seen >= doneAt ? true : undefined), PACE);

/** The looks while resources are created one after the other, each of which takes a minute then. */
async function looksFor(count: number): Promise<number> {
  const { looks, shared } = list();
  const ends = Array.from({ length: count }, () => shared.beginChange());
  const waits = ends.map(async (end, index) => {
    await new Promise((resolve) => setTimeout(resolve, (index + 1) * TOOK_MS));
    end();
    await until(shared, Date.now() + 60_000);
  });
  const all = Promise.all(waits);
  await jest.advanceTimersByTimeAsync(600_000);
  await all;
  return looks.length;
}

test("ten waits cost hardly more looks than one", async () => {
  const [one, ten] = [await looksFor(1), await looksFor(10)];
  expect(one).toBeGreaterThan(1);
  expect(ten).toBeLessThanOrEqual(1.3 * one);
});

test("between two looks the account has twice the time that one takes", async () => {
  const { looks, shared } = list();
  const waiting = until(shared, Date.now() + 40_000);
  await jest.advanceTimersByTimeAsync(120_000);
  await waiting;
  const pauses = looks.slice(1).map((at, index) => at - (looks[index] ?? 0) - TOOK_MS);
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(2 * TOOK_MS);
});

test("a look waits for the changes on the way, but not for ever", async () => {
  const { looks, shared } = list();
  shared.beginChange();
  const startedAt = Date.now();
  void until(shared, Number.POSITIVE_INFINITY);
  await jest.advanceTimersByTimeAsync(59_000);
  expect(looks).toEqual([]);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(looks[0]).toBeGreaterThanOrEqual(startedAt + 60_000);
});

test("a recent value counts as current until this process changes something", async () => {
  const { looks, shared } = list();
  const fresh = async () => {
    const value = shared.asOf(shared.freshSince);
    await jest.advanceTimersByTimeAsync(TOOK_MS);
    return value;
  };
  await fresh();
  await fresh();
  expect(looks).toHaveLength(1);
  shared.beginChange()();
  await fresh();
  expect(looks).toHaveLength(2);
  await jest.advanceTimersByTimeAsync(40_000);
  await fresh();
  expect(looks).toHaveLength(3);
});

test("a wait whose first look is another one's goes on", async () => {
  const { shared } = list();
  const first = shared.asOf(Date.now());
  await jest.advanceTimersByTimeAsync(TOOK_MS);
  const seenAt = await first;
  const wait = until(shared, seenAt + 60_000);
  await jest.advanceTimersByTimeAsync(300_000);
  await expect(wait).resolves.toBe(true);
});

test("a wait that begins right after a look for somebody else does not wait for long", async () => {
  const { looks, shared } = list();
  const fresh = shared.asOf(shared.freshSince);
  await jest.advanceTimersByTimeAsync(TOOK_MS);
  await fresh;
  void until(shared, Number.POSITIVE_INFINITY);
  await jest.advanceTimersByTimeAsync(3 * TOOK_MS);
  expect(looks).toHaveLength(2);
});
