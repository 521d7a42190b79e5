import type { AnyDeclaration, Change, Field } from "./declaration";
import { effectiveValue, isEquivalent, isGivenByAlternative } from "./fieldValues";
import { containsUnknown, defaultsOf, type Properties } from "./properties";

/** What changed between two sets of arguments, by what the change asks for. */
export interface Changes {
  /** New values of arguments that update; an argument that was removed has the API's default. */
  readonly update: Readonly<Record<string, unknown>>;
  /** Arguments that need a new resource. */
  readonly replace: readonly string[];
  /** Arguments that only the state keeps. */
  readonly none: readonly string[];
}

/** What the state says of a resource and may not be true. */
export interface Drift {
  /** It is not there any more, or on its way out, and the engine does not know. */
  readonly isGone: boolean;
  /** Arguments that somebody else, or an interrupted update, set to nobody knows what. */
  readonly uncertain: readonly string[];
  /** The provisioning state that it ended in since. */
  readonly status?: string;
  /** Why its outputs no longer hold, by what this run does to another resource: an update reads them again. */
  readonly moved?: string;
}

export const NO_DRIFT: Drift = { isGone: false, uncertain: [] };

/**
 * Compares arguments as the API understands them.
 *
 * @param uncertain arguments that update and count as changed, since nobody knows what they are.
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
  for (const [argument, field] of Object.entries(declaration.fields)) {
    const isUncertain = uncertain.includes(argument);
    if (news[argument] == null && filledIn.includes(argument) && !isUncertain) continue;
    const [before, after] = [olds, news].map((inputs) => effectiveValue(declaration, argument, inputs));
    if (isEquivalent(field, before, after) && !isUncertain) continue;
    // What another argument said goes with that.
    if (news[argument] == null && isGivenByAlternative(declaration.fields, field, olds) && !isUncertain)
      continue;
    // What has no default, and is no longer declared, stays with the server.
    if (after === undefined && field.change !== "none") continue;
    const change = isUncertain ? "update" : changeOf(field, before, after);
    if (change === "update") update[argument] = after;
    else others[change].push(argument);
  }
  return { update, ...others };
}

function changeOf({ change, reference }: Field<unknown, unknown>, before: unknown, after: unknown): Change {
  if (containsUnknown(reference?.(after, before))) return "replace";
  if (change === "none") return "none";
  // What else is not known yet is compared when it is.
  if (containsUnknown(after)) return "update";
  return typeof change === "string" ? change : change(before, after);
}
