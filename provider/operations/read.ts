import type { ReadResult } from "@pulumi/pulumi/dynamic";
import { describeTarget, pulumiIdOf, type Target } from "../lifecycle/kind";

import { isResting } from "../lifecycle/states";
import type { Call } from "./call";
import type { AnyDeclaration } from "./declaration";
import { secretDrift, unreadableFields } from "./drift";
import { readablePart } from "./fieldValues";
import { argumentsIn, inputsAsHeld, stateOf } from "./observe";
import {
  ATTRIBUTES,
  attributesIn,
  INTENT,
  LOOK_UP,
  type Properties,
  SURROUNDINGS,
  TASK,
  UNFINISHED,
  UNSETTLED,
  writtenAttributes,
} from "./properties";

/** Refreshes a resource of the stack: changes by other clients become part of the state. */
export async function refreshResource(
  { session, declaration, announce }: Call,
  target: Target,
  state: Properties,
) {
  session.noteKnown(target);
  const taskId = await session.latestChange(target);
  const { isUpdated } = await session.changedSince(target, state[TASK] as string | undefined);
  const answer = await declaration.observe(target, state, session, "refresh");
  if (answer === undefined) return { id: "", props: {} } satisfies ReadResult;
  const hidden = [
    ...(isUpdated ? unreadableFields(declaration, state) : []),
    ...secretDrift(declaration, state, answer),
  ];
  const inputs = withoutHidden(declaration, inputsAsHeld(declaration, state, answer), hidden);
  if (hidden.length > 0) announce(hiddenChangeWarning(hidden), "info");
  const seen = stateOf(declaration, target, inputs, answer);
  const props = {
    ...seen,
    ...keptMarks(state),
    // Its suspended creation has resumed: the next update completes it.
    ...(isWoken(declaration, state, seen) && !(await declaration.isCompleted?.(target, { ...state }, session))
      ? { [UNFINISHED]: true }
      : {}),
    ...markUnsettled(hidden, state),
    ...(taskId === undefined ? {} : { [TASK]: taskId }),
  };
  return { id: pulumiIdOf(target), props, inputs } satisfies ReadResult;
}

/**
 * Reads all about a resource that the program does not manage.
 *
 * @throws Error when it does not exist.
 */
export async function lookUpResource({ session, declaration }: Call, target: Target, given: Properties) {
  const answer = await declaration.observe(target, {}, session, "all");
  if (answer === undefined)
    throw new Error(`get ${describeTarget(target)}: it does not exist in this account.`);
  const { [LOOK_UP]: _, ...asked } = given;
  const state = stateOf(declaration, target, {}, answer);
  const attributes = writtenAttributes({ ...attributesIn(state[ATTRIBUTES]), ...target.place });
  const props = {
    ...asked,
    name: argumentsIn(declaration, answer).name,
    ...secretsIn(declaration, answer),
    ...state,
    [ATTRIBUTES]: attributes,
  };
  return { id: pulumiIdOf(target), props } satisfies ReadResult;
}

/** Observed secret arguments, as separate properties, which the engine encrypts. */
function secretsIn(declaration: AnyDeclaration, answer: unknown): Properties {
  const secrets = Object.entries(argumentsIn(declaration, answer)).filter(
    ([name]) => declaration.fields[name]?.secret,
  );
  return Object.fromEntries(secrets);
}

/** Marks that a refresh keeps: it does not finish creations, nor learn outcomes of interrupted updates. */
function keptMarks(state: Properties): Properties {
  const kept = [UNFINISHED, UNSETTLED, INTENT, TASK, SURROUNDINGS].filter(
    (name) => state[name] !== undefined,
  );
  return Object.fromEntries(kept.map((name) => [name, state[name]]));
}

const isWoken = ({ kind }: AnyDeclaration, before: Properties, now: Properties): boolean =>
  isResting(kind, before.status) && !isResting(kind, now.status);

/** Drops unreadable values that another client may have set, so that the engine shows a change. */
function withoutHidden({ fields }: AnyDeclaration, inputs: Properties, hidden: readonly string[]) {
  const left = Object.entries(inputs).map(([name, value]) => {
    const field = fields[name];
    return [name, field && hidden.includes(name) ? readablePart(field, value) : value] as const;
  });
  return Object.fromEntries(left.filter(([, value]) => value !== undefined));
}

const hiddenChangeWarning = (hidden: readonly string[]): string =>
  "it was changed outside of Pulumi, possibly including values that the API does not report: " +
  `${hidden.join(", ")}. The next update sets them as declared`;

/** Marks arguments that the next update sets again. */
function markUnsettled(names: readonly string[], state: Properties): Properties {
  const before = Array.isArray(state[UNSETTLED]) ? state[UNSETTLED] : [];
  const all = [...new Set([...before, ...names])];
  return all.length === 0 ? {} : { [UNSETTLED]: all };
}
