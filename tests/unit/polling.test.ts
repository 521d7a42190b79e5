import fc from "fast-check";
import { CoalescedRead } from "../../provider/api/coalescedRead";
import { formatDuration, intervalMs, pollUntil } from "../../provider/lifecycle/polling";
import { useVirtualTime } from "../lifecycle/virtualTime";

useVirtualTime();

const TENTH = { quickestMs: 500, part: 0.1 };
const every = { pace: () => TENTH };

test("short operations are polled often, and ones that take minutes every ten seconds", () => {
  expect([0, 1_000, 10_000, 60_000, 600_000].map((waitedMs) => intervalMs(waitedMs, TENTH))).toEqual([
    500, 500, 1_000, 6_000, 10_000,
  ]);
});

test("before the usual duration, polls are at least 30 seconds apart", () => {
  const usual = { ...TENTH, usualMs: 20_000 };
  expect([0, 10_000, 15_900, 16_000].map((waitedMs) => intervalMs(waitedMs, usual))).toEqual([
    16_000, 6_000, 1_590, 1_600,
  ]);
  expect(intervalMs(0, { ...TENTH, usualMs: 600_000 })).toBe(30_000);
});

test("the polling interval never shrinks", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 1000 }), (waitedMs, more, quickestMs) => {
      const pace = { quickestMs, part: 0.1 };
      expect(intervalMs(waitedMs + more, pace)).toBeGreaterThanOrEqual(intervalMs(waitedMs, pace));
      expect(intervalMs(waitedMs, pace)).toBeGreaterThanOrEqual(quickestMs);
    }),
  );
});

/** The current virtual time. */
const clock = () => new CoalescedRead(async () => Date.now());

test("the first poll is immediate", async () => {
  const start = Date.now();
  expect(await pollUntil(clock(), (seen) => seen, every)).toBe(start);
});

test("a phase that has just begun is not polled until it may be ready", async () => {
  const start = Date.now();
  const pace = () => ({ ...TENTH, usualMs: 10_000 });
  expect(await pollUntil(clock(), (seen) => seen, { pace, isNew: true })).toBe(start + 8_000);
});

test("it polls until there is a value, even false or zero", async () => {
  let looks = 0;
  expect(await pollUntil(clock(), () => (++looks < 5 ? undefined : 0), every)).toBe(0);
  expect(looks).toBe(5);
  expect(await pollUntil(clock(), () => false, every)).toBe(false);
});

test("a deadline ends the wait when it passes, not at the next poll", async () => {
  const deadline = Date.now() + 102_000;
  const late = (seen: number) => (seen > deadline ? seen : undefined);
  expect(await pollUntil(clock(), late, { ...every, deadline })).toBe(deadline + 1);
});

test("many waiters for the same resource poll as often as one", async () => {
  let asked = 0;
  const shared = new CoalescedRead(async () => {
    asked += 1;
    return Date.now();
  });
  const wait = () => {
    const end = Date.now() + 60_000;
    return pollUntil(shared, (seen) => (seen >= end ? true : undefined), every);
  };
  await wait();
  const alone = asked;
  asked = 0;
  await Promise.all(Array.from({ length: 50 }, wait));
  expect(asked).toBeLessThanOrEqual(alone);
});

test("an error of a poll ends the wait", async () => {
  const look = () => {
    throw new Error("it is in state error");
  };
  await expect(pollUntil(clock(), look, every)).rejects.toThrow("it is in state error");
});

test("an unreadable response ends the wait", async () => {
  const unreadable = new CoalescedRead(async () => {
    throw new Error("unavailable");
  });
  await expect(pollUntil(unreadable, () => undefined, every)).rejects.toThrow("unavailable");
  await expect(pollUntil(unreadable, () => undefined, { ...every, isNew: true })).rejects.toThrow(
    "unavailable",
  );
});

test.each([
  [0, "0s"],
  [999, "1s"],
  [59_000, "59s"],
  [60_000, "1m"],
  [130_000, "2m10s"],
  [3_600_000, "1h"],
  [7_384_000, "2h3m4s"],
])("%i ms is %s for people", (durationMs, text) => {
  expect(formatDuration(durationMs)).toBe(text);
});
