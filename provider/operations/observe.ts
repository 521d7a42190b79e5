import { describeTarget, type Target } from "../lifecycle/kind";
import { findKnown } from "../lifecycle/polling";
import { attributesOf } from "./attributes";

import type { AnyDeclaration, Scope } from "./declaration";
import { effectiveValue, matchesObserved, observedValue } from "./fieldValues";
import {
  ATTRIBUTES,
  DEFAULTS,
  defaultsOf,
  type Properties,
  URN,
  withoutMissing,
  writtenAttributes,
} from "./properties";
import type { ResourceSession } from "./session";

/** Reads a resource that is known to exist. */
export async function observeResource(
  declaration: AnyDeclaration,
  target: Target,
  inputs: Properties,
  session: ResourceSession,
  scope: Scope = "declared",
): Promise<unknown> {
  const answer = await findKnown(() => declaration.observe(target, inputs, session, scope));
  if (answer === undefined)
    throw new Error(`${describeTarget(target)} no longer exists. Run \`pulumi refresh\`.`);
  return answer;
}

/**
 * The state of a resource: its arguments, and the outputs and attributes in the answer. An output that the API lacks is
 * null, and so known in previews.
 */
export function stateOf(
  declaration: AnyDeclaration,
  target: Target,
  inputs: Properties,
  answer: unknown,
): Record<string, unknown> {
  const reported = Object.entries(declaration.outputs(answer, target)).filter(
    ([, value]) => value !== undefined,
  );
  const outputs = Object.fromEntries(reported.map(([name, value]) => [name, withoutMissing(value) ?? null]));
  const filledIn = Object.keys(outputs).filter((name) => name in declaration.fields && !(name in inputs));
  const defaults = [...defaultsOf(inputs), ...filledIn];
  return {
    ...inputs,
    ...outputs,
    [ATTRIBUTES]: writtenAttributes(attributesOf(declaration, inputs, answer)),
    ...(defaults.length > 0 ? { [DEFAULTS]: defaults } : {}),
  };
}

/**
 * The observed arguments, in the program's spelling if that means the same. An undeclared argument is included only if
 * its observed value is not the default: then somebody else set it.
 */
export function inputsAsHeld(
  declaration: AnyDeclaration,
  state: Properties,
  answer: unknown,
): Record<string, unknown> {
  const filledIn = defaultsOf(state).filter((name) => name !== "name");
  const inputs: Record<string, unknown> = { [URN]: state[URN] };
  if (defaultsOf(state).includes("name")) inputs[DEFAULTS] = ["name"];
  for (const [argument, field] of Object.entries(declaration.fields)) {
    const declared = filledIn.includes(argument) ? undefined : state[argument];
    // The engine would store an undeclared secret in plaintext.
    if (declared === undefined && (filledIn.includes(argument) || field.secret)) continue;
    // The argument that supersedes it has the value.
    if (declared === undefined && field.deprecated && field.alternative !== undefined) continue;
    const wanted = declared ?? effectiveValue(declaration, argument, state);
    if (wanted === undefined) continue;
    const held = observedValue(field, answer, wanted);
    if (held !== undefined && !matchesObserved(field, wanted, held)) inputs[argument] = held;
    else if (declared !== undefined) inputs[argument] = declared;
  }
  return inputs;
}

/** The observed values of the arguments that the API returns. */
export function argumentsIn(declaration: AnyDeclaration, answer: unknown): Record<string, unknown> {
  const held = Object.entries(declaration.fields).map(
    ([argument, field]) => [argument, observedValue(field, answer, field.default)] as const,
  );
  return Object.fromEntries(held.filter(([, value]) => value !== undefined));
}

/** The observed values that are not the API's defaults. */
export function argumentsBeyondDefaults(
  declaration: AnyDeclaration,
  answer: unknown,
): Record<string, unknown> {
  const beyond = Object.entries(argumentsIn(declaration, answer)).filter(([argument, held]) => {
    const field = declaration.fields[argument];
    return field?.default === undefined || !matchesObserved(field, field.default, held);
  });
  return Object.fromEntries(beyond);
}
