import * as fc from "fast-check";
import { buildTimeline } from "../../cli/timeline/build";
import { ALL_KINDS } from "../../cli/timeline/kinds";
import { criticalPath } from "../../timeline/criticalPath";
import type { Mark, Operation } from "../../timeline/operation";
import { rowsOf } from "../../timeline/rows";
import { headline, shareLine } from "../../timeline/summary";
import { operation, S } from "./timeline";

/** The critical path in words: `key phase from-to`, in seconds. */
const pathOf = (operations: readonly Operation[]) =>
  criticalPath(rowsOf(operations), ALL_KINDS).map(
    ({ row, phase, from, to }) => `${row.operation.key}: ${phase} ${from / S}-${to / S}`,
  );

const subscription = (key: string, id: number, marks: Parameters<typeof operation>[1]) =>
  operation(key, marks, { kind: "subscription", id });

test("through a queue, it follows the task that was processed right before", () => {
  const queued = ["a", "b", "c"].map((key, index) =>
    operation(key, [
      [0, "waiting"],
      [index * 5, "submitted"],
      [index * 5, "processing"],
      [index * 5 + 5, "processed"],
      [index * 5 + 5 + 100, "ready"],
    ]),
  );
  expect(pathOf(queued)).toEqual([
    "a: processing 0-5",
    "b: processing 5-10",
    "c: processing 10-15",
    "c: provisioning 15-115",
  ]);
});

test("the rest of a wait, after what it waited for, is queueing", () => {
  const late = operation("late", [
    [1, "waiting"],
    [7, "submitted"],
    [8, "processing"],
    [10, "processed"],
    [60, "ready"],
  ]);
  const before = operation("before", [
    [0, "processing"],
    [5, "processed"],
    [20, "ready"],
  ]);
  expect(pathOf([late, before])).toEqual([
    "before: processing 0-5",
    "late: queueing 5-8",
    "late: processing 8-10",
    "late: provisioning 10-60",
  ]);
});

test("through the limit of three subscriptions, it follows the one that was active right before", () => {
  const three = [600, 700, 650].map((end, index) =>
    subscription(`s${index}`, index, [
      [index, "submitted"],
      [index, "processing"],
      [index + 1, "processed"],
      [end, "ready"],
    ]),
  );
  const fourth = subscription("fourth", 4, [
    [0, "waiting"],
    [3, "waiting", "one of 3 changing subscriptions to be active"],
    [602, "submitted"],
    [602, "processing"],
    [603, "processed"],
    [1600, "ready"],
  ]);
  expect(pathOf([...three, fourth])).toEqual([
    "s0: processing 0-1",
    "s0: provisioning 1-600",
    "fourth: waiting for a limit 600-602",
    "fourth: processing 602-603",
    "fourth: provisioning 603-1600",
  ]);
});

test("a wait that names a subscription is followed to that one", () => {
  const marks = (end: number) =>
    [
      [0, "submitted"],
      [1, "processed"],
      [end, "ready"],
    ] as const;
  const waiting = operation("database", [
    [2, "waiting", "subscription 7 to be active"],
    [101, "submitted"],
    [102, "processed"],
    [200, "ready"],
  ]);
  const path = pathOf([subscription("its own", 7, marks(99)), subscription("other", 8, marks(100)), waiting]);
  expect(path.slice(1, 3)).toEqual(["its own: provisioning 1-99", "database: waiting for a limit 99-101"]);
});

test("a database begins after its subscription, and the time between is shown", () => {
  const owner = subscription("owner", 7, [
    [0, "submitted"],
    [5, "processed"],
    [600, "ready"],
  ]);
  const stranger = subscription("stranger", 8, [
    [6, "submitted"],
    [10, "processed"],
    [601, "ready"],
  ]);
  const database = operation(
    "database",
    [
      [602, "submitted"],
      [605, "processed"],
      [700, "ready"],
    ],
    { subscriptionId: 7 },
  );
  expect(pathOf([owner, stranger, database])).toEqual([
    "owner: processing 0-5",
    "owner: provisioning 5-600",
    "database: between operations 600-602",
    "database: processing 602-605",
    "database: provisioning 605-700",
  ]);
  expect(shareLine({ path: criticalPath(rowsOf([owner, stranger, database]), ALL_KINDS) })).toBe(
    "Critical path: 99 % provisioning, 1 % processing",
  );
});

test("a subscription is deleted after its databases", () => {
  const database = operation(
    "database",
    [
      [0, "submitted"],
      [1, "processed"],
      [40, "ready"],
    ],
    {
      subscriptionId: 7,
      action: "delete",
    },
  );
  const owner = operation(
    "owner",
    [
      [40, "submitted"],
      [41, "processed"],
      [90, "ready"],
    ],
    {
      kind: "subscription",
      id: 7,
      action: "delete",
    },
  );
  expect(pathOf([database, owner])).toEqual([
    "database: processing 0-1",
    "database: provisioning 1-40",
    "owner: processing 40-41",
    "owner: provisioning 41-90",
  ]);
});

test("other programs can be waited for, but do not end the run", () => {
  const foreign = operation(
    "foreign",
    [
      [0, "processing"],
      [8, "processed"],
      [900, "ready"],
    ],
    { foreign: true },
  );
  const own = operation("own", [
    [2, "submitted"],
    [8, "processing"],
    [9, "processed"],
    [50, "ready"],
  ]);
  expect(pathOf([foreign, own])).toEqual([
    "foreign: processing 0-8",
    "own: processing 8-9",
    "own: provisioning 9-50",
  ]);
});

test("a cluster that is still being resized at the end is not waited for", () => {
  const own = operation("own", [
    [0, "submitted"],
    [5, "processed"],
    [50, "ready"],
  ]);
  const resizing = operation(
    "own/resize",
    [
      [5, "processed"],
      [300, "ready"],
    ],
    { causedBy: "own" },
  );
  expect(pathOf([own, resizing])).toEqual(["own: processing 0-5", "own: provisioning 5-50"]);
  expect(headline(buildTimeline([{ source: "provider", operations: [own, resizing] }]))).toBe(
    "1 operation in 50 s",
  );
});

test("it has no gap from its start to the end of the run, whatever is recorded", () => {
  const phase = fc.constantFrom<Mark["phase"]>("waiting", "submitted", "processing", "processed");
  const detail = fc.option(fc.constantFrom("subscription 1 to be active", "a limit"), { nil: undefined });
  const marks = fc.array(fc.tuple(fc.nat(200), phase, detail), { minLength: 1, maxLength: 6 });
  const one = fc.record({
    marks,
    kind: fc.constantFrom("subscription" as const, "database" as const),
    id: fc.nat(3),
    subscriptionId: fc.nat(3),
    arrivalKnown: fc.boolean(),
    action: fc.constantFrom("create", "delete"),
  });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), (operations) => {
      const rows = rowsOf(
        operations.map(({ marks, ...changes }, index) => {
          const inOrder = [...marks].sort(([one], [other]) => one - other);
          const end = [(inOrder.at(-1)?.[0] ?? 0) + 1, "ready"] as const;
          return operation(`${index}`, [...inOrder, end], changes);
        }),
      );
      const path = criticalPath(rows, ALL_KINDS);
      expect(path.at(-1)?.to).toBe(Math.max(...rows.map(({ to }) => to)));
      for (const [index, step] of path.entries()) {
        expect(step.from).toBeLessThan(step.to);
        if (index > 0) expect(step.from).toBe(path[index - 1]?.to);
      }
    }),
  );
});
