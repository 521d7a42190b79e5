import { RedisCloudApiError } from "../api/error";
import { LifecycleError } from "../lifecycle/error";
import { named, pulumiIdOf, type Target, targetOf } from "../lifecycle/kind";
import { TakeoverRefused } from "../recovery/findByName";
import { urnHash } from "./autoName";
import type { Call } from "./call";
import { changes } from "./changes";
import { stillUncertain, updatable } from "./drift";
import { inputsAsHeld, observed } from "./observe";
import { Unfinished } from "./partialFailure";
import { defaultsOf, type Properties, TASK, UNSETTLED } from "./properties";
import { refusalOf, soughtBy } from "./takeover";
import { defer, makeWay } from "./uniqueness/makeWay";
import { bring, keeping, unfinished } from "./update";

/** A created resource, and what the state is to know of it from before. */
export interface Created {
  readonly target: Target;
  /** A temporary name, where another resource gives up the declared one only later. */
  readonly name?: string;
  readonly before: Properties;
}

/** So often a creation is sent again of which it is known by then that the API did not accept it. */
const MOST_REPEATED = 2;

/** The resource: the one that is there already by this program's own doing, or a new one. */
export async function brought(call: Call, inputs: Properties): Promise<Created> {
  const { declaration, cloud } = call;
  const made = await declaration.find?.({ ...inputs }, cloud);
  if (made !== undefined) {
    const { replace, believed } = await compared(call, made, inputs, Object.keys(inputs));
    if (replace.length > 0) throw cannotBeTakenOver(made, replace);
    await bring(call, made, believed, inputs);
    return { target: made, before: { [TASK]: await cloud.latestChange(made) } };
  }
  return (await earlier(call, inputs)) ?? created(call, inputs);
}

/** What an earlier run created is taken up and corrected; what cannot be corrected, and is ours alone, is replaced. */
async function earlier(call: Call, inputs: Properties): Promise<Created | undefined> {
  const { declaration, cloud } = call;
  const journal = await call.journal();
  const found = await cloud.earlier(soughtBy(call, journal, inputs)).catch((error) => {
    throw error instanceof TakeoverRefused ? new Error(refusalOf(error)) : error;
  });
  if (found === undefined) return undefined;
  const { target, taskId } = found;
  journal.created(target.id ?? 0);
  cloud.noteKnown(target);
  declaration.seen?.(target, { ...inputs }, () => false);
  // A resource that is found by its name only was announced when the inputs were checked.
  if (found.by === "journal") cloud.announce(`taking over ${named(target)}, which an earlier run created`);
  const given = [...Object.keys(inputs), ...(found.fields ?? [])];
  const { replace, believed } = await compared(call, target, inputs, given);
  if (replace.length > 0) {
    if (found.by === "name") throw cannotBeTakenOver(target, replace);
    cloud.announce(`deleting ${named(target)} for another: ${replace.join(", ")} cannot be changed`);
    await deleted(call, target, inputs);
    journal.closeAll(target.id ?? 0);
    return undefined;
  }
  await keeping(target, doubtful(call, inputs, given), () =>
    declaration.afterCreate?.(target, { ...inputs }, cloud),
  );
  await bring(call, target, believed, inputs);
  return { target, before: { [TASK]: taskId } };
}

/** A new resource; under a temporary name where another one still has the declared one. */
async function created(call: Call, inputs: Properties): Promise<Created> {
  const { unique } = call.declaration;
  const { name } = inputs;
  const isChangeable = call.declaration.fields.name?.change === "update";
  const isGiven = isChangeable && unique?.arguments.includes("name") && !defaultsOf(inputs).includes("name");
  if (!isGiven || typeof name !== "string") return createdNow(call, inputs);
  if ((await makeWay(call, targetOf(call.declaration.kind, inputs), name)) === "free")
    return createdNow(call, inputs);
  const temporary = `renaming-${urnHash(call.urn)}`;
  const made = await createdNow(call, { ...inputs, name: temporary });
  defer(call, made.target, inputs);
  return { ...made, name: temporary };
}

