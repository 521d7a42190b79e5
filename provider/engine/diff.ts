import type { DiffResult } from "@pulumi/pulumi/dynamic";
import { STATES } from "../lifecycle/states";
import type { AnyDeclaration, Change, Field } from "../resources/declaration";
import { containsUnknown, defaultsOf, type Properties, same, UNFINISHED, UNSETTLED } from "./values";

/** What changed between two sets of arguments, by what the change asks for. */
export interface Changes {
  /** New values of arguments that update; an argument that was removed has the API's default. */
  readonly update: Readonly<Record<string, unknown>>;
  /** Arguments that need a new resource. */
  readonly replace: readonly string[];
  /** Arguments that only the state keeps. */
  readonly none: readonly string[];
}

/** Compares arguments as the API understands them. */
export function changes(declaration: AnyDeclaration, olds: Properties, news: Properties): Changes {
  const update: Record<string, unknown> = {};
  const others: Record<"replace" | "none", string[]> = { replace: [], none: [] };
  const filledIn = defaultsOf(olds);
  for (const [argument, field] of Object.entries(declaration.fields)) {
    const [before, after] = [olds[argument], news[argument] ?? undefined];
    if (same(before, after)) continue;
    if (after === undefined && filledIn.includes(argument)) continue;
    const change = changeOf(field, before, after);
    if (change !== "update") others[change].push(argument);
    else if (after !== undefined) update[argument] = after;
    else if (field.removed !== undefined) update[argument] = field.removed;
  }
  return { update, ...others };
}

function changeOf({ change, reference }: Field<unknown, unknown>, before: unknown, after: unknown): Change {
  if (containsUnknown(reference?.(after))) return "replace";
  if (change === "none") return "none";
  // What else is not known yet is compared when it is.
  if (containsUnknown(after)) return "update";
  return typeof change === "string" ? change : change(before, after);
}

/**
 * What the engine is told. Names of databases and cloud accounts are unique, and a subscription costs what it is
 * as long as it is there: a replacement deletes first.
 */
export function diff(declaration: AnyDeclaration, olds: Properties, news: Properties): DiffResult {
  const { update, replace, none } = changes(declaration, olds, news);
  const isFailed = STATES[declaration.kind].failed.has(String(olds.status));
  const isUnsettled = olds[UNFINISHED] !== undefined || olds[UNSETTLED] !== undefined;
  const replaces = isFailed ? [...replace, "status"] : [...replace];
  return {
    changes: isUnsettled || replaces.length + none.length + Object.keys(update).length > 0,
    replaces,
    deleteBeforeReplace: true,
  };
}
