import { buildTimeline } from "../../cli/timeline/build";
import { joinOperations } from "../../cli/timeline/join";
import type { TaskAnswer } from "../../provider/api/answers";
import { rowsOf } from "../../timeline/rows";
import { operation, S } from "./timeline";

const task = (taskId: string, seconds: number, changes: Partial<TaskAnswer> = {}): TaskAnswer => ({
  taskId,
  status: "processing-completed",
  commandType: "databaseCreateRequest",
  description: undefined,
  timestamp: Number.isNaN(seconds) ? undefined : new Date(seconds * S).toISOString(),
  response: { resourceId: 12, resource: undefined, error: undefined },
  ...changes,
});

const own = operation("own", [
  [0, "submitted"],
  [9, "processed"],
  [60, "ready"],
]);
const observed = { source: "provider", operations: [own] } as const;

const segmentsOf = (timeline: ReturnType<typeof buildTimeline>) =>
  timeline.rows.map(({ operation, segments, outcome }) => [
    operation.key,
    outcome,
    ...segments.map(({ phase, from, to }) => `${phase} ${from / S}-${to / S}`),
  ]);

test("GET /tasks alone shows when each task was processed, and bounds when processing began", () => {
  const failed = {
    resource: undefined,
    resourceId: undefined,
    error: { type: "DATABASE_NAME_EXISTS", status: undefined, description: undefined },
  };
  const timeline = buildTimeline(
    [],
    [
      task("received", 109, { status: "received", response: undefined }),
      task("failed", 108, { status: "processing-error", response: failed }),
      task("second", 105),
      task("first", 103),
      task("without a time", Number.NaN),
      task("in progress", 110, { status: "processing-in-progress", response: undefined }),
    ],
  );
  expect(segmentsOf(timeline)).toEqual([
    ["first", "ready", "processing 93-103"],
    ["second", "ready", "processing 103-105"],
    ["failed", "failed", "processing 105-108"],
    ["received", "under way", "queueing 109-110"],
    ["in progress", "under way"],
  ]);
  expect(timeline.rows[2]?.detail).toBe("DATABASE_NAME_EXISTS");
});

test("the server's time replaces the time when the provider polled the task", () => {
  expect(segmentsOf(buildTimeline([observed], [task("own", 6)]))).toEqual([
    ["own", "ready", "processing 0-6", "provisioning 6-60"],
  ]);
});

test("a server's clock that contradicts the provider's is ignored", () => {
  for (const seconds of [-5, 10_000]) {
    expect(segmentsOf(buildTimeline([observed], [task("own", seconds)]))).toEqual([
      ["own", "ready", "processing 0-9", "provisioning 9-60"],
    ]);
  }
});

test("tasks of other programs during the run are rows of their own, and explain the queue", () => {
  const timeline = buildTimeline([observed], [task("own", 9), task("foreign", 5), task("long ago", -500)]);
  expect(segmentsOf(timeline)).toEqual([
    ["foreign", "ready", "processing -5-5"],
    ["own", "ready", "queueing 0-5", "processing 5-9", "provisioning 9-60"],
  ]);
  expect(timeline.rows[0]?.operation).toMatchObject({ foreign: true, action: "create", id: 12 });
});

test("an account without tasks has nothing to draw", () => {
  expect(() => buildTimeline([], [])).toThrow("the record contains no operations");
});

describe("with the record of the simulator", () => {
  const clock = { start: { real: 1000 * S, simulated: 0 }, timeScale: 10 };
  /** Real seconds after the simulator's start. */
  const real = (seconds: number) => 1000 + seconds;
  const simulated = operation(
    "task",
    [
      [21, "submitted"],
      [22, "processing"],
      [27, "processed"],
      [127, "ready"],
    ],
    { account: "1001", name: "cache-a1b2c3", arrivalKnown: false },
  );
  const seen = (end: readonly [number, "ready" | "failed"]) =>
    operation("4711-1", [], {
      name: "cache",
      marks: [
        { at: real(1) * S, phase: "waiting", detail: "a limit" },
        { at: real(2.2) * S, phase: "submitted", taskId: "task" },
        { at: real(3) * S, phase: "processed", taskId: "task" },
        { at: real(end[0]) * S, phase: end[1], detail: end[1] === "failed" ? "timeout" : undefined },
      ],
    });
  const join = (end: readonly [number, "ready" | "failed"], others = [simulated]) =>
    rowsOf(joinOperations([seen(end)], others, clock)).map(({ operation, segments, outcome }) => [
      `${operation.name} ${outcome}${operation.foreign ? " foreign" : ""}`,
      ...segments.map(({ phase, from, to }) => `${phase} ${from / S}-${to / S}`),
    ]);

  test("waits come from the provider, everything else from the simulator, in its time", () => {
    expect(join([14, "ready"])).toEqual([
      [
        "cache ready",
        "waiting for a limit 10-21",
        "queueing 21-22",
        "processing 22-27",
        "provisioning 27-127",
      ],
    ]);
  });

  test("only the provider records that it gave up", () => {
    expect(join([8, "failed"])[0]?.slice(-1)).toEqual(["provisioning 27-80"]);
    expect(join([8, "failed"])[0]?.[0]).toBe("cache failed");
  });

  test("tasks of other programs during the run are shown, and earlier ones are not", () => {
    const other = (key: string, seconds: number) =>
      operation(
        key,
        [
          [seconds, "submitted"],
          [seconds + 5, "processed"],
        ],
        { account: "1001" },
      );
    const resizing = operation(
      "task/resize",
      [
        [27, "processed"],
        [90, "ready"],
      ],
      {
        name: "main",
        causedBy: "task",
      },
    );
    const rows = join([14, "ready"], [simulated, other("meanwhile", 50), other("before", -90), resizing]);
    expect(rows.map(([name]) => name)).toEqual(["cache ready", "main ready", "meanwhile under way foreign"]);
  });
});

test("joins observations with the record of a simulator that was paused, and then continued at another speed", () => {
  const periods = [
    { real: 0, simulated: 0, timeScale: 10 },
    { real: 2 * S, simulated: 20 * S, timeScale: 0 },
    { real: 5 * S, simulated: 20 * S, timeScale: 100 },
  ];
  const seen = operation("1-1", [
    [1, "waiting"],
    [4, "submitted"],
    [6, "ready"],
  ]);
  const [joined] = joinOperations([seen], [], { start: { real: 0, simulated: 0 }, timeScale: 10, periods });
  expect(joined?.marks.map(({ at }) => at / S)).toEqual([10, 20, 120]);
});
