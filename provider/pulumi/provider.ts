import type * as dynamic from "@pulumi/pulumi/dynamic";
import { RedisCloudApiError } from "../api/error";
import { pulumiIdOf, type Target, targetOf } from "../lifecycle/kind";
import { noteKind } from "../lifecycle/knownKinds";
import { isResting } from "../lifecycle/states";
import { adoptResource, isAdoptedElsewhere, noteAdoption } from "../operations/adopt";
import { declaredState } from "../operations/attributes";
import type { Call } from "../operations/call";
import { refuseReplacement, stateToCompare } from "../operations/compare";
import { completeCreation, createOrRecover, deleteResource } from "../operations/create";
import type { AnyDeclaration, Problem } from "../operations/declaration";
import { awaitOutcome, detectDrift, detectDriftIfReachable, stillUncertainFields } from "../operations/drift";
import { collectLosses } from "../operations/engineSlots";
import { observeResource } from "../operations/observe";
import {
  ADOPTED,
  COLLISIONS,
  containsUnknown,
  ESTIMATE,
  LOOK_UP,
  PROVIDER,
  type Properties,
  RUN,
  TASK,
  UNFINISHED,
  UNSETTLED,
  URN,
  withoutUnknown,
} from "../operations/properties";
import { lookUpResource, refreshResource } from "../operations/read";
import { movedOutputs } from "../operations/surroundings";
import { deferName, setDeferredNames } from "../operations/uniqueness/freeName";
import { registryOf } from "../operations/uniqueness/registry";
import { applyUpdate, keepPartialState, readBackState } from "../operations/update";
import { checkAdoption } from "../preview/adoption";
import { blockingArguments } from "../preview/blockingArguments";
import { type Checked, check } from "../preview/check";
import { Estimates } from "../preview/costs/estimates";
import { diff } from "../preview/diff";
import { checkUnique, noteCompared } from "../preview/nameCollisions";
import { previewTakeover } from "../preview/takeover";
import { announceWarnings, warnBeforeCreation } from "../preview/warnings";
import { accountProblems } from "./accounts";
import { mapErrors, openCall } from "./call";
import { toCheckResult } from "./checkResult";
import type { ReadConfig } from "./credentials";
import { tellLossOfDeletions } from "./parallelism";
import { showStatus } from "./status";

/** The dynamic provider of one resource type, derived from its declaration. */
export class DeclaredProvider implements dynamic.ResourceProvider {
  private config: ReadConfig = () => undefined;

  /** URNs of resources that are known to be in the state. */
  private readonly existing = new Set<unknown>();
  private readonly estimates = new Estimates(
    this.declaration,
    (inputs) => openCall(this.declaration, inputs, this.config, "update"),
    (urn, text) => showStatus(urn, text, "info"),
  );

  constructor(private readonly declaration: AnyDeclaration) {
    noteKind(declaration.kind);
  }

  async configure({ config }: dynamic.ConfigureRequest): Promise<void> {
    this.config = (key) => config.get(key);
  }

  /** Rejects invalid arguments and unusable accounts before anything is submitted. */
  async check(olds: Properties, news: Properties): Promise<dynamic.CheckResult> {
    collectLosses(news[RUN]);
    const checked = check(this.declaration, olds, news);
    if (checked.problems.length > 0) return toCheckResult(checked);
    const problems = await this.problemsByAccount(checked, olds, news[COLLISIONS]);
    if (problems.length > 0) return toCheckResult({ ...checked, problems });
    const { adopt } = checked.inputs;
    const isNew = this.isNew(olds, checked.inputs);
    if (olds[URN] === undefined && typeof adopt === "string" && !containsUnknown(adopt))
      return toCheckResult(await this.working("create", checked.inputs, checkAdoption));
    if (isNew) await this.working("create", checked.inputs, warnBeforeCreation);
    if (isNew && !containsUnknown(checked.inputs.account))
      await this.working("create", checked.inputs, previewTakeover);
    await this.estimates.checked(olds, checked.inputs, news[ESTIMATE]);
    return toCheckResult(checked);
  }

  /** Whether the resource is new. Before a replacement, the engine also calls `check` without the old inputs. */
  private isNew(olds: Properties, { [URN]: urn }: Properties): boolean {
    if (olds[URN] !== undefined) this.existing.add(urn);
    return !this.existing.has(urn);
  }

  async diff(id: string, state: Properties, news: Properties): Promise<dynamic.DiffResult> {
    const olds = declaredState(this.declaration, state);
    const target = targetOf(this.declaration.kind, olds, id);
    this.declaration.noteDeclared?.(target, withoutUnknown(news), (argument) =>
      containsUnknown(news[argument]),
    );
    const result = await this.working("update", olds, async (call, state) => {
      noteAdoption(call, id, olds, news);
      const moved = movedOutputs(this.declaration, target, state);
      const blocking = blockingArguments(call, olds, news);
      const drift = { ...(await detectDriftIfReachable(call, target, state)), moved, blocking };
      const held = await stateToCompare(call, target, olds, news);
      const result = diff(this.declaration, held, news, drift);
      announceWarnings(call, target, { ...held, status: drift.status ?? olds.status }, news, result);
      noteCompared(call, target, { olds: held, news }, result);
      if (drift.undone !== undefined) call.announce(drift.undone, "info");
      if (moved !== undefined) call.announce(`reads its outputs again: ${moved}`, "info");
      return result;
    });
    await this.estimates.compared(target, olds, news, result);
    return result;
  }

