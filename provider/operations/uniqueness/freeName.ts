import { describeTarget, type Target } from "../../lifecycle/kind";

import { isLeaving } from "../../lifecycle/states";
import type { Call } from "../call";
import type { Properties } from "../properties";
import { type Holder, holderOf, nameIsTaken } from "./holders";
import { type Compared, type Deferred, type Registry, registryOf } from "./registry";

/** After so long without a check or diff, a holder counts as not part of the program. */
const QUIET_MS = 3_000;
/** The same while the engine itself waits for an operation to end. */
const BLOCKED_MS = 500;
const LOOK_AGAIN_MS = 200;

/** Whether a name is free now, or only later in this run. */
export type NameAvailability = "free" | "later";

/**
 * Frees a name that another resource of the program holds and is to give up. The holder's rename is submitted here,
 * since its own update may start only after this operation ends; that update finds it done.
 *
 * Nothing waits for an operation that may not be started, so no start order of the engine causes a deadlock.
 *
 * @param target the resource that is to have the name.
 * @returns `later` when the holder may be compared only after this operation ends.
 * @throws Error when the holder is not part of the program, or keeps the name.
 */
export async function freeName(call: Call, target: Target, name: string): Promise<NameAvailability> {
  const registry = registryOf(call.account);
  // A cached list suffices: no other resource takes a name that only this one declares.
  const isFree = (await holderOf(call, target, name, 0)) === undefined;
  return registry.exclusively(async () => {
    const availability =
      isFree || (await isOwnPredecessor(call, registry, target, name))
        ? "free"
        : await free(call, registry, { urn: call.urn, target, name }, []);
    // From here on, no other resource renames it.
    if (availability === "free" && target.id !== undefined) registry.renaming.add(describeTarget(target));
    return availability;
  });
}

/** Whether the holder is the old resource in a create-before-delete replacement: the API decides. */
async function isOwnPredecessor(
  call: Call,
  registry: Registry,
  target: Target,
  name: string,
): Promise<boolean> {
  const holder = target.id === undefined ? await holderOf(call, target, name) : undefined;
  return holder !== undefined && registry.isOf(call.urn, holder.target);
}

interface Wanted {
  readonly urn: string;
  readonly target: Target;
  readonly name: string;
}

async function free(
  call: Call,
  registry: Registry,
  wanted: Wanted,
  before: readonly Target[],
): Promise<NameAvailability> {
  const { target, name } = wanted;
  const path = [...before, target];
  while (true) {
    const holder = await holderOf(call, target, name);
    if (holder === undefined) return "free";
    const compared = await waitUntilCompared(registry, holder, call);
    if (compared === "gone") continue;
    if (compared === undefined) {
      // `later` gives a creation a temporary name, so it must be certain; an update keeps its name until the next run.
      const isUpdate = path[0]?.id !== undefined;
      if (isUpdate ? registry.mayBeBlocked : registry.isEngineBlocked) return "later";
      throw new Error(nameIsTaken(wanted, name, holder.target));
    }
    await giveUp(call, registry, compared, { wanted, path });
  }
}

/** Renames a resource of the program, to its declared name or to a temporary one. */
async function giveUp(
  call: Call,
  registry: Registry,
  compared: Compared,
  { wanted, path }: { wanted: Wanted; path: readonly Target[] },
): Promise<void> {
  const { target, wantedName, isReplaced } = compared;
  if (registry.renaming.has(describeTarget(target))) {
    await pause();
    return;
  }
  if (wantedName === wanted.name && !isReplaced) throw new Error(nameIsTaken(wanted, wanted.name, target));
  const isInCycle = await isHeldBy(call, path, target, wantedName);
  const isOpen = wantedName !== undefined && !isReplaced && !isInCycle;
  const availability = isOpen
    ? await free(call, registry, { urn: compared.call.urn, target, name: wantedName }, path)
    : "later";
  // A resource with a temporary name gets its own by its own update.
  await rename(compared, availability === "free" && isOpen ? wantedName : temporaryName(target));
}

/** Whether a resource in the path holds the name: then the renames form a cycle. */
async function isHeldBy(call: Call, path: readonly Target[], target: Target, name: string | undefined) {
  const holder = name === undefined ? undefined : await holderOf(call, target, name);
  return holder !== undefined && path.some(({ id }) => id === holder.target.id);
}

/** Waits until the engine compares the holder; undefined on timeout. */
async function waitUntilCompared(
  registry: Registry,
  { target, status }: Holder,
  call: Call,
): Promise<Compared | "gone" | undefined> {
  if (isLeaving(target.kind, status)) {
    call.session.report(`waiting until ${describeTarget(target)}, which has the name, is deleted`);
    await pause();
    return "gone";
  }
  while (true) {
    const compared = registry.comparedAs(target);
    if (compared !== undefined) return compared;
    const longestMs = registry.isEngineBlocked ? BLOCKED_MS : QUIET_MS;
    if (!registry.isAtWork && registry.quietMs >= longestMs) return undefined;
    call.session.report(`waiting for ${describeTarget(target)} to give up the name`);
    await pause();
  }
}

async function rename({ call, target, inputs }: Compared, name: string): Promise<void> {
  const [step] = call.declaration.steps(target, { name }, { ...inputs, name });
  if (step === undefined) return;
  call.session.report(`renaming it to ${name}, because another resource takes its name`);
  await call.session.startUpdate(target, step.request);
}

/** A name that no other resource has: IDs are unique. */
const temporaryName = ({ id }: Target): string => `renaming-${id}`;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));

/** Defers setting the declared name until another resource gives it up in this run. */
export function deferName(call: Call, target: Target, inputs: Properties): void {
  const name = String(inputs.name);
  const compared = { call, target, wantedName: name, isReplaced: false, inputs };
  registryOf(call.account).deferred.add({ compared, name });
  call.session.announce(
    `${name} is still the name of another resource: it is set when that resource gives it up, and the next ` +
      "`pulumi up` records it",
  );
}

/** Sets the deferred names that are free. */
export async function setDeferredNames(call: Call): Promise<void> {
  const registry = registryOf(call.account);
  if (registry.deferred.size === 0) return;
  await registry.exclusively(async () => {
    for (let next = await nextFree(call, registry); next; next = await nextFree(call, registry)) {
      registry.deferred.delete(next);
      await rename(next.compared, next.name);
    }
  });
}

async function nextFree(call: Call, { deferred }: Registry): Promise<Deferred | undefined> {
  for (const each of deferred) {
    const { target } = each.compared;
    if ((await holderOf(call, target, each.name)) === undefined) return each;
  }
  return undefined;
}
