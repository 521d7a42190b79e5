import { named, type Target } from "../lifecycle/kind";
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

/** What the server holds of a resource that is known to be there. */
export async function observeResource(
  declaration: AnyDeclaration,
  target: Target,
  inputs: Properties,
  session: ResourceSession,
  scope: Scope = "declared",
): Promise<unknown> {
  const answer = await session.findKnown(() => declaration.observe(target, inputs, session, scope));
  if (answer === undefined)
    throw new Error(`${named(target)} is not there any more. Run \`pulumi refresh\`.`);
  return answer;
}

/**
 * What is kept in the state: the arguments, the outputs by the server's answer, and what it reports beyond. An output
 * that the API has not is null, and so known in previews.
 */
export function stateOf(
  declaration: AnyDeclaration,
  target: Target,
  inputs: Properties,
  answer: unknown,
): Record<string, unknown> {
  const told = Object.entries(declaration.outputs(answer, target)).filter(([, value]) => value !== undefined);
  const outputs = Object.fromEntries(told.map(([name, value]) => [name, withoutMissing(value) ?? null]));
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
 * The arguments as the server holds them: in the program's own spelling where it means the same. What the program
 * does not declare is the API's default; where the server holds something else, somebody else set it.
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
    // The engine would keep in the clear what it does not know to be a secret.
    if (declared === undefined && (filledIn.includes(argument) || field.secret)) continue;
    // The argument that says it nowadays tells of it.
    if (declared === undefined && field.deprecated && field.alternative !== undefined) continue;
    const wanted = declared ?? effectiveValue(declaration, argument, state);
    if (wanted === undefined) continue;
    const held = observedValue(field, answer, wanted);
    if (held !== undefined && !matchesObserved(field, wanted, held)) inputs[argument] = held;
    else if (declared !== undefined) inputs[argument] = declared;
  }
  return inputs;
}

/** The arguments that the API tells of, as the server holds them. */
export function argumentsIn(declaration: AnyDeclaration, answer: unknown): Record<string, unknown> {
  const held = Object.entries(declaration.fields).map(
    ([argument, field]) => [argument, observedValue(field, answer, field.default)] as const,
  );
  return Object.fromEntries(held.filter(([, value]) => value !== undefined));
}

/** Those of them that are not the API's defaults. */
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
