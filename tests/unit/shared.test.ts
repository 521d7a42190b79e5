import { Shared } from "../../provider/api/shared";

beforeEach(() => {
  jest.useFakeTimers({ now: 1000 });
});
afterEach(() => {
  jest.useRealTimers();
});

/** A source that counts how often it was asked, and answers with that. */
const counter = () => {
  let asked = 0;
  return new Shared(async () => ++asked);
};

test("those who ask at the same time share one request", async () => {
  const shared = counter();
  expect(await Promise.all([shared.asOf(1000), shared.asOf(1000), shared.asOf(900)])).toEqual([1, 1, 1]);
});

test("an answer that is recent enough is not asked for again", async () => {
  const shared = counter();
  await shared.asOf(1000);
  jest.setSystemTime(5000);
  expect(await shared.asOf(1000)).toBe(1);
});

test("an answer that is older than what is asked for is asked for again", async () => {
  const shared = counter();
  await shared.asOf(1000);
  jest.setSystemTime(5000);
  expect(await shared.asOf(1001)).toBe(2);
});

test("a request that was sent before the moment asked for does not count, even while under way", async () => {
  const answers: ((value: string) => void)[] = [];
  const shared = new Shared(() => new Promise<string>((resolve) => answers.push(resolve)));
  const early = shared.asOf(1000);
  jest.setSystemTime(2000);
  const late = shared.asOf(2000);
  answers[1]?.("late");
  answers[0]?.("early");
  expect(await Promise.all([early, late])).toEqual(["early", "late"]);
  expect(await shared.asOf(1000)).toBe("late");
});

test("a failure is told to all who share it, and not kept", async () => {
  let asked = 0;
  const shared = new Shared(async () => {
    asked += 1;
    if (asked === 1) throw new Error("unavailable");
    return "answer";
  });
  const outcomes = await Promise.allSettled([shared.asOf(0), shared.asOf(0)]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(asked).toBe(1);
  expect(await shared.asOf(0)).toBe("answer");
});

test("a failure of an older request does not discard a newer answer", async () => {
  const failures: ((error: Error) => void)[] = [];
  let asked = 0;
  const shared = new Shared(() => {
    asked += 1;
    return asked === 1 ? new Promise<string>((_, reject) => failures.push(reject)) : Promise.resolve("newer");
  });
  const older = shared.asOf(1000);
  jest.setSystemTime(2000);
  expect(await shared.asOf(2000)).toBe("newer");
  failures[0]?.(new Error("unavailable"));
  await expect(older).rejects.toThrow("unavailable");
  expect(await shared.asOf(2000)).toBe("newer");
  expect(asked).toBe(2);
});
