import fc from "fast-check";
import { forPeople, lookUntil, paceMs } from "../../provider/lifecycle/pace";
import { useVirtualTime } from "../lifecycle/virtualTime";

useVirtualTime();

test("what is due soon is asked for often, what takes minutes every ten seconds", () => {
  expect([0, 1_000, 10_000, 60_000, 600_000].map((waitedMs) => paceMs(waitedMs, 500))).toEqual([
    500, 500, 1_000, 6_000, 10_000,
  ]);
});

test("the pace only ever slows down", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 1000 }), (waitedMs, more, quickestMs) => {
      expect(paceMs(waitedMs + more, quickestMs)).toBeGreaterThanOrEqual(paceMs(waitedMs, quickestMs));
      expect(paceMs(waitedMs, quickestMs)).toBeGreaterThanOrEqual(quickestMs);
    }),
  );
});

test("the first look is at once, and needs a snapshot from now on", async () => {
  const start = Date.now();
  const at = await lookUntil(async (look) => look, 500);
  expect(at).toEqual({ since: start, waitedMs: 0 });
  expect(Date.now()).toBe(start);
});

test("it looks on until there is something, even if that is false or zero", async () => {
  let looks = 0;
  expect(await lookUntil(async () => (++looks < 5 ? undefined : 0), 500)).toBe(0);
  expect(looks).toBe(5);
  expect(await lookUntil(async () => false, 500)).toBe(false);
});

test("the longer it waited, the older a snapshot may be, and never from before the wait", async () => {
  const start = Date.now();
  const ages: number[] = [];
  await lookUntil(async ({ since, waitedMs }) => {
    expect(since).toBeGreaterThanOrEqual(start);
    ages.push(Date.now() - since);
    return waitedMs >= 200_000 ? true : undefined;
  }, 500);
  expect(ages[0]).toBe(0);
  expect(ages.at(-1)).toBe(10_000);
});

test("what a look throws ends the wait", async () => {
  const look = async () => {
    throw new Error("it is in state error");
  };
  await expect(lookUntil(look, 500)).rejects.toThrow("it is in state error");
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
  expect(forPeople(durationMs)).toBe(text);
});
