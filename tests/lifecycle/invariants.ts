import fc from "fast-check";
import type { SimulatorRecord, StateChange } from "../../simulator";
import { closeSimulators } from "./harness";
import { isProcessed, type Played, play, type Schedule } from "./schedule";
import { randomCases } from "./thorough";

/** Random schedules of each kind. */
const SCHEDULES = randomCases({ some: 25, all: 500 });

/** Runs random schedules; SEED=<number> in the environment repeats those of an earlier run. */
export async function forAll(
  schedules: fc.Arbitrary<Schedule>,
  holds: (played: Played) => Promise<void>,
): Promise<void> {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
  process.stdout.write(`${SCHEDULES} random schedules, SEED=${seed}\n`);
  const property = fc.asyncProperty(schedules, async (schedule) => {
    await holds(await play(schedule));
    await closeSimulators();
  });
  await fc.assert(property, { numRuns: SCHEDULES, seed, endOnFailure: true });
}

/** Names of the resources that were created for the program. */
export const created = ({ changes }: SimulatorRecord): readonly string[] =>
  changes
    .filter(({ kind, from }) => kind !== "task" && from === undefined)
    .map(({ name }) => name.replace(/-[0-9a-z]{12}$/, ""))
    .filter((name) => !/^(foreign|creation-plan)/.test(name))
    .sort();

const TAKES_A_PLACE = /^(subscription(Create|Update|Delete)|databaseCreate)Request$/;

/** Time between reading the account and the next request, in which changes of others are invisible. */
const BLINK_MS = 1_000;

/** Our tasks that could make a fourth subscription change, given the account and earlier submissions. */
export function imprudent({ simulator, foreignTasks }: Played): readonly StateChange[] {
  const changing = new Set<unknown>();
  const unprocessed = new Map<unknown, number>();
  return simulator.record.changes.filter((change) => {
    const { at, kind, id, name, to } = change;
    if (kind === "subscription" && (to === "active" || to === "gone")) changing.delete(id);
    else if (kind === "subscription") changing.add(id);
    if (kind !== "task" || !TAKES_A_PLACE.test(name)) return false;
    if (isProcessed(change)) unprocessed.delete(id);
    if (to !== "received") return false;
    const isSeen = ([task, since]: [unknown, number]) => !foreignTasks.has(task) || since < at - BLINK_MS;
    const room = changing.size + [...unprocessed].filter(isSeen).length < 3;
    unprocessed.set(id, at);
    return !room && !foreignTasks.has(id);
  });
}

export const submittedTooEarly = ({ simulator, foreignTasks }: Played): readonly StateChange[] =>
  simulator.record.databasesSubmittedWhileNonActive().filter(({ id }) => !foreignTasks.has(id));
