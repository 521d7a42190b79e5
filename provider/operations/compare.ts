import { RedisCloudApiError } from "../api/error";
import { describeTarget, pulumiIdOf, type Target } from "../lifecycle/kind";
import { isReady } from "../lifecycle/states";
import type { Call } from "./call";
import { changes } from "./changes";
import { stillUncertainFields, updatableFields } from "./drift";
import { isEquivalent } from "./fieldValues";
import { inputsAsHeld, observeResource } from "./observe";
import { Unfinished } from "./partialFailure";
import { containsUnknown, type Properties, UNFINISHED, UNSETTLED } from "./properties";
import { type BelievedState, keepPartialState, unfinishedState } from "./update";

/** What a resource that exists needs, to become the declared one. */
export interface Comparison {
  /** Arguments that force a replacement. */
  readonly replace: readonly string[];
  /** The state from which to update the others. */
  readonly believed: BelievedState;
}

/** State of a resource that is taken over and not compared yet: arguments that an update sets are uncertain. */
export const uncertainState = (call: Call, inputs: Properties, given: readonly string[]): Properties => ({
  ...unfinishedState(call, inputs),
  [UNSETTLED]: updatableFields(call.declaration, given),
});

/** Whether the state is that of a takeover that ended before the comparison: it holds arguments of the program. */
const isUncompared = (state: Properties): boolean =>
  state[UNFINISHED] !== undefined && Array.isArray(state[UNSETTLED]);

/**
 * Waits until the resource is active, and compares it with the declared arguments.
 *
 * @param given names of the arguments that are declared, or were at its creation.
 */
export function compareWithDeclared(
  call: Call,
  target: Target,
  inputs: Properties,
  given: readonly string[],
): Promise<Comparison> {
  const { declaration, session } = call;
  return keepPartialState(target, uncertainState(call, inputs, given), async () => {
    await session.ready(target);
    const answer = await observeResource(declaration, target, inputs, session, "all");
    const held = { ...inputs, ...inputsAsHeld(declaration, inputs, answer) };
    const uncertain = stillUncertainFields(declaration, updatableFields(declaration, given), inputs, answer);
    await prepareChanges(call, held, inputs);
    return { replace: changes(declaration, held, inputs).replace, believed: { held, uncertain } };
  });
}

/**
 * The state to compare with the program in a diff, once what the comparison needs is read. After a takeover that was
 * not compared, it is what the resource has, unless that is still pending or cannot be read.
 */
export async function stateToCompare(
  call: Call,
  target: Target,
  state: Properties,
  news: Properties,
): Promise<Properties> {
  try {
    const isObservable =
      isUncompared(state) && isReady(call.declaration.kind, await call.session.status(target));
    const held = isObservable ? await observedState(call, target, state) : state;
    await prepareChanges(call, held, news);
    return held;
  } catch (error) {
    // A preview succeeds without the API; the update compares again.
    if (error instanceof RedisCloudApiError) return state;
    throw error;
  }
}

/**
 * Refuses to update a resource that was taken over, not compared, and must be replaced. The state gets what it has.
 *
 * @throws Unfinished
 */
export async function refuseReplacement(
  call: Call,
  target: Target,
  state: Properties,
  inputs: Properties,
): Promise<void> {
  if (!isUncompared(state)) return;
  const held = await observedState(call, target, state);
  await prepareChanges(call, held, inputs);
  const { replace } = changes(call.declaration, held, inputs);
  if (replace.length === 0) return;
  const reason = new Error(
    `${describeTarget(target)} differs from the program in ${replace.join(", ")}, which cannot be changed: an earlier ` +
      "run created it so. Nothing was changed: the next `pulumi up` replaces it.",
  );
  throw new Unfinished(reason, pulumiIdOf(target), held);
}

async function observedState(call: Call, target: Target, state: Properties): Promise<Properties> {
  const { declaration, session } = call;
  const answer = await observeResource(declaration, target, state, session, "all");
  const held = Object.entries(inputsAsHeld(declaration, state, answer));
  return { ...state, ...Object.fromEntries(held.filter(([name]) => name in declaration.fields)) };
}

/** Reads what tells whether changed arguments force a replacement. */
async function prepareChanges(
  { declaration, session }: Call,
  olds: Properties,
  news: Properties,
): Promise<void> {
  for (const name in declaration.fields) {
    const field = declaration.fields[name];
    if (typeof field?.change !== "function" || field.change.prepare === undefined) continue;
    const [before, after] = [olds[name], news[name]];
    if (before == null || after == null || containsUnknown(after) || isEquivalent(field, before, after))
      continue;
    await field.change.prepare(before, after, session);
  }
}
