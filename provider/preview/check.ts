import { unknownValue } from "@pulumi/pulumi/runtime/rpc";
import type { z } from "zod";
import { isOptional } from "../operations/attributes";
import { autoName } from "../operations/autoName";
import { changes } from "../operations/changes";
import type { AnyDeclaration, Problem } from "../operations/declaration";
import { effectiveValue } from "../operations/fieldValues";
import {
  COLLISIONS,
  containsUnknown,
  DEFAULTS,
  defaultsOf,
  ESTIMATE,
  PROVIDER,
  type Properties,
  RUN,
  URN,
  withoutMissing,
  withoutUnknown,
} from "../operations/properties";
import { normalizeInputs } from "./normalizeInputs";

/** Checked arguments, in the form that is submitted and kept in the state, and their problems. */
export interface Checked {
  readonly inputs: Properties;
  readonly problems: readonly Problem[];
  /** The old arguments; empty if a new resource is to be created. */
  readonly before: Properties;
}

/** Validates the inputs without reading the account. Unknown values (in a preview) pass. */
export function check(declaration: AnyDeclaration, olds: Properties, news: Properties): Checked {
  const problems: Problem[] = [];
  const inputs: Record<string, unknown> = { [URN]: news[URN] };
  for (const [argument, given] of Object.entries(withName(declaration, olds, news))) {
    const field = declaration.fields[argument];
    if (field === undefined) {
      if (!argument.startsWith("__")) problems.push(unknownArgumentProblem(declaration, argument));
      else inputs[argument] = given;
      continue;
    }
    const value = withoutMissing(given);
    if (value === undefined) continue;
    const result = field.schema.safeParse(value);
    inputs[argument] = result.success ? result.data : value;
    if (!result.success) problems.push(...problemsOf(argument, value, result.error));
  }
  problems.push(...missingProblems(declaration, olds, inputs));
  // Rules between arguments assume that each argument is valid by itself.
  if (problems.length > 0) return { inputs, problems, before: {} };
  const { replace } = changes(declaration, olds, inputs);
  const before = replace.length > 0 ? {} : olds;
  const isUnknown = (argument: string) => containsUnknown(inputs[argument]);
  problems.push(...(declaration.rules?.(withoutUnknown(inputs), isUnknown, { ...before }) ?? []));
  return {
    inputs:
      problems.length > 0
        ? inputs
        : normalizeInputs(declaration, argumentsToKeep(declaration, olds, replace), inputs),
    problems,
    before,
  };
}

/**
 * The old arguments, unless a change is certain to replace the resource. A value that the API chose may be declared later
 * without a replacement: `diff` decides, and the engine then checks a replacement again without the old arguments.
 */
function argumentsToKeep(
  declaration: AnyDeclaration,
  olds: Properties,
  replace: readonly string[],
): Properties {
  const isReplaced = replace.some((argument) => effectiveValue(declaration, argument, olds) !== undefined);
  return isReplaced ? {} : olds;
}

/** The arguments with a name: the declared one, the earlier auto-name, or a new auto-name. */
function withName(
  declaration: AnyDeclaration,
  olds: Properties,
  { [PROVIDER]: _, [ESTIMATE]: _estimate, [COLLISIONS]: _collisions, [RUN]: _run, ...news }: Properties,
): Properties {
  if (!("name" in declaration.fields) || (news.name !== undefined && news.name !== null)) return news;
  const urn = String(news[URN] ?? "");
  const kept = defaultsOf(olds).includes("name") && typeof olds.name === "string" ? olds.name : undefined;
  return { ...news, name: kept ?? autoName(urn, declaration.name.maxLength), [DEFAULTS]: ["name"] };
}

function missingProblems(
  declaration: AnyDeclaration,
  olds: Properties,
  inputs: Properties,
): readonly Problem[] {
  // With `ignoreChanges`, the engine omits from the arguments what a refresh removed from the state.
  const isIgnored = (argument: string) =>
    olds[URN] !== undefined && olds[argument] === undefined && !declaration.fields[argument]?.observed;
  const isRequired = (argument: string) => {
    const field = declaration.fields[argument];
    return field !== undefined && !isOptional(field);
  };
  return Object.keys(declaration.fields)
    .filter((argument) => !(argument in inputs) && isRequired(argument) && !isIgnored(argument))
    .map((argument) => ({ property: argument, reason: "is missing: the API requires it." }));
}

function unknownArgumentProblem(declaration: AnyDeclaration, argument: string): Problem {
  const [given, all] = [argument.toLowerCase(), Object.keys(declaration.fields)];
  const closest =
    all.find((name) => name.toLowerCase() === given) ??
    all.find((name) => name.toLowerCase().includes(given));
  const hint = closest === undefined ? `Arguments: ${all.join(", ")}.` : `Did you mean ${closest}?`;
  return { property: argument, reason: `is not an argument of this resource. ${hint}` };
}

function problemsOf(argument: string, value: unknown, error: z.ZodError): readonly Problem[] {
  return error.issues
    .filter(({ path }) => at(value, path) !== unknownValue)
    .map(({ path, message }) => ({ property: propertyPath([argument, ...path]), reason: message }));
}

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value);

/** Formats a property path, e.g. `databases[0].name`. */
function propertyPath(path: readonly PropertyKey[]): string {
  return path
    .map((key, depth) => (typeof key === "number" ? `[${key}]` : `${depth === 0 ? "" : "."}${String(key)}`))
    .join("");
}
