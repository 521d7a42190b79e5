import { type LimitSeen, RequestBudget } from "../../provider/api/budget";
import { useVirtualTime } from "../lifecycle/virtualTime";

useVirtualTime();

/** Milliseconds that the next request waits after a response with these rate-limit headers. */
async function waitAfter(seen: LimitSeen): Promise<number> {
  const budget = new RequestBudget();
  await budget.take("GET");
  const start = Date.now();
  budget.learn(seen);
  await budget.take("GET");
  return Date.now() - start;
}

test("a 429 delays requests for as long as it says", async () => {
  expect(await waitAfter({ httpStatus: 429, retryAfterMs: 20_000 })).toBe(20_000);
  expect(await waitAfter({ httpStatus: 429 })).toBe(5_000);
});

test.each([61_000, 2 ** 31, 1e23, Number.MAX_VALUE, Number.POSITIVE_INFINITY])(
  "a 429 that asks for %d ms holds requests for a minute: the limit is counted by the minute",
  async (retryAfterMs) => {
    expect(await waitAfter({ httpStatus: 429, retryAfterMs })).toBe(60_000);
  },
);

test.each([-5_000, Number.NaN])(
  "a 429 that asks for %d ms holds them as one that asks for none",
  async (ms) => {
    expect(await waitAfter({ httpStatus: 429, retryAfterMs: ms })).toBe(5_000);
  },
);

test.each([0, -7, 39, 40, 1e30])(
  "%d requests left delay the next one by a minute at most",
  async (remaining) => {
    expect(await waitAfter({ httpStatus: 200, remaining })).toBeLessThanOrEqual(60_000);
  },
);
