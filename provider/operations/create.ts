import { RedisCloudApiError } from "../api/error";
import { LifecycleError } from "../lifecycle/error";
import { describeTarget, isElsewhere, pulumiIdOf, type Target, targetOf } from "../lifecycle/kind";
import { TakeoverRefused } from "../recovery/findByName";
import type { Recovered } from "../recovery/query";
import { urnHash } from "./autoName";
import type { Call } from "./call";
import { compareWithDeclared, uncertainState } from "./compare";
import { Unfinished } from "./partialFailure";
import { defaultsOf, type Properties, TASK } from "./properties";
import { recoveryQueryOf, refusalOf } from "./takeover";
import { deferName, freeName } from "./uniqueness/freeName";
import { applyUpdate, keepPartialState, unfinishedState } from "./update";

/** A created or recovered resource, and earlier properties to keep in the state. */
export interface Created {
  readonly target: Target;
  /** What is set later, as the state holds it until then, e.g. a temporary name while another resource has the declared one. */
  readonly held: Properties;
  readonly before: Properties;
}

/** Maximum retries of a creation that the API turns out not to have accepted. */
const MOST_REPEATED = 2;

/** Creates the resource, or takes over the one that this program already created. */
export async function createOrRecover(call: Call, inputs: Properties): Promise<Created> {
  const { declaration, session } = call;
  await declaration.beforeCreate?.({ ...inputs }, session);
  const made = await declaration.find?.({ ...inputs }, session);
  if (made !== undefined) {
    const { replace, believed } = await compareWithDeclared(call, made, inputs, Object.keys(inputs));
    if (replace.length > 0) throw cannotBeTakenOver(made, replace);
    const { held } = await applyUpdate(call, made, believed, inputs);
    return { target: made, held, before: { [TASK]: await session.latestChange(made) } };
  }
  return (await recoverFromEarlierRun(call, inputs)) ?? createUnderFreeName(call, inputs);
}

/** Takes over and updates what an earlier run created. If it needs a replacement and the journal has it, deletes it. */
async function recoverFromEarlierRun(call: Call, inputs: Properties): Promise<Created | undefined> {
  const { declaration, session } = call;
  const journal = await call.journal();
  const found = await session.recover(recoveryQueryOf(call, journal, inputs)).catch((error) => {
    throw error instanceof TakeoverRefused ? new Error(refusalOf(error, declaration)) : error;
  });
  if (found === undefined) return undefined;
  const { target, taskId } = found;
  journal.created(target.id ?? 0);
  session.noteKnown(target);
  if (isElsewhere(target, targetOf(declaration.kind, inputs))) {
    session.announce(
      `deleting ${describeTarget(target)}, which an earlier run created: it is declared elsewhere now`,
    );
    await deleteResource(call, target, inputs);
    journal.closeAll(target.id ?? 0);
    return undefined;
  }
  declaration.noteDeclared?.(target, { ...inputs }, () => false);
  // A takeover by name alone was announced when the inputs were checked.
  if (found.by === "journal") session.announce(takeoverNotice(call, found));
  const given = [...Object.keys(inputs), ...(found.fields ?? [])];
  const { replace, believed } = await compareWithDeclared(call, target, inputs, given);
  if (replace.length > 0) {
    if (found.by === "name") throw cannotBeTakenOver(target, replace);
    session.announce(
      `deleting ${describeTarget(target)} before its replacement: ${replace.join(", ")} cannot be changed`,
    );
    await deleteResource(call, target, inputs);
    journal.closeAll(target.id ?? 0);
    return undefined;
  }
  await keepPartialState(target, uncertainState(call, inputs, given), () =>
    declaration.afterCreate?.(target, { ...inputs }, session),
  );
  const { held } = await applyUpdate(call, target, believed, inputs);
  return { target, held, before: { [TASK]: taskId } };
}

/** Of a resource without a name, another client's looks the same: the notice tells what the takeover rests on. */
function takeoverNotice({ declaration }: Call, { target, taskId, isInferred }: Recovered): string {
  const what = `taking over ${describeTarget(target)}`;
  if (isInferred && declaration.findLost !== undefined)
    return `${what}: the API accepted the request of an earlier run, but its answer was lost, and with it the ID`;
  if (!isInferred || declaration.naturalKey === undefined) return `${what}, which an earlier run created`;
  return (
    `${what}, which task ${taskId} created after a request of an earlier run whose answer was lost. If another program ` +
    "created it then, remove it from one of the two programs"
  );
}

