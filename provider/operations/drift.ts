import { isSubscription, type Target } from "../lifecycle/kind";
import { isLeaving } from "../lifecycle/states";
import type { Intent } from "../recovery/journal/intent";
import type { Call } from "./call";
import { changes, type Drift } from "./changes";
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

/** {@link Drift}, and what an update does about it. */
export interface DetectedDrift extends Drift {
  /** Tasks of others that set them and are not processed yet. */
  readonly underWay: readonly string[];
  /** The update of an earlier run whose outcome the state does not know. */
  readonly interrupted?: Intent | "unreadable";
  /** The latest change of the resource that the account tells of, when it is not the one that the state knows. */
  readonly taskId?: string;
}

/**
 * Compares what the state knows with the journal and the account's tasks: an update that was interrupted is not in the
 * state, nor is what others did. A resource that the engine calls by its ID is known to it, so the intent to
 * create it is settled.
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
    if (await isGoing(call, target)) return { isGone: true, uncertain: [], underWay: [] };
    journal.closeDeletion(target.id ?? 0);
  }

  const changed = await call.session.changedSince(target, known);
  if (changed.isDeleted && (await isGoing(call, target)))
    return { isGone: true, uncertain: [], underWay: [] };
  const uncertain = new Set([
    ...(Array.isArray(state[UNSETTLED]) ? state[UNSETTLED] : []),
    ...(interrupted === "unreadable" ? updatableFields(call.declaration) : (interrupted?.fields ?? [])),
    ...(changed.underWay.length > 0 ? updatableFields(call.declaration, Object.keys(state)) : []),
    ...(changed.isUpdated ? await driftedFields(call, target, state) : []),
  ]);
  return {
    isGone: false,
    uncertain: [...uncertain],
    underWay: changed.underWay,
    interrupted,
    taskId: changed.isUpdated ? await call.session.latestChange(target) : undefined,
    status: await failedState(call, target),
  };
}

/** A subscription may fail while something is made in it, of which its own state knows nothing. */
async function failedState({ session }: Call, target: Target): Promise<string | undefined> {
  if (!isSubscription(target.kind)) return undefined;
  const status = await session.statusSeen(target);
  return status !== undefined && target.kind.states.failed.has(status) ? status : undefined;
}

/** Waits until it is known what became of a request of an earlier run. */
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

/** Of uncertain arguments, those that are not seen to be as they are wanted. */
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

/** Arguments that an update sets, entirely or in part, of those given. */
export const updatableFields = (
  { fields }: AnyDeclaration,
  given: Iterable<string> = Object.keys(fields),
): readonly string[] => [...new Set(given)].filter((name) => isUpdated(fields[name]?.change));

function isUpdated(change: AnyDeclaration["fields"][string]["change"] | undefined): boolean {
  if (typeof change !== "function") return change === "update";
  return change.usually === "update" || Object.values(change.parts ?? {}).includes("update");
}

/** Whether a deletion that was processed took it, takes it, or broke it. */
async function isGoing({ session, declaration }: Call, target: Target): Promise<boolean> {
  const status = await session.status(target);
  return isLeaving(declaration.kind, status) || declaration.kind.states.failed.has(status ?? "");
}

/** Arguments that are not as the state has them, and those of which nobody can tell. */
async function driftedFields({ declaration, session }: Call, target: Target, state: Properties) {
  const answer = await declaration.observe(target, state, session, "all");
  if (answer === undefined) return [];
  const { update } = changes(declaration, inputsAsHeld(declaration, state, answer), state);
  const unseen = [...unreadableFields(declaration, state), ...secretDrift(declaration, state, answer)];
  return [...new Set([...Object.keys(update), ...unseen])];
}

/** Declared arguments that an update sets, and of which the API does not tell, or not wholly, what they are. */
export function unreadableFields(declaration: AnyDeclaration, state: Properties): readonly string[] {
  const filledIn = defaultsOf(state);
  return updatableFields(declaration, Object.keys(state)).filter((name) => {
    const field = declaration.fields[name];
    return field !== undefined && !isReadable(field, state[name]) && !filledIn.includes(name);
  });
}

/** Secret arguments that are not declared, and not what they are by default: a state would hold them in the clear. */
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
