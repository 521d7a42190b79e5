import { isSubscription, type Target } from "../lifecycle/kind";
import { isLeaving } from "../lifecycle/states";
import type { Intent } from "../recovery/journal/intent";
import type { Call } from "./call";
import { changes, type Doubt } from "./changes";
import type { AnyDeclaration } from "./declaration";
import { heldOf, holds, isSaidElsewhere, isTold, meant } from "./fieldValues";
import { inputsAsHeld } from "./observe";
import { defaultsOf, INTENT, type Properties, TASK, UNSETTLED } from "./properties";

/** {@link Doubt}, and what an update does about it. */
export interface Doubts extends Doubt {
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
export async function doubts(call: Call, target: Target, state: Properties): Promise<Doubts> {
  call.cloud.noteKnown(target);
  const journal = await call.journal();
  journal.settleCreation(target.id);

  const open = journal.update(target.id);
  const isSettled = typeof open === "object" && open.token === state[INTENT];
  if (isSettled) journal.closeUpdate(target.id ?? 0);
  const interrupted = isSettled ? undefined : open;

  const known = state[TASK] as string | undefined;
  const deletion = journal.deletion(target.id);
  if (deletion !== undefined) {
    await outcome(call, target, "delete", deletion, known);
    if (await isGoing(call, target)) return { isGone: true, uncertain: [], underWay: [] };
    journal.closeDeletion(target.id ?? 0);
  }

  const changed = await call.cloud.changedSince(target, known);
  if (changed.isDeleted && (await isGoing(call, target)))
    return { isGone: true, uncertain: [], underWay: [] };
  const uncertain = new Set([
    ...(Array.isArray(state[UNSETTLED]) ? state[UNSETTLED] : []),
    ...(interrupted === "unreadable" ? updatable(call.declaration) : (interrupted?.fields ?? [])),
    ...(changed.underWay.length > 0 ? updatable(call.declaration, Object.keys(state)) : []),
    ...(changed.isUpdated ? await drifted(call, target, state) : []),
  ]);
  return {
    isGone: false,
    uncertain: [...uncertain],
    underWay: changed.underWay,
    interrupted,
    taskId: changed.isUpdated ? await call.cloud.latestChange(target) : undefined,
    status: await failedState(call, target),
  };
}

/** A subscription may fail while something is made in it, of which its own state knows nothing. */
async function failedState({ cloud }: Call, target: Target): Promise<string | undefined> {
  if (!isSubscription(target.kind)) return undefined;
  const status = await cloud.statusSeen(target);
  return status !== undefined && target.kind.states.failed.has(status) ? status : undefined;
}

/** Waits until it is known what became of a request of an earlier run. */
export async function outcome(
  { cloud }: Call,
  target: Target,
  action: "update" | "delete",
  intent: Intent | "unreadable",
  known: string | undefined,
): Promise<void> {
  if (intent === "unreadable") return cloud.answered(target, action, Number.NaN, known);
  if (!intent.isAccepted) return cloud.answered(target, action, Date.parse(intent.submittedAt), known);
  if (intent.taskId !== undefined) await cloud.settled(target, intent.taskId);
}

/** Of uncertain arguments, those that are not seen to be as they are wanted. */
export function stillUncertain(
  declaration: AnyDeclaration,
  uncertain: readonly string[],
  inputs: Properties,
  answer: unknown,
): readonly string[] {
  return uncertain.filter((name) => {
    const field = declaration.fields[name];
    const wanted = field && meant(declaration, name, inputs);
    if (field === undefined || wanted === undefined) return false;
    if (!isTold(field, wanted)) return true;
    const held = heldOf(field, answer, wanted);
    return held === undefined || !holds(field, wanted, held);
  });
}

/** Arguments that an update sets, entirely or in part, of those given. */
export const updatable = (
  { fields }: AnyDeclaration,
  given: Iterable<string> = Object.keys(fields),
): readonly string[] => [...new Set(given)].filter((name) => isUpdated(fields[name]?.change));

function isUpdated(change: AnyDeclaration["fields"][string]["change"] | undefined): boolean {
  if (typeof change !== "function") return change === "update";
  return change.usually === "update" || Object.values(change.parts ?? {}).includes("update");
}

/** Whether a deletion that was processed took it, takes it, or broke it. */
async function isGoing({ cloud, declaration }: Call, target: Target): Promise<boolean> {
  const status = await cloud.status(target);
  return isLeaving(declaration.kind, status) || declaration.kind.states.failed.has(status ?? "");
}

/** Arguments that are not as the state has them, and those of which nobody can tell. */
async function drifted({ declaration, cloud }: Call, target: Target, state: Properties) {
  const answer = await declaration.observe(target, state, cloud, "all");
  if (answer === undefined) return [];
  const { update } = changes(declaration, inputsAsHeld(declaration, state, answer), state);
  const unseen = [...untold(declaration, state), ...secretDrift(declaration, state, answer)];
  return [...new Set([...Object.keys(update), ...unseen])];
}

/** Declared arguments that an update sets, and of which the API does not tell, or not wholly, what they are. */
export function untold(declaration: AnyDeclaration, state: Properties): readonly string[] {
  const filledIn = defaultsOf(state);
  return updatable(declaration, Object.keys(state)).filter((name) => {
    const field = declaration.fields[name];
    return field !== undefined && !isTold(field, state[name]) && !filledIn.includes(name);
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
    .filter(([, field]) => field.default !== undefined && !isSaidElsewhere(fields, field, state))
    .filter(([, field]) => !holds(field, field.default, heldOf(field, answer, field.default)))
    .map(([name]) => name);
}
