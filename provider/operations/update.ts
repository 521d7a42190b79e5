import { isWithoutEffect, LifecycleError } from "../lifecycle/error";
import { describeTarget, pulumiIdOf, type Target } from "../lifecycle/kind";
import { isResting } from "../lifecycle/states";
import type { Call } from "./call";
import { changes } from "./changes";
import type { Step } from "./declaration";
import { observeResource, stateOf } from "./observe";
import { Unfinished } from "./partialFailure";
import { INTENT, type Properties, TASK, UNFINISHED, UNSETTLED } from "./properties";
import { surroundingsMark } from "./surroundings";
import { freeName, type NameAvailability, setDeferredNames } from "./uniqueness/freeName";
import { registryOf } from "./uniqueness/registry";

/** Assumed state of a resource before an update. */
export interface BelievedState {
  readonly held: Properties;
  /** Arguments that are set again even if they seem unchanged. */
  readonly uncertain: readonly string[];
}

/** What an update leaves to a later one. */
export interface Postponed {
  /** What the state holds until then, in place of the inputs. */
  readonly held: Properties;
  /** Whether another resource has the new name: it is set when that one gives it up. */
  readonly awaitsName: boolean;
}

/** Applies an update step by step. If a step fails, the state holds the steps that are done, and what is uncertain. */
export async function applyUpdate(
  call: Call,
  target: Target,
  { held: believed, uncertain: uncertainBefore }: BelievedState,
  inputs: Properties,
): Promise<Postponed> {
  const { update } = changes(call.declaration, believed, inputs, uncertainBefore);
  const state = { ...believed, ...(uncertainBefore.length > 0 ? { [UNSETTLED]: uncertainBefore } : {}) };
  const name = await keepPartialState(target, state, () => claimName(call, target, update.name));
  let waiting: readonly string[];
  try {
    const changed = name === "later" ? without(update, "name") : update;
    waiting = await submitSteps(
      call,
      target,
      { held: believed, uncertain: uncertainBefore },
      inputs,
      changed,
    );
  } finally {
    registryOf(call.account).renaming.delete(describeTarget(target));
  }
  if (update.name !== undefined) await setDeferredNames(call);
  const kept = name === "later" ? [...waiting, "name"] : waiting;
  const uncertain = uncertainBefore.filter((field) => waiting.includes(field));
  const held = {
    ...Object.fromEntries(kept.map((field) => [field, believed[field]])),
    ...(uncertain.length > 0 ? { [UNSETTLED]: uncertain } : {}),
  };
  return { held, awaitsName: name === "later" };
}

/** Makes a unique name available to the resource. */
async function claimName(call: Call, target: Target, name: unknown): Promise<NameAvailability> {
  const isUnique = call.declaration.unique?.arguments.includes("name");
  return isUnique && typeof name === "string" ? freeName(call, target, name) : "free";
}

const without = (properties: Properties, name: string): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([each]) => each !== name));

/** @returns the fields that cannot be set before the subscription has its encryption key. */
async function submitSteps(
  call: Call,
  target: Target,
  { held: believed, uncertain: uncertainBefore }: BelievedState,
  inputs: Properties,
  update: Properties,
): Promise<readonly string[]> {
  const { session } = call;
  const state = { ...believed, ...(uncertainBefore.length > 0 ? { [UNSETTLED]: uncertainBefore } : {}) };
  const asked = await keepPartialState(target, state, () => requestedSteps(call, target, update, inputs));
  const steps = await keepPartialState(target, state, () =>
    pendingSteps(call, target, requiredSteps(asked, believed), inputs, believed),
  );
  if (steps.length === 0) return [];
  const set = (step: Step<unknown>) => step.fields.map((field) => [field, inputs[field]]);
  const done = asked.filter((step) => !steps.includes(step));
  let held: Properties = { ...believed, ...Object.fromEntries(done.flatMap(set)) };
  let uncertain = uncertainBefore.filter((field) => !done.some(({ fields }) => fields.includes(field)));
  const fields = steps.flatMap((step) => step.fields);
  const notes = (await call.journal()).updating(target.id ?? 0, fields);
  for (const [index, step] of steps.entries()) {
    const { request, fields, complete, progress } = step;
    try {
      await session.update(target, request, notes, {
        complete: complete && (() => complete(session)),
        progress: progress && (() => progress(session)),
      });
    } catch (error) {
      if (await awaitsKey(call, target, error)) {
        const waiting = steps.slice(index).flatMap((step) => step.fields);
        // Not an error: what hands over the key may be in the same program, and depend on the subscription.
        call.announce(
          `${(error as Error).message} The \`pulumi up\` after that sets ${waiting.join(", ")}`,
          "warning",
        );
        return waiting;
      }
      const unsettled = [...new Set([...(isWithoutEffect(error) ? [] : fields), ...uncertain])];
      const marked = {
        ...held,
        ...(unsettled.length > 0 ? { [UNSETTLED]: unsettled } : {}),
        ...statusOf(error),
      };
      throw new Unfinished(error, pulumiIdOf(target), {
        ...marked,
        ...(await recoveryMarks(call, target, held)),
      });
    }
    held = { ...held, ...Object.fromEntries(set(step)) };
    uncertain = uncertain.filter((field) => !fields.includes(field));
  }
  return [];
}

