import { statusReporter } from "../../provider/pulumi/status";

beforeEach(() => {
  jest.useFakeTimers({ now: 0 });
});
afterEach(() => {
  jest.useRealTimers();
});

/** A reporter, what it has shown, and a function that reports an ongoing status once a second. */
function reporting() {
  const shown: string[] = [];
  const report = statusReporter("urn:pulumi:dev::shop::t::cache", (_, text) => shown.push(text));
  const goOn = (essence: string, seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      report(`${essence}, ${second}s`);
      jest.advanceTimersByTime(1000);
    }
  };
  return { shown, report, goOn };
}

test("a new status is shown at once", () => {
  const { shown, report } = reporting();
  report("submitting");
  report("queued behind 2 tasks");
  report("queued behind 1 task");
  expect(shown).toEqual(["submitting", "queued behind 2 tasks", "queued behind 1 task"]);
});

test("the same status without a time is shown once", () => {
  const { shown, report } = reporting();
  report("submitting");
  jest.advanceTimersByTime(3_600_000);
  report("submitting");
  expect(shown).toEqual(["submitting"]);
});

test("a status whose time advances is shown every five seconds at first", () => {
  const { shown, goOn } = reporting();
  goOn("provisioning: pending", 11);
  expect(shown).toEqual([
    "provisioning: pending, 0s",
    "provisioning: pending, 5s",
    "provisioning: pending, 10s",
  ]);
});

test("then less and less often, but at least once a minute", () => {
  const { shown, goOn } = reporting();
  goOn("provisioning: pending", 1800);
  const at = shown.map((text) => Number(text.match(/(\d+)s$/)?.[1]));
  const gaps = at.slice(1).map((second, index) => second - (at[index] ?? 0));
  expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
  expect(gaps[0]).toBe(5);
  expect(gaps.at(-1)).toBe(60);
  expect(shown.length).toBeLessThan(45);
});

test("another status starts over", () => {
  const { shown, goOn } = reporting();
  goOn("processing", 600);
  const before = shown.length;
  goOn("provisioning: pending", 6);
  expect(shown.slice(before)).toEqual(["provisioning: pending, 0s", "provisioning: pending, 5s"]);
});

test("without a URN, no status is shown", () => {
  const shown: string[] = [];
  statusReporter(undefined, (_, text) => shown.push(text))("submitting");
  expect(shown).toEqual([]);
});
