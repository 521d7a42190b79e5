import { RedisCloudApiError } from "../api/error";
import { LifecycleError } from "../lifecycle/error";
import { isSubscription, parentOf, type Target } from "../lifecycle/kind";
import { isLeaving, isResting } from "../lifecycle/states";
import type { Intent } from "../recovery/journal/intent";
import type { Call } from "./call";
import { changes, type Drift, NO_DRIFT } from "./changes";
import type { AnyDeclaration } from "./declaration";
import {
  effectiveValue,
  isGivenByAlternative,
  isReadable,
  matchesObserved,
  observedValue,
} from "./fieldValues";
import { inputsAsHeld } from "./observe";
import { defaultsOf, INTENT, type Properties, TASK, UNSETTLED } from "./properties";

/** {@link Drift}, and what an update needs to resolve it. */
export interface DetectedDrift extends Drift {
  /** Updates by other processes that are not processed yet. */
  readonly underWay: readonly string[];
  /** An earlier run's update whose outcome is not in the state. */
  readonly interrupted?: Intent | "unreadable";
  /** Task of the resource's latest change, if the resource was updated after the change in the state. */
  readonly taskId?: string;
}

/** Like {@link detectDrift}; none if the API fails, so that a preview succeeds. The update detects it again. */
export async function detectDriftIfReachable(call: Call, target: Target, state: Properties): Promise<Drift> {
  try {
    return await detectDrift(call, target, state);
  } catch (error) {
    if (error instanceof RedisCloudApiError) return NO_DRIFT;
    throw error;
  }
}

/**
 * Compares the state with the journal and the account's tasks, to detect interrupted updates and changes by other
 * clients. The engine knows a resource that it passes by ID, so the intent to create it is settled.
 */
export async function detectDrift(call: Call, target: Target, state: Properties): Promise<DetectedDrift> {
  call.session.noteKnown(target);
  const journal = await call.journal();
  journal.settleCreation(target.id);

  const open = journal.update(target.id);
  const isSettled = typeof open === "object" && open.token === state[INTENT];
  if (isSettled) journal.closeUpdate(target.id ?? 0);
  const interrupted = isSettled ? undefined : open;

  const known = state[TASK] as string | undefined;
  const deletion = journal.deletion(target.id);
  if (deletion !== undefined) {
    await awaitOutcome(call, target, "delete", deletion, known);
    if (await isDeletedOrLeaving(call, target)) return { isGone: true, uncertain: [], underWay: [] };
    journal.closeDeletion(target.id ?? 0);
  }

  const changed = await call.session.changedSince(target, known);
  const mayBeGone = changed.mayBeDeleted || call.declaration.goesByItself;
  if (mayBeGone && (await isDeletedOrLeaving(call, target)))
    return { isGone: true, uncertain: [], underWay: [] };
  const uncertain = new Set([
    ...(Array.isArray(state[UNSETTLED]) ? state[UNSETTLED] : []),
    ...(interrupted === "unreadable" ? updatableFields(call.declaration) : (interrupted?.fields ?? [])),
    ...(changed.underWay.length > 0 ? updatableFields(call.declaration, Object.keys(state)) : []),
    ...(changed.isUpdated ? await driftedFields(call, target, state) : []),
    ...(changed.isRecreated ? await lostFields(call, target, state) : []),
  ]);
  return {
    isGone: false,
    uncertain: [...uncertain],
    underWay: changed.underWay,
    interrupted,
    taskId: changed.isUpdated ? await call.session.latestChange(target) : undefined,
    undone: changed.isUpdated ? await undoneOf(call, target, state) : undefined,
    status: await failedState(call, target),
  };
}

async function undoneOf({ declaration, session }: Call, target: Target, state: Properties) {
  if (!isResting(declaration.kind, state.status)) return undefined;
  return declaration.leftUndone?.(target, { ...state }, session);
}

/**
 * Failed status of a resource that turns pending while others change: a subscription while something is created in it,
 * or a kind that settles. It may fail then, unnoticed by its own state.
 */
async function failedState({ session }: Call, target: Target): Promise<string | undefined> {
  if (!isSubscription(target.kind) && !target.kind.settlingMs) return undefined;
  const status = await session.statusSeen(target);
  return status !== undefined && target.kind.states.failed.has(status) ? status : undefined;
}

