import type { Place, ResourceId } from "../../provider/api/lists";
import { TASK_COMPLETED } from "../../provider/lifecycle/states";
import { isAutoNameInStack } from "../../provider/operations/autoName";
import { CLOCKS_DIFFER_MS } from "../../provider/recovery/findByName";
import type { Intent } from "../../provider/recovery/journal/intent";
import { creationsOf } from "../../provider/recovery/taskHistory";
import type { Listing } from "../inventory";
import type { Known, PendingCreation } from "./known";
import { type ConfiguredAccount, intentsOfStack, isIn, type Look, type SeenAccount } from "./look";

/**
 * A resource that this stack may have made, and that its state does not hold. An open intent of the journal, or a creation
 * that the state tells to be interrupted, proves that the engine never learned of it; a name proves nothing.
 */
export interface Orphan extends Listing {
  readonly account: SeenAccount;
  readonly foundBy: "journal" | "state" | "name";
  /** When its creation was processed, or else begun; undefined when that is longer ago than the API tells. */
  readonly createdAt?: string;
  /** What the journal holds of its creation. */
  readonly intent?: Intent;
}

/** Whether the engine demonstrably never learned of the resource. */
export const isProven = ({ foundBy }: Orphan): boolean => foundBy !== "name";

/**
 * The orphans of the stack: by the journal, whatever their names; by the state's interrupted creations; and by name, where
 * the name is one of this stack's.
 */
export function orphansOf(look: Look): readonly Orphan[] {
  return look.accounts.flatMap((account) => orphansIn(account, look));
}

function orphansIn(account: SeenAccount, look: Look): readonly Orphan[] {
  const unknown = account.resources.filter((resource) => !isKnown(look, account, resource));
  const creations = intentsOfStack(look).filter(
    (intent) => intent.action === "create" && isIn(account, intent),
  );
  const atWork = creations.filter(look.isAtWork);
  const isBeingMade = (resource: Listing) =>
    atWork.some((intent) => {
      const made = madeBy(intent, account, look);
      return made === undefined ? isNamed(resource, intent) : made.id === resource.id;
    });
  const isPending = (resource: Listing) =>
    look.pending.some((creation) => isOf(creation, resource, account)) && !look.wasKnown(account, resource);
  const found = (resource: Listing, intent?: Intent): Orphan => ({
    ...resource,
    account,
    foundBy: intent !== undefined ? "journal" : isPending(resource) ? "state" : "name",
    createdAt: creationOf(resource, account)?.timestamp ?? intent?.submittedAt,
    intent,
  });
  const written = new Map<Listing, Intent>();
  for (const intent of creations.filter((creation) => !look.isAtWork(creation))) {
    const made = madeBy(intent, account, look);
    const resource = unknown.find((one) => one.kind.name === intent.kind && one.id === made?.id);
    if (resource !== undefined && !written.has(resource)) written.set(resource, intent);
  }
  const isOurs = ({ name = "" }: Listing) => isAutoNameInStack(name, `${look.urn}::`);
  return unknown
    .filter((resource) => written.has(resource) || isPending(resource) || isOurs(resource))
    .filter((resource) => !isBeingMade(resource))
    .map((resource) => found(resource, written.get(resource)));
}

function isOf(creation: PendingCreation, { kind, name, place }: Listing, account: SeenAccount): boolean {
  const isHere = creation.account === null || account.names.includes(creation.account);
  return isHere && creation.kind.name === kind.name && creation.name === name && isAt(place, creation.place);
}

/** Whether a resource in a place may be in the other, of which not all has to be known. */
const isAt = (place: Place, other: Place): boolean =>
  Object.entries(other).every(([argument, id]) => place[argument] === id);

/** Whether the engine knows the resource. Where it cannot be told in which account, it is known in all. */
export function isKnown(
  { known, accounts }: { known: readonly Known[]; accounts: readonly ConfiguredAccount[] },
  account: ConfiguredAccount,
  { kind, id }: { readonly kind: { readonly name: string }; readonly id?: ResourceId },
): boolean {
  const names = new Set(accounts.flatMap((one) => one.names));
  const isHere = ({ account: name }: Known) =>
    name === null || account.names.includes(name) || !names.has(name);
  return known.some((one) => one.kind.name === kind.name && one.id === id && isHere(one));
}

/**
 * The resource that a creation made, as far as anybody can tell: by its ID, by its task, or, where the answer to the
 * request was lost, by its name.
 */
export function madeBy(intent: Intent, account: SeenAccount, look: Look): Pick<Listing, "id"> | undefined {
  if (intent.id !== undefined) return { id: intent.id };
  if (intent.taskId !== undefined) {
    const task = account.tasks.find(({ taskId }) => taskId === intent.taskId);
    const id = task?.response?.resourceId;
    return id === undefined || task?.status !== TASK_COMPLETED ? undefined : { id };
  }
  const candidates = account.resources.filter((resource) => {
    const creation = creationOf(resource, account);
    return (
      isNamed(resource, intent) &&
      creation !== undefined &&
      Date.parse(creation.timestamp ?? "") > Date.parse(intent.submittedAt) - CLOCKS_DIFFER_MS &&
      !look.journal.intents.some(({ id, taskId }) => id === resource.id || taskId === creation.taskId)
    );
  });
  // Names of subscriptions may be given twice: then nobody can tell which one is ours.
  return candidates.length === 1 ? candidates[0] : undefined;
}

const isNamed = ({ kind, place, name }: Listing, intent: Intent): boolean =>
  name !== undefined &&
  kind.name === intent.kind &&
  name === intent.name &&
  isAt(place, intent.place) &&
  isAt(intent.place, place);

/** The task that created the resource; the API tells of those of the past ten days. */
export const creationOf = (
  { kind, id }: Pick<Listing, "kind" | "id">,
  { tasks }: Pick<SeenAccount, "tasks">,
) => creationsOf(kind, tasks).find(({ response }) => response?.resourceId === id);
