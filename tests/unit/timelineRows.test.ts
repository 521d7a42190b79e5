import * as fc from "fast-check";
import { ALL } from "../../cli/declarations";
import { ALL_KINDS, timelineKindsOf } from "../../cli/timeline/kinds";
import { readObservations } from "../../cli/timeline/observations";
import { commandOf, type Mark } from "../../timeline/operation";
import { labelOf, rowsOf } from "../../timeline/rows";
import { line, operation, S } from "./timeline";

const RECORD = [
  line({ at: 0, phase: "waiting" }),
  line({ at: 1 * S, phase: "waiting", detail: "subscription 7 to be active" }),
  line({ at: 2 * S, phase: "waiting", detail: "subscription 7 to be active" }),
  line({ at: 60 * S, phase: "waiting", subscriptionId: 7 }),
  line({ at: 61 * S, phase: "submitted", taskId: "t" }),
  line({ at: 63 * S, phase: "processing", taskId: "t" }),
  line({ at: 68 * S, phase: "processed", taskId: "t", id: 12, somethingNew: true }),
  line({ at: 168 * S, phase: "ready" }),
];

const rowsOfText = (text: string) => rowsOf(readObservations(text).operations);

/** The only row of a record. */
function onlyRow(text: string) {
  const [row, ...more] = rowsOfText(text);
  if (row === undefined || more.length > 0) throw new Error("it was expected to have one row");
  return row;
}

test("what a provider recorded becomes a row of queueing, waiting, processing and provisioning", () => {
  const row = onlyRow(RECORD.join("\n"));
  expect(row.segments).toEqual([
    { phase: "queueing", from: 0, to: 1 * S },
    { phase: "waiting for a limit", from: 1 * S, to: 60 * S, detail: "subscription 7 to be active" },
    { phase: "queueing", from: 60 * S, to: 63 * S },
    { phase: "processing", from: 63 * S, to: 68 * S },
    { phase: "provisioning", from: 68 * S, to: 168 * S },
  ]);
  expect(row).toMatchObject({ outcome: "ready", operation: { id: 12, subscriptionId: 7 } });
});

test("a truncated last line is ignored, and one in the middle is counted", () => {
  const cut = RECORD.slice(0, -1).join("\n");
  expect(readObservations(`${cut}\n{"at": 168`)).toMatchObject({ unreadable: 0 });
  expect(readObservations(`${RECORD[0]}\n{"at": 1\n${RECORD[1]}`)).toMatchObject({ unreadable: 1 });
  expect(onlyRow(`${cut}\n{"at": 168`)).toMatchObject({ outcome: "under way", to: 68 * S });
});

test("an operation in progress extends to the end of the record", () => {
  const [young, old] = rowsOf([
    operation("young", [
      [0, "submitted"],
      [1, "processed"],
    ]),
    operation("old", [
      [2, "submitted"],
      [3, "processed"],
      [50, "ready"],
    ]),
  ]);
  expect(young).toMatchObject({ outcome: "under way", to: 50 * S });
  expect(old).toMatchObject({ outcome: "ready", to: 50 * S });
});

test("an operation in progress extends to the present of a run that goes on", () => {
  const [own] = rowsOf(
    [
      operation("a", [
        [0, "submitted"],
        [1, "processed"],
      ]),
    ],
    70 * S,
  );
  expect(own).toMatchObject({ outcome: "under way", to: 70 * S });
  expect(own?.segments.at(-1)).toMatchObject({ phase: "provisioning", to: 70 * S });
});

test("if the start of processing was not observed, it is the end of the previous task", () => {
  const rows = rowsOf([
    operation("first", [
      [0, "submitted"],
      [5, "processed"],
      [50, "ready"],
    ]),
    operation("second", [
      [1, "submitted"],
      [9, "processed"],
      [50, "ready"],
    ]),
    operation(
      "elsewhere",
      [
        [1, "submitted"],
        [8, "processed"],
        [50, "ready"],
      ],
      { account: "other" },
    ),
  ]);
  const processing = rows.map(({ operation, segments }) => [
    operation.key,
    segments.find(({ phase }) => phase === "processing")?.from,
  ]);
  expect(Object.fromEntries(processing)).toEqual({ first: 0, second: 5 * S, elsewhere: 1 * S });
});

