import type { Place, ResourceId } from "../../provider/api/lists";
import { CLOCKS_DIFFER_MS } from "../../provider/lifecycle/creations";
import { idInTasks } from "../../provider/lifecycle/kind";
import { TASK_COMPLETED } from "../../provider/lifecycle/states";
import { isAutoNameInStack } from "../../provider/operations/autoName";
import type { Intent } from "../../provider/recovery/journal/intent";
import { creationsOf } from "../../provider/recovery/taskHistory";
import type { Listing } from "../inventory";
import type { Known, PendingCreation } from "./known";
import { type ConfiguredAccount, intentsOfStack, isIn, type Look, type SeenAccount } from "./look";

/**
 * A resource that this stack may have created, but that is not in its state. An open intent in the journal or an
 * interrupted creation in the state proves that the engine never learned of it; a name proves nothing.
 */
export interface Orphan extends Listing {
  readonly account: SeenAccount;
  readonly foundBy: "journal" | "state" | "name";
  /** When its creation was processed, or else submitted; undefined if it is older than the API's task list. */
  readonly createdAt?: string;
  /** The journal's intent to create it. */
  readonly intent?: Intent;
}

/** Whether it is proven that the engine never learned of it. */
export const isProven = ({ foundBy }: Orphan): boolean => foundBy !== "name";

/**
 * Finds the stack's orphans: by the journal, whatever their names; by the state's interrupted creations; and by
 * auto-names of this stack.
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
      const made = findCreatedResource(intent, account, look);
      return made === undefined
        ? isNamed(resource, intent)
        : made.id === resource.id && isResourceOf(resource, intent);
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
    const made = findCreatedResource(intent, account, look);
    const resource = unknown.find((one) => isResourceOf(one, intent) && one.id === made?.id);
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

/** Whether a place matches the other one, which may be known only in part. */
const isAt = (place: Place, other: Place): boolean =>
  Object.entries(other).every(([argument, id]) => place[argument] === id);

/** Whether the engine knows the resource. One whose account is unknown counts in all accounts. */
export function isKnown(
  { known, accounts }: { known: readonly Known[]; accounts: readonly ConfiguredAccount[] },
  account: ConfiguredAccount,
  resource: { readonly kind: { readonly name: string }; readonly place: Place; readonly id?: ResourceId },
): boolean {
  const names = new Set(accounts.flatMap((one) => one.names));
  const isHere = ({ account: name }: Known) =>
    name === null || account.names.includes(name) || !names.has(name);
  const { kind, place, id } = resource;
  return known.some(
    (one) => one.kind.name === kind.name && one.id === id && isAt(one.place, place) && isHere(one),
  );
}

/**
 * Finds the resource that an intent created: by its ID, by its task, or, if the response was lost, by its name.
 */
export function findCreatedResource(
  intent: Intent,
  account: SeenAccount,
  look: Look,
): Pick<Listing, "id"> | undefined {
  if (intent.id !== undefined) return { id: intent.id };
  if (intent.taskId !== undefined) {
    const task = account.tasks.find(({ taskId }) => taskId === intent.taskId);
    const id = task?.response?.resourceId;
    if (id === undefined || task?.status !== TASK_COMPLETED) return undefined;
    return account.resources.find((one) => isNamedByIntent(one, intent)) ?? { id };
  }
  const candidates = account.resources.filter((resource) => {
    const creation = creationOf(resource, account);
    return (
      isNamed(resource, intent) &&
      creation !== undefined &&
      !intent.earlierTasks?.includes(creation.taskId) &&
      Date.parse(creation.timestamp ?? "") > Date.parse(intent.submittedAt) - CLOCKS_DIFFER_MS &&
      !look.journal.intents.some(({ id, taskId }) => id === resource.id || taskId === creation.taskId)
    );
  });
  // Subscription names need not be unique: with several, it is unknown which is ours.
  return candidates.length === 1 ? candidates[0] : undefined;
}

const isNamed = (listing: Listing, intent: Intent): boolean =>
  listing.name !== undefined && listing.name === intent.name && isOfIntent(listing, intent);

/** Whether the intent alone identifies it, since its task has the ID of its parent only. */
const isNamedByIntent = (listing: Listing, intent: Intent): boolean =>
  (listing.kind.isOnePerPlace && isOfIntent(listing, intent)) ||
  (listing.kind.idArgument !== undefined && isNamed(listing, intent));

/** Whether it is of the intent's kind, in the place as far as the intent has it. */
const isResourceOf = ({ kind, place }: Listing, intent: Intent): boolean =>
  kind.name === intent.kind && isAt(place, intent.place);

/** Whether it is of the intent's kind, in the intent's place. */
const isOfIntent = ({ kind, place }: Listing, intent: Intent): boolean =>
  kind.name === intent.kind && isAt(place, intent.place) && isAt(intent.place, place);

/** The task that created the resource; the API lists tasks for ten days. */
const creationOf = (listing: Pick<Listing, "kind" | "place" | "id">, { tasks }: Pick<SeenAccount, "tasks">) =>
  creationsOf(listing.kind, tasks).find(({ response }) => response?.resourceId === idInTasks(listing));
