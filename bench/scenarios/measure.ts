import { type Bound, createBound, destroyBound, type SubscriptionDeletion } from "../bound";
import { type Program, resourcesOf } from "../driver/program";
import type { PlainReport } from "../plain/process";
import { beginPhase, type Phase } from "../record/phase";
import { requestsOf } from "../record/requests";
import { creationWork, destructionWork } from "../record/work";
import { deploymentChecks } from "../report/limits";
import type { Deployment, EngineTimes } from "../report/measurement";
import type { SimulatedAccount } from "./account";
import { DEFAULT_PARALLELISM } from "./settings";

export type Action = "create" | "destroy";

/** Properties of a deployment before it runs. */
export interface Plan {
  readonly scenario: string;
  readonly programs: readonly Program[];
  /** Maximum ratio of the makespan to its bound. */
  readonly atMostOfBound: number;
  /** Makespans of the plain strategy. */
  readonly plain: PlainReport;
  /** Whether it is destroyed in the engine's order. @default false */
  readonly inEngineOrder?: boolean;
}

/** Results of a run, besides the record. */
export interface Ran {
  readonly peakMemory: number;
  readonly engine?: EngineTimes;
}

/** Runs an action on the account, and measures it from the account's record. */
export async function measure(
  { scenario, programs, atMostOfBound, plain, inEngineOrder }: Plan,
  account: SimulatedAccount,
  action: Action,
  run: () => Promise<Ran>,
): Promise<Deployment> {
  const { simulator } = account;
  const soFar = beginPhase(simulator);
  const { peakMemory, engine } = await run();
  const returnedAt = simulator.now();
  const { requests } = soFar();
  // The bound needs the durations of all growths, including those that are not waited for.
  await account.atRest();
  const phase = { ...soFar(), requests };
  const resources = programs.reduce((total, program) => total + resourcesOf(program), 0);
  const { makespan, bound, boundAtDefaultParallelism } = judged(phase, action, { resources, inEngineOrder });
  const measured = {
    kind: "deployment",
    scenario,
    action,
    resources,
    timeScale: simulator.timeScale,
    makespan,
    // The exit of the engine's process is not part of the provider's time.
    returned: engine ? undefined : (returnedAt - (phase.changes[0]?.at ?? returnedAt)) / 1000,
    bound,
    boundAtDefaultParallelism,
    requests: requestsOf(phase),
    peakMemory,
    nonActive: simulator.record.highestNonActiveSubscriptions(),
    earlyDatabases: simulator.record.databasesSubmittedWhileNonActive().length,
    plain: plain[action],
    engine,
  } as const;
  return { ...measured, checks: deploymentChecks(measured, atMostOfBound) };
}

function judged(
  phase: Phase,
  action: Action,
  { resources, inEngineOrder }: { resources: number; inEngineOrder?: boolean },
): { makespan: number; bound: Bound; boundAtDefaultParallelism: Bound } {
  if (action === "create") {
    const { subscriptions, makespan } = creationWork(phase);
    complete(subscriptions, resources);
    const boundAtDefaultParallelism = createBound(subscriptions, DEFAULT_PARALLELISM);
    return { makespan, bound: createBound(subscriptions), boundAtDefaultParallelism };
  }
  const { subscriptions, makespan } = destructionWork(phase);
  complete(subscriptions, resources);
  const bound = destroyBound(subscriptions, { inEngineOrder });
  const options = { inEngineOrder, parallelism: DEFAULT_PARALLELISM };
  return { makespan, bound, boundAtDefaultParallelism: destroyBound(subscriptions, options) };
}

type Found = Pick<SubscriptionDeletion, "databases" | "regions">;

/** Verifies that all work was done: otherwise the makespan is meaningless. */
function complete(subscriptions: readonly Found[], resources: number): void {
  const found = subscriptions.reduce(
    (total, { databases, regions = [] }) => total + 1 + databases.length + regions.length,
    0,
  );
  if (found !== resources)
    throw new Error(`${found} of ${resources} resources are in the simulator's record`);
}
