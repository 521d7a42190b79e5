import type { StateChange } from "../../../simulator";
import type { Declared, Type } from "./declared";
import type { Deed } from "./engine";
import type { Ended } from "./player";
import { ACTIONS } from "./types";

/** One time that the engine asked for an action to run. */
interface Asked {
  /** What it was to run on, and why. */
  readonly key: string;
  /** Whether the engine learned that it ran. */
  readonly isLearned: boolean;
}

/** Actions that ran more often than the engine asked for them: what it never learned of is not run again. */
export function runAgain(changes: readonly StateChange[], ended: readonly Ended[]): readonly string[] {
  return (Object.entries(ACTIONS) as [Type, string][]).flatMap(([type, command]) => {
    const ran = changes.filter(({ name, to }) => name === command && to === "processing-completed").length;
    const due = timesDue(ended.flatMap((run) => askedIn(run, type)));
    return ran > due ? [`run again: ${type} ran ${ran} times, and ${due} were due`] : [];
  });
}

/** A program has one action of a type at most. */
function askedIn({ program, deeds, left }: Ended, type: Type): readonly Asked[] {
  const declared = program.find((one) => one.type === type);
  if (declared === undefined) return [];
  return deeds.filter(isCreationOf(declared)).map(() => {
    const database = left.state.get(declared.uses?.[0] ?? "");
    const key = `${declared.name} ${declared.size} ${database?.id}`;
    return { key, isLearned: left.state.has(declared.name) };
  });
}

const isCreationOf =
  ({ name }: Declared) =>
  (deed: Deed) =>
    deed.step === "create" && deed.name === name;

function timesDue(asked: readonly Asked[]): number {
  return asked.filter((one, index) => {
    const before = asked[index - 1];
    return before === undefined || before.isLearned || before.key !== one.key;
  }).length;
}