/** Creates a resource, under a temporary name while another one has the declared name. */
async function createUnderFreeName(call: Call, inputs: Properties): Promise<Created> {
  const { unique } = call.declaration;
  const { name } = inputs;
  const isChangeable = call.declaration.fields.name?.change === "update";
  const isGiven = isChangeable && unique?.arguments.includes("name") && !defaultsOf(inputs).includes("name");
  if (!isGiven || typeof name !== "string") return submitCreation(call, inputs);
  if ((await freeName(call, targetOf(call.declaration.kind, inputs), name)) === "free")
    return submitCreation(call, inputs);
  const temporary = `renaming-${urnHash(call.urn)}`;
  const made = await submitCreation(call, { ...inputs, name: temporary });
  deferName(call, made.target, inputs);
  return { ...made, held: { ...made.held, name: temporary } };
}

async function submitCreation(call: Call, inputs: Properties): Promise<Created> {
  const { declaration, session } = call;
  const journal = await call.journal();
  const given = Object.keys(inputs).filter((name) => name in declaration.fields);
  for (let repeated = 0; ; repeated++) {
    try {
      const target = targetOf(declaration.kind, inputs);
      const request = declaration.createRequest({ ...inputs });
      const { complete } = declaration;
      const created = await session.create(target, request, journal.creating(given), {
        complete: complete && (() => complete(request, { ...inputs }, session)),
        isNameless: declaration.naturalKey !== undefined,
      });
      session.noteKnown(created);
      declaration.noteDeclared?.(created, { ...inputs }, () => false);
      const held = await completeCreation(call, created, inputs);
      return { target: created, held, before: {} };
    } catch (error) {
      if (!mayExist(error, inputs) || repeated === MOST_REPEATED) throw withCreatedId(call, inputs, error);
      const found = await recoverFromEarlierRun(call, inputs);
      if (found !== undefined) return found;
      if (!isOutcomeUnknown(error)) throw error;
    }
  }
}

/**
 * Completes a creation: cleans up, and sets the arguments that only an update can set.
 *
 * @returns those that are set later, as the state holds them until then.
 */
export async function completeCreation(call: Call, target: Target, inputs: Properties): Promise<Properties> {
  const created = unfinishedState(call, inputs);
  await keepPartialState(target, created, () =>
    call.declaration.afterCreate?.(target, { ...inputs }, call.session),
  );
  const { held } = await applyUpdate(call, target, { held: created, uncertain: [] }, inputs);
  return held;
}

const cannotBeTakenOver = (target: Target, replace: readonly string[]): Error =>
  new Error(
    `${describeTarget(target)} has the declared name and cannot be taken over: ${replace.join(", ")} cannot be ` +
      "changed. Declare its current values, or delete it first.",
  );

export async function deleteResource(call: Call, target: Target, state: Properties): Promise<void> {
  const { declaration, session } = call;
  const request = declaration.deleteRequest?.(target);
  if (request === undefined || !(await session.deletable(target))) return;
  const kept = await declaration.whyKept?.(target, session);
  if (kept !== undefined) {
    call.announce(`${describeTarget(target)} stays as it is, and only leaves the state: ${kept}`, "warning");
    return;
  }
  await declaration.beforeDelete?.(target, { ...state }, session);
  const notes = (await call.journal()).deleting(target.id ?? 0);
  await session.delete(target, request, notes);
  session.report("gone");
}

/** Whether the resource may exist although its creation failed, because an answer was lost. */
function mayExist(error: unknown, inputs: Properties): boolean {
  const isTaken = error instanceof LifecycleError && /_NAME_(ALREADY_)?EXISTS$/.test(error.code ?? "");
  return isOutcomeUnknown(error) || (isTaken && defaultsOf(inputs).includes("name"));
}

const isOutcomeUnknown = (error: unknown): boolean =>
  error instanceof RedisCloudApiError && error.kind === "outcome-unknown";

/** If the failed creation made a resource, keeps it in the state. */
function withCreatedId(call: Call, inputs: Properties, error: unknown): unknown {
  if (!(error instanceof LifecycleError) || error.resourceId === undefined) return error;
  const target = { ...targetOf(call.declaration.kind, inputs), id: error.resourceId };
  return new Unfinished(error, pulumiIdOf(target), unfinishedState(call, inputs, error.status));
}
