import type { Target } from "../lifecycle/kind";

import type { AnyDeclaration } from "./declaration";
import { type Properties, SURROUNDINGS } from "./properties";

/*
 * Some outputs of a resource change when another resource does. What this run does to the other one is known when its
 * `diff` was called, which is before that of everything that depends on it.
 */

/** Why the outputs in the state no longer hold after this run; undefined where they do. */
export function movedOutputs(
  { surroundings }: AnyDeclaration,
  target: Target,
  state: Properties,
): string | undefined {
  const planned = surroundings?.planned(target);
  const before = (state[SURROUNDINGS] as string | undefined) ?? surroundings?.shown(state);
  const isMoved = planned !== undefined && before !== undefined && planned !== before;
  return isMoved ? surroundings?.reason : undefined;
}

/** What to keep in the state beside outputs that were just read, so that they are not read again in every run. */
export function surroundingsMark(
  { surroundings }: AnyDeclaration,
  target: Target,
  state: Properties,
): Properties {
  const planned = surroundings?.planned(target);
  return planned === undefined || planned === surroundings?.shown(state) ? {} : { [SURROUNDINGS]: planned };
}
