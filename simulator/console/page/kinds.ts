import { inWords, type TimelineKinds } from "../../../timeline/kinds";
import type { KindState } from "../types";

/** The simulator's kinds, for timelines. */
export function timelineKinds(kinds: readonly KindState[]): TimelineKinds {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const byCommand = new Map(
    kinds.flatMap(({ name, commandTypes }) => commandTypes.map((type) => [type, name])),
  );
  return {
    nounOf: (name) => byName.get(name)?.noun ?? inWords(name),
    ofCommand: (commandType) => byCommand.get(commandType),
    isOutermostParent: (name) => byName.get(name)?.isParent === true,
    isLimited: (name) => name === "subscription",
  };
}