test("an operation that is refused and retried is one row", () => {
  const [row] = rowsOf([
    operation("again", [
      [0, "submitted"],
      [4, "waiting", "one of 3 changing subscriptions to be active"],
      [60, "submitted"],
      [64, "processed"],
      [90, "ready"],
    ]),
  ]);
  expect(row?.segments.map(({ phase }) => phase)).toEqual([
    "processing",
    "waiting for a limit",
    "processing",
    "provisioning",
  ]);
});

test("a row that failed says why", () => {
  const failed = operation("failed", [
    [0, "submitted"],
    [3, "failed", "DATABASE_NAME_EXISTS"],
  ]);
  expect(rowsOf([failed])[0]).toMatchObject({ outcome: "failed", detail: "DATABASE_NAME_EXISTS" });
});

test("labels show the action, the resource and the owner", () => {
  const label = (changes: object) => {
    const [row] = rowsOf([operation("cache", [[0, "submitted"]], changes)]);
    return row && labelOf(row, ALL_KINDS);
  };
  expect(label({})).toBe("database cache");
  expect(label({ action: "delete", kind: "cloudAccount" })).toBe("delete cloud account cache");
  expect(label({ foreign: true, name: undefined, id: 12 })).toBe("other programs: create database 12");
  expect(label({ name: undefined, subscriptionId: 7 })).toBe("create database in subscription 7");
  expect(label({ name: undefined, ...commandOf("costReportCreateRequest", ALL_KINDS) })).toBe(
    "costReportCreateRequest",
  );
});

test("the API's commands in words", () => {
  expect(commandOf("databaseCreateRequest", ALL_KINDS)).toEqual({ kind: "database", action: "create" });
  expect(commandOf("subscriptionMaintenanceWindowsUpdateRequest", ALL_KINDS)).toEqual({
    kind: "subscription",
    action: "maintenance windows update",
  });
  expect(commandOf("cidrUpdateRequest", ALL_KINDS)).toEqual({ kind: "subscription", action: "cidr update" });
  expect(commandOf("fixedDatabaseCreateRequest", ALL_KINDS)).toEqual({
    kind: "essentialsDatabase",
    action: "create",
  });
  expect(commandOf("aclUserDeleteRequest", ALL_KINDS)).toEqual({ kind: "aclUser", action: "delete" });
});

test("commands of Pro and Active-Active are told apart by the account's subscriptions", () => {
  const subscriptions = new Map([
    ["subscription", new Set([1])],
    ["activeActiveSubscription", new Set([2])],
  ]);
  const kinds = timelineKindsOf(ALL, subscriptions);
  expect(commandOf("subscriptionUpdateRequest", kinds, { resourceId: 1 }).kind).toBe("subscription");
  expect(commandOf("subscriptionUpdateRequest", kinds, { resourceId: 2 })).toEqual({
    kind: "activeActiveSubscription",
    action: "update",
  });
  const database = (subscription: number) =>
    commandOf("databaseCreateRequest", kinds, { resourceId: 7, additionalResourceId: subscription });
  expect(database(1)).toEqual({ kind: "database", action: "create" });
  expect(database(2)).toEqual({ kind: "activeActiveDatabase", action: "create" });
  // One that is deleted may have been of either kind.
  expect(database(3).kind).toBe("database");
});

test("segments cover a row from its arrival to its end, and never overlap", () => {
  const phase = fc.constantFrom<Mark["phase"]>("waiting", "submitted", "processing", "processed", "failed");
  const marks = fc.array(
    fc.tuple(fc.nat(1000), phase, fc.option(fc.constant("a limit"), { nil: undefined })),
    {
      minLength: 1,
      maxLength: 8,
    },
  );
  const run = fc.array(fc.tuple(marks, fc.boolean(), fc.constantFrom("", "other")), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(run, (operations) => {
      const rows = rowsOf(
        operations.map(([marks, ended, account], index) => {
          const inOrder = [...marks].sort(([one], [other]) => one - other);
          const end = ended ? [[(inOrder.at(-1)?.[0] ?? 0) + 1, "ready"] as const] : [];
          return operation(`${index}`, [...inOrder, ...end], { account });
        }),
      );
      expect(rows).toHaveLength(operations.length);
      for (const { segments, from, to } of rows) {
        const starts = [...segments.map((segment) => segment.from), to];
        const ends = [from, ...segments.map((segment) => segment.to)];
        expect(starts).toEqual(ends);
        expect(segments.every((segment) => segment.from < segment.to)).toBe(true);
      }
    }),
  );
});
