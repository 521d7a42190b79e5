import type { Target } from "../lifecycle/kind";

import type { AnyDeclaration } from "./declaration";
import { type Properties, SURROUNDINGS } from "./properties";

/*
 * Some outputs of a resource change when another resource does. This run's change to the other one is known once its
 * `diff` was called, which precedes the `diff` of all its dependents.
 */

/** Why this run invalidates the outputs in the state; undefined if it does not. */
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

/** Mark to keep in the state with outputs that were just read, so that not every run reads them again. */
export function surroundingsMark(
  { surroundings }: AnyDeclaration,
  target: Target,
  state: Properties,
): Properties {
  const planned = surroundings?.planned(target);
  return planned === undefined || planned === surroundings?.shown(state) ? {} : { [SURROUNDINGS]: planned };
}
