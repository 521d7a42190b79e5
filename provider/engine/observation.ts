import type { Cloud } from "../lifecycle/cloud";
import { named, type Target } from "../lifecycle/operation";
import type { AnyDeclaration } from "../resources/declaration";
import { agrees, DEFAULTS, defaultsOf, type Properties, URN, withoutMissing } from "./values";

/** What the server holds of a resource that is known to be there. */
export async function observed(
  declaration: AnyDeclaration,
  target: Target,
  inputs: Properties,
  cloud: Cloud,
): Promise<unknown> {
  const answer = await cloud.known(() => declaration.observe(target, inputs, cloud));
  if (answer === undefined)
    throw new Error(`${named(target)} is not there any more. Run \`pulumi refresh\`.`);
  return answer;
}

/** What is kept in the state: the arguments, and the outputs by the server's answer. */
export function stateOf(
  declaration: AnyDeclaration,
  target: Target,
  inputs: Properties,
  answer: unknown,
): Record<string, unknown> {
  const outputs = withoutMissing(declaration.outputs(answer, target)) as Properties;
  const filledIn = Object.keys(outputs).filter((name) => name in declaration.fields && !(name in inputs));
  const defaults = [...defaultsOf(inputs), ...filledIn];
  return { ...inputs, ...outputs, ...(defaults.length > 0 ? { [DEFAULTS]: defaults } : {}) };
}

/** The declared arguments as the server holds them: in the program's own spelling where it means the same. */
export function inputsAsHeld(
  declaration: AnyDeclaration,
  state: Properties,
  answer: unknown,
): Record<string, unknown> {
  const filledIn = defaultsOf(state).filter((name) => name !== "name");
  const inputs: Record<string, unknown> = { [URN]: state[URN] };
  if (defaultsOf(state).includes("name")) inputs[DEFAULTS] = ["name"];
  for (const [argument, field] of Object.entries(declaration.fields)) {
    const declared = state[argument];
    if (declared === undefined || filledIn.includes(argument)) continue;
    const held = withoutMissing(field.observed?.(answer, declared));
    inputs[argument] = held === undefined || agrees(declared, held) ? declared : held;
  }
  return inputs;
}
