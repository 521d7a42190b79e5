import * as fc from "fast-check";
import { ALL_KINDS } from "../../cli/timeline/kinds";
import { Runs } from "../../simulator/console/page/timeline";
import type { KindState } from "../../simulator/console/types";
import type { StateChange } from "../../simulator/record";

import { operationsOfSimulator, RecordedOperations } from "../../timeline/record";
import { rowsOf } from "../../timeline/rows";
import { S } from "./timeline";

/** What a task did: creations provision, deletions do not; some fail; some are not over. */
interface Work {
  readonly type: string;
  readonly at: number;
  readonly steps: number;
  readonly isRefused: boolean;
  readonly resizes: boolean;
}

const work: fc.Arbitrary<Work> = fc.record({
  type: fc.constantFrom("databaseCreateRequest", "databaseUpdateRequest", "databaseDeleteRequest"),
  at: fc.nat(100),
  steps: fc.integer({ min: 1, max: 6 }),
  isRefused: fc.boolean(),
  resizes: fc.boolean(),
});

/** The record of tasks, in the order of time. */
function recordOf(all: readonly Work[]): StateChange[] {
  const changes = all.flatMap(({ type, at, steps, isRefused, resizes }, index) => {
    const id = `task-${index}`;
    const of = (
      kind: string,
      id: string | number,
      name: string,
      to: string,
      seconds: number,
      taskId?: string,
    ) =>
      ({
        at: (at + seconds) * S,
        accountId: 1,
        kind,
        id,
        name,
        to,
        taskId,
        subscriptionId: 7,
      }) as StateChange;
    const end = isRefused ? "processing-error" : "processing-completed";
    const processed = [
      of("task", id, type, "received", 0),
      of("task", id, type, "processing-in-progress", 3),
      of("task", id, type, end, 5),
    ];
    if (isRefused || type.includes("Delete")) return processed.slice(0, steps);
    const provisioned = [
      of("database", index, `db-${index}`, "pending", 5, id),
      of("database", index, `db-${index}`, "active", 60),
    ];
    const resized = [
      of("subscription", 7, "shop", "pending", 5, id),
      of("subscription", 7, "shop", "active", 40),
    ];
    return [...processed, ...provisioned, ...(resizes ? resized : [])].slice(0, steps);
  });
  return changes.sort((one, other) => one.at - other.at);
}

test("a record that is read as it grows gives the operations, and the rows, of one that is read at once", () => {
  fc.assert(
    fc.property(fc.array(work, { maxLength: 12 }), fc.array(fc.nat(40)), (all, cuts) => {
      const changes = recordOf(all);
      const growing = new RecordedOperations(ALL_KINDS);
      let read = 0;
      for (const cut of [...cuts.sort((one, other) => one - other), changes.length]) {
        growing.add(changes.slice(read, cut));
        read = Math.max(read, Math.min(cut, changes.length));
        rowsOf(growing.all(), 200 * S);
      }
      const atOnce = operationsOfSimulator(changes, ALL_KINDS);
      expect(growing.all()).toEqual(atOnce);
      // Copies, for which no row is remembered.
      expect(rowsOf(growing.all(), 500 * S)).toEqual(rowsOf(structuredClone(atOnce), 500 * S));
    }),
  );
});

test("the runs of another account, and of one that was reset, are read from their beginning", () => {
  const kinds: readonly KindState[] = [];
  const record = (name: string) =>
    recordOf([{ type: name, at: 0, steps: 3, isRefused: false, resizes: false }]);
  const [one, other] = [record("databaseDeleteRequest"), record("subscriptionDeleteRequest")];
  const actionsIn = (runs: Runs) =>
    runs.drawn({ now: 0, timeScale: 1 }, true)?.timeline.rows.map(({ operation }) => operation.action);
  const first = new Runs(kinds).grownTo(one, kinds);
  expect(actionsIn(first)).toEqual(["databaseDeleteRequest"]);
  expect(actionsIn(first.grownTo(other, kinds))).toEqual(["subscriptionDeleteRequest"]);
  expect(actionsIn(first.grownTo([], kinds)) ?? []).toEqual([]);
  expect(actionsIn(first.grownTo([...one], kinds))).toEqual(["databaseDeleteRequest"]);
});