  async create(news: Properties): Promise<dynamic.CreateResult> {
    return this.operating("create", news, async (call, inputs) => {
      if (inputs.adopt !== undefined && inputs[ADOPTED] !== true) return adoptResource(call, inputs);
      const { target, before, held } = await createOrRecover(call, inputs);
      call.session.noteKnown(target);
      const outs = await readBackState(call, target, inputs, before);
      return { id: pulumiIdOf(target), outs: { ...outs, ...held } };
    });
  }

  async read(id: string, props: Properties): Promise<dynamic.ReadResult> {
    return this.working<dynamic.ReadResult>("update", props, (call, state) => {
      const target = targetOf(this.declaration.kind, state, id);
      return state[LOOK_UP] === true
        ? lookUpResource(call, target, state)
        : refreshResource(call, target, state);
    });
  }

  async update(id: string, state: Properties, news: Properties): Promise<dynamic.UpdateResult> {
    const olds = declaredState(this.declaration, state);
    const { [UNFINISHED]: unfinished, [UNSETTLED]: _, ...held } = olds;
    return this.operating("update", news, async (call, inputs) => {
      const target = targetOf(this.declaration.kind, inputs, id);
      const { uncertain, underWay, interrupted, undone, taskId } = await detectDrift(call, target, olds);
      const stillUncertain = await keepPartialState(target, olds, async () => {
        if (interrupted)
          await awaitOutcome(call, target, "update", interrupted, olds[TASK] as string | undefined);
        for (const task of underWay) await call.session.awaitTask(target, task);
        const isMoved = movedOutputs(this.declaration, target, held) !== undefined;
        const isUnfinished = unfinished !== undefined || undone !== undefined;
        if (isUnfinished || uncertain.length > 0 || isMoved) await call.session.ready(target);
        await refuseReplacement(call, target, olds, inputs);
        return this.stillUncertain(call, target, uncertain, inputs);
      });
      const created = unfinished === undefined ? {} : await completeCreation(call, target, held);
      const believed = { held: { ...held, ...created }, uncertain: stillUncertain };
      const later = await applyUpdate(call, target, believed, inputs);
      if (later.awaitsName) deferName(call, target, inputs);
      if (isResting(this.declaration.kind, olds.status))
        await this.completeRested(call, target, olds, inputs);
      const outs = await readBackState(call, target, inputs, { ...olds, [TASK]: taskId ?? olds[TASK] });
      return { outs: { ...outs, ...later.held } };
    });
  }

  async delete(id: string, props: Properties): Promise<void> {
    await this.operating("delete", props, async (call, state) => {
      const target = targetOf(this.declaration.kind, state, id);
      registryOf(call.account).release(call.urn);
      if (isAdoptedElsewhere(call, id)) return;
      call.session.noteKnown(target);
      await deleteResource(call, target, state);
      registryOf(call.account).forget(target);
      await setDeferredNames(call);
      const journal = await call.journal();
      // The task of an action stays in the account: it must not be mistaken for that of a lost request.
      if (this.declaration.kind.isAction) journal.settleCreation(target.id);
      else journal.closeAll(target.id ?? 0);
    });
  }

  /** Runs `afterCreate` with the old inputs for a creation that was resting and may have continued. */
  private completeRested({ session }: Call, target: Target, olds: Properties, inputs: Properties) {
    return keepPartialState(target, { ...inputs, status: olds.status }, async () => {
      if (await this.declaration.isCompleted?.(target, { ...olds }, session)) return;
      await this.declaration.afterCreate?.(target, { ...olds }, session);
    });
  }

  private async stillUncertain(call: Call, target: Target, uncertain: readonly string[], inputs: Properties) {
    if (uncertain.length === 0) return [];
    const answer = await observeResource(this.declaration, target, inputs, call.session);
    return stillUncertainFields(this.declaration, uncertain, inputs, answer);
  }

  /** Problems of the account and the arguments that only API requests detect. */
  private async problemsByAccount(
    { inputs, before }: Checked,
    olds: Properties,
    collisions: unknown,
  ): Promise<readonly Problem[]> {
    if (containsUnknown(inputs.account)) return [];
    const problems = await accountProblems(this.config, inputs.account as string | undefined);
    if (problems.length > 0) return problems;
    const given = withoutUnknown(inputs);
    const isUnknown = (argument: string) => containsUnknown(inputs[argument]);
    return this.working("update", given, async (call) => {
      const verified = this.declaration.verify?.(given, call.session, { ...before }, isUnknown, { ...olds });
      const wrong = (await verified?.catch(unlessUnreachable)) ?? [];
      if (wrong.length > 0) return wrong;
      return checkUnique(call, olds, inputs, collisions).catch(unlessUnreachable);
    });
  }

  /** Runs an operation that others may wait for. */
  private operating<T>(
    action: "create" | "update" | "delete",
    given: Properties,
    work: (call: Call, inputs: Properties) => Promise<T>,
  ): Promise<T> {
    return this.working(action, given, (call, inputs) =>
      registryOf(call.account)
        .operation(call.urn, () => work(call, inputs))
        .finally(() => tellLossOfDeletions(call)),
    );
  }

  private working<T>(
    action: "create" | "update" | "delete",
    given: Properties,
    work: (call: Call, inputs: Properties) => Promise<T> | T,
  ): Promise<T> {
    const { [PROVIDER]: _, ...inputs } = declaredState(this.declaration, given);
    return mapErrors(this.declaration, given, this.config, () =>
      work(openCall(this.declaration, inputs, this.config, action), inputs),
    );
  }
}

/** Ignores API errors: an unreadable account must not make `check` fail. */
function unlessUnreachable(error: unknown): readonly Problem[] {
  if (error instanceof RedisCloudApiError) return [];
  throw error;
}
