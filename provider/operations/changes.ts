import type { AnyDeclaration } from "./declaration";
import type { Change, Field } from "./field";
import { effectiveValue, isEquivalent, isGivenByAlternative } from "./fieldValues";
import { containsUnknown, defaultsOf, type Properties } from "./properties";

/** The arguments that differ between two sets, by what the change requires. */
export interface Changes {
  /** New values of arguments to update; a removed argument has the API's default. */
  readonly update: Readonly<Record<string, unknown>>;
  /** Arguments that force a replacement. */
  readonly replace: readonly string[];
  /** Arguments whose change only the state keeps. */
  readonly none: readonly string[];
}

/** How a resource may differ from its state. */
export interface Drift {
  /** The resource is gone or being deleted, and the engine does not know. */
  readonly isGone: boolean;
  /** Arguments whose value is unknown after another client's or an interrupted update. */
  readonly uncertain: readonly string[];
  /** The failed provisioning state that it has entered. */
  readonly status?: string;
  /** What is left of its creation, which rested and has continued: an update does it. */
  readonly undone?: string;
  /** Why this run's change to another resource invalidates the outputs: an update reads them again. */
  readonly moved?: string;
  /** Arguments that name resources which this run replaces, and which the API does not delete before this one. */
  readonly blocking?: readonly string[];
}

export const NO_DRIFT: Drift = { isGone: false, uncertain: [] };

/**
 * Compares arguments by their meaning to the API.
 *
 * @param uncertain arguments to update even if they seem unchanged, since their value is unknown.
 */
export function changes(
  declaration: AnyDeclaration,
  olds: Properties,
  news: Properties,
  uncertain: readonly string[] = [],
): Changes {
  const update: Record<string, unknown> = {};
  const others: Record<"replace" | "none", string[]> = { replace: [], none: [] };
  const filledIn = defaultsOf(olds);
  for (const argument of Object.keys(declaration.fields)) {
    const field = declaration.fields[argument] as Field<unknown, unknown>;
    const isUncertain = uncertain.includes(argument);
    if (!isUncertain && olds[argument] === news[argument] && dependsOnNoOther(field)) continue;
    if (news[argument] == null && filledIn.includes(argument) && !isUncertain) continue;
    const before = effectiveValue(declaration, argument, olds);
    const after = effectiveValue(declaration, argument, news);
    if (isEquivalent(field, before, after) && !isUncertain) continue;
    // The change of the alternative argument covers it.
    if (news[argument] == null && isGivenByAlternative(declaration.fields, field, olds) && !isUncertain)
      continue;
    // A removed argument without a default keeps its value at the server.
    if (after === undefined && field.change !== "none") continue;
    const change = isUncertain ? "update" : changeOf(field, before, after);
    if (change === "update") update[argument] = after;
    else others[change].push(argument);
  }
  return { update, ...others };
}

/** Whether the argument's effective value follows from itself alone: equal ones need no further comparison. */
const dependsOnNoOther = ({ implied, alternative }: Field<unknown, unknown>): boolean =>
  implied === undefined && alternative === undefined;

function changeOf({ change, reference }: Field<unknown, unknown>, before: unknown, after: unknown): Change {
  if (containsUnknown(reference?.(after, before))) return "replace";
  if (change === "none") return "none";
  // Other unknown values are compared once they are known.
  if (containsUnknown(after)) return "update";
  return typeof change === "string" ? change : change(before, after);
}