/** Whether the resource is a subscription that the API refuses to change until it has its encryption key. */
const awaitsKey = async ({ session }: Call, target: Target, error: unknown): Promise<boolean> =>
  error instanceof LifecycleError &&
  error.kind === "awaiting-key" &&
  isResting(target.kind, await session.statusSeen(target));

/** The steps of an update, whether or not they are done already. */
async function requestedSteps(
  { declaration, session }: Call,
  target: Target,
  changed: Properties,
  inputs: Properties,
): Promise<readonly Step<unknown>[]> {
  if (declaration.stepsFrom === undefined || Object.keys(changed).length === 0)
    return declaration.steps(target, { ...changed }, { ...inputs });
  const answer = await observeResource(declaration, target, inputs, session);
  return declaration.stepsFrom(answer, target, { ...changed }, { ...inputs });
}

/** Omits trace steps after a creation: that leaves a task anyway. */
const requiredSteps = (steps: readonly Step<unknown>[], believed: Properties) =>
  believed[UNFINISHED] === true ? steps.filter(({ isTrace }) => !isTrace) : steps;

/** Omits the steps that the API would refuse because nothing changes. */
async function pendingSteps(
  { declaration, session }: Call,
  target: Target,
  steps: readonly Step<unknown>[],
  inputs: Properties,
  believed: Properties,
): Promise<readonly Step<unknown>[]> {
  if (steps.every(({ isDone }) => isDone === undefined)) return steps;
  const answer = await observeResource(declaration, target, inputs, session);
  return steps.filter(({ isDone }) => !isDone?.(answer, believed));
}

/** Reads back the state of a created or updated resource. */
export function readBackState(
  call: Call,
  target: Target,
  inputs: Properties,
  before: Properties,
): Promise<Record<string, unknown>> {
  return keepPartialState(target, inputs, async () => {
    const answer = await observeResource(call.declaration, target, inputs, call.session);
    const state = stateOf(call.declaration, target, inputs, answer);
    call.session.report(String(state.status));
    const mark = surroundingsMark(call.declaration, target, state);
    return { ...state, ...mark, ...(await recoveryMarks(call, target, before)) };
  });
}

/** Does the work; if it fails, keeps the resource in the state with these properties. */
export async function keepPartialState<T>(
  target: Target,
  held: Properties,
  work: () => Promise<T> | T,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Unfinished) throw error;
    throw new Unfinished(error, pulumiIdOf(target), { ...held, ...statusOf(error) });
  }
}

/** The provisioning state in which a wait ended: a failed one lets the next diff ask for a replacement. */
function statusOf(error: unknown): Properties {
  const status = error instanceof LifecycleError ? error.status : undefined;
  return status === undefined ? {} : { status };
}

/** State of a resource whose creation has not finished: fields that only an update sets have their defaults. */
export function unfinishedState({ declaration }: Call, inputs: Properties, status?: string): Properties {
  const held = Object.entries(inputs).map(([name, value]) => {
    const field = declaration.fields[name];
    return [name, field?.afterCreate ? field.default : value] as const;
  });
  return { ...Object.fromEntries(held), [UNFINISHED]: true, ...(status === undefined ? {} : { status }) };
}

/** Marks that show a later run which update the state includes: the journal's token, and the latest task. */
async function recoveryMarks(call: Call, target: Target, before: Properties): Promise<Properties> {
  const journal = await call.journal();
  const [update, creation] = [journal.update(target.id), journal.creation()];
  const isUpdated = typeof update === "object";
  const isCreated = typeof creation === "object" && creation.id === target.id;
  const taskId =
    (isUpdated ? update.taskId : undefined) ?? before[TASK] ?? (isCreated ? creation.taskId : undefined);
  const token = isUpdated ? update.token : before[INTENT];
  return {
    ...(taskId === undefined ? {} : { [TASK]: taskId }),
    ...(token === undefined ? {} : { [INTENT]: token }),
  };
}