/** Waits until the outcome of an earlier run's request is known. */
export async function awaitOutcome(
  { session }: Call,
  target: Target,
  action: "update" | "delete",
  intent: Intent | "unreadable",
  known: string | undefined,
): Promise<void> {
  if (intent === "unreadable") return session.awaitAnswer(target, action, Number.NaN, known);
  if (!intent.isAccepted) return session.awaitAnswer(target, action, Date.parse(intent.submittedAt), known);
  if (intent.taskId !== undefined) await session.awaitTask(target, intent.taskId);
}

/** The uncertain fields whose observed value is not known to match the desired one. */
export function stillUncertainFields(
  declaration: AnyDeclaration,
  uncertain: readonly string[],
  inputs: Properties,
  answer: unknown,
): readonly string[] {
  return uncertain.filter((name) => {
    const field = declaration.fields[name];
    const wanted = field && effectiveValue(declaration, name, inputs);
    if (field === undefined || wanted === undefined) return false;
    if (!isReadable(field, wanted)) return true;
    const held = observedValue(field, answer, wanted);
    return held === undefined || !matchesObserved(field, wanted, held);
  });
}

/** The given arguments that an update sets, entirely or in part. */
export const updatableFields = (
  { fields }: AnyDeclaration,
  given: Iterable<string> = Object.keys(fields),
): readonly string[] => [...new Set(given)].filter((name) => isUpdated(fields[name]?.change));

function isUpdated(change: AnyDeclaration["fields"][string]["change"] | undefined): boolean {
  if (typeof change !== "function") return change === "update";
  return change.usually === "update" || Object.values(change.parts ?? {}).includes("update");
}

/** Whether a processed deletion removed it, is removing it, or left it failed. */
async function isDeletedOrLeaving({ session, declaration }: Call, target: Target): Promise<boolean> {
  const listed = await session.status(target);
  if (listed === undefined && declaration.mayBeForgotten) return false;
  const parent = listed !== undefined && declaration.kind.hasStateOfParent && parentOf(target);
  // A resource without a state of its own is listed until its parent is ready again, even if it is being removed.
  if (parent) await session.ready(parent).catch(ignoreFailureOfParent);
  const status = parent ? await session.status(target) : listed;
  return isLeaving(declaration.kind, status) || declaration.kind.states.failed.has(status ?? "");
}

/** A parent that failed is reported by itself. */
function ignoreFailureOfParent(error: unknown): void {
  if (!(error instanceof LifecycleError)) throw error;
}

/** Arguments that set something in parts of the resource, one of which was created again without it. */
async function lostFields(call: Call, target: Target, state: Properties): Promise<readonly string[]> {
  const isOfParts = (name: string) => call.declaration.fields[name]?.ofParts === true;
  if (!Object.keys(state).some(isOfParts)) return [];
  return (await driftedFields(call, target, state)).filter(isOfParts);
}

/** Arguments whose observed value differs from the state, and unreadable ones. */
async function driftedFields({ declaration, session }: Call, target: Target, state: Properties) {
  const answer = await declaration.observe(target, state, session, "all");
  if (answer === undefined) return [];
  const { update } = changes(declaration, inputsAsHeld(declaration, state, answer), state);
  // What the program does not declare, others may change.
  const filledIn = defaultsOf(state).filter((name) => name !== "name");
  const changed = Object.keys(update).filter((name) => !filledIn.includes(name));
  const unseen = [...unreadableFields(declaration, state), ...secretDrift(declaration, state, answer)];
  return [...new Set([...changed, ...unseen])];
}

/** Declared arguments that an update sets and that the API does not return, or only in part. */
export function unreadableFields(declaration: AnyDeclaration, state: Properties): readonly string[] {
  const filledIn = defaultsOf(state);
  return updatableFields(declaration, Object.keys(state)).filter((name) => {
    const field = declaration.fields[name];
    return field !== undefined && !isReadable(field, state[name]) && !filledIn.includes(name);
  });
}

/** Undeclared secret arguments whose value is not the default: a state would hold them in plaintext. */
export function secretDrift(
  { fields }: AnyDeclaration,
  state: Properties,
  answer: unknown,
): readonly string[] {
  return Object.entries(fields)
    .filter(([name, { secret, deprecated }]) => secret && !deprecated && state[name] === undefined)
    .filter(([, field]) => field.default !== undefined && !isGivenByAlternative(fields, field, state))
    .filter(
      ([, field]) => !matchesObserved(field, field.default, observedValue(field, answer, field.default)),
    )
    .map(([name]) => name);
}
