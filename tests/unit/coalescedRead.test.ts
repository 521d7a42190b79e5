import { CoalescedRead } from "../../provider/api/coalescedRead";

beforeEach(() => {
  jest.useFakeTimers({ now: 1000 });
});
afterEach(() => {
  jest.useRealTimers();
});

/** A source that counts its reads, and returns the count. */
const counter = () => {
  let asked = 0;
  return new CoalescedRead(async () => ++asked);
};

test("concurrent callers share one request", async () => {
  const shared = counter();
  expect(await Promise.all([shared.asOf(1000), shared.asOf(1000), shared.asOf(900)])).toEqual([1, 1, 1]);
});

test("a recent enough response is reused", async () => {
  const shared = counter();
  await shared.asOf(1000);
  jest.setSystemTime(5000);
  expect(await shared.asOf(1000)).toBe(1);
});

test("a response that is too old is requested again", async () => {
  const shared = counter();
  await shared.asOf(1000);
  jest.setSystemTime(5000);
  expect(await shared.asOf(1001)).toBe(2);
});

/** A source whose responses the test sends. */
const byHand = () => {
  const asked: { answer: (value: string) => void; fail: (error: Error) => void }[] = [];
  const read = () => new Promise<string>((answer, fail) => asked.push({ answer, fail }));
  return { asked, shared: new CoalescedRead(read) };
};
const microtasks = () => jest.advanceTimersByTimeAsync(0);

test("a request that was sent too early does not count: one more follows, for all callers", async () => {
  const { asked, shared } = byHand();
  const early = shared.asOf(1000);
  jest.setSystemTime(2000);
  const late = [shared.asOf(1500), shared.asOf(2000)];
  expect(asked).toHaveLength(1);
  asked[0]?.answer("early");
  expect(await early).toBe("early");
  await microtasks();
  expect(asked).toHaveLength(2);
  asked[1]?.answer("late");
  expect(await Promise.all(late)).toEqual(["late", "late"]);
  expect(await shared.asOf(1000)).toBe("late");
});

test("a read after a failure sends a new request", async () => {
  const { asked, shared } = byHand();
  const early = shared.asOf(1000);
  jest.setSystemTime(2000);
  const late = shared.asOf(2000);
  asked[0]?.fail(new Error("unavailable"));
  await expect(early).rejects.toThrow("unavailable");
  await microtasks();
  asked[1]?.answer("late");
  expect(await late).toBe("late");
});

test("a failure is reported to all callers, and not cached", async () => {
  let asked = 0;
  const shared = new CoalescedRead(async () => {
    asked += 1;
    if (asked === 1) throw new Error("unavailable");
    return "answer";
  });
  const outcomes = await Promise.allSettled([shared.asOf(0), shared.asOf(0)]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(asked).toBe(1);
  expect(await shared.asOf(0)).toBe("answer");
});

test("the next value is requested when the first caller wants it, and serves all of them", async () => {
  const shared = counter();
  const values = [shared.next(9000), shared.next(3000), shared.next(Number.POSITIVE_INFINITY)];
  await jest.advanceTimersByTimeAsync(1999);
  expect(shared.tookMs).toBe(0);
  await jest.advanceTimersByTimeAsync(1);
  expect(await Promise.all(values)).toEqual([1, 1, 1]);
  await jest.advanceTimersByTimeAsync(20_000);
  expect(await shared.asOf(0)).toBe(1);
});

test("the next value may come from another caller's later request", async () => {
  const { asked, shared } = byHand();
  void shared.asOf(1000);
  jest.setSystemTime(1500);
  const next = shared.next(60_000);
  asked[0]?.answer("before");
  await microtasks();
  void shared.asOf(1600);
  asked[1]?.answer("since");
  expect(await next).toBe("since");
});

test("callers that expect the next value receive a failure", async () => {
  const shared = new CoalescedRead(async () => {
    throw new Error("unavailable");
  });
  const next = expect(shared.next(2000)).rejects.toThrow("unavailable");
  await jest.advanceTimersByTimeAsync(1000);
  await next;
});

test("the duration of the latest request is known", async () => {
  const { asked, shared } = byHand();
  const answer = shared.asOf(1000);
  jest.setSystemTime(1700);
  asked[0]?.answer("there");
  await answer;
  expect(shared.tookMs).toBe(700);
});