async function createdNow(call: Call, inputs: Properties): Promise<Created> {
  const { declaration, cloud } = call;
  const journal = await call.journal();
  const given = Object.keys(inputs).filter((name) => name in declaration.fields);
  for (let repeated = 0; ; repeated++) {
    try {
      const target = targetOf(declaration.kind, inputs);
      const created = await cloud.create(
        target,
        declaration.createRequest({ ...inputs }),
        journal.creating(given),
      );
      cloud.noteKnown(created);
      declaration.seen?.(created, { ...inputs }, () => false);
      await completed(call, created, inputs);
      return { target: created, before: {} };
    } catch (error) {
      if (!mayExist(error, inputs) || repeated === MOST_REPEATED) throw withId(call, inputs, error);
      const found = await earlier(call, inputs);
      if (found !== undefined) return found;
      if (!isOutcomeUnknown(error)) throw error;
    }
  }
}

/** Brings the arguments about that a creation does not take, and clears away what it needed. */
export async function completed(call: Call, target: Target, inputs: Properties): Promise<void> {
  const held = unfinished(call, inputs);
  await keeping(target, held, () => call.declaration.afterCreate?.(target, { ...inputs }, call.cloud));
  await bring(call, target, { held, uncertain: [] }, inputs);
}

/**
 * What is there, beside what is declared.
 *
 * @param given names of the arguments that are declared, or were when it was created.
 * @returns the arguments that need a new resource, and what to begin with to bring about the others.
 */
async function compared(call: Call, target: Target, inputs: Properties, given: readonly string[]) {
  const { declaration, cloud } = call;
  return keeping(target, doubtful(call, inputs, given), async () => {
    await cloud.ready(target);
    const answer = await observed(declaration, target, inputs, cloud, "all");
    const held = { ...inputs, ...inputsAsHeld(declaration, inputs, answer) };
    const uncertain = stillUncertain(declaration, updatable(declaration, given), inputs, answer);
    return { replace: changes(declaration, held, inputs).replace, believed: { held, uncertain } };
  });
}

/** What is kept of a resource that is taken over and not compared yet: nothing is certain of what an update sets. */
const doubtful = (call: Call, inputs: Properties, given: readonly string[]): Properties => ({
  ...unfinished(call, inputs),
  [UNSETTLED]: updatable(call.declaration, given),
});

const cannotBeTakenOver = (target: Target, replace: readonly string[]): Error =>
  new Error(
    `${named(target)} has the declared name and cannot be taken over: ${replace.join(", ")} cannot be ` +
      "changed. Declare what is there, or remove it first.",
  );

export async function deleted(call: Call, target: Target, state: Properties): Promise<void> {
  const { declaration, cloud } = call;
  if (!(await cloud.deletable(target))) return;
  await declaration.beforeDelete?.(target, { ...state }, cloud);
  const notes = (await call.journal()).deleting(target.id ?? 0);
  await cloud.delete(target, declaration.deleteRequest(target), notes);
  cloud.report("gone");
}

/** Whether the resource may be there although creating it failed: by a request whose answer was lost. */
function mayExist(error: unknown, inputs: Properties): boolean {
  const isTaken = error instanceof LifecycleError && error.code?.endsWith("_NAME_EXISTS");
  return isOutcomeUnknown(error) || (isTaken === true && defaultsOf(inputs).includes("name"));
}

const isOutcomeUnknown = (error: unknown): boolean =>
  error instanceof RedisCloudApiError && error.kind === "outcome-unknown";

/** What exists nonetheless is kept in the state. */
function withId(call: Call, inputs: Properties, error: unknown): unknown {
  if (!(error instanceof LifecycleError) || error.resourceId === undefined) return error;
  const target = { ...targetOf(call.declaration.kind, inputs), id: error.resourceId };
  return new Unfinished(error, pulumiIdOf(target), unfinished(call, inputs, error.status));
}
