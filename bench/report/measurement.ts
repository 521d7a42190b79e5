import type { Bound } from "../bound";
import type { Requests } from "../record/requests";

/** A required and a measured number. */
export interface Check {
  /** Short name, e.g. `makespan/bound`. */
  readonly what: string;
  readonly measured: number;
  readonly atMost: number;
}

export const isMet = ({ measured, atMost }: Check): boolean => measured <= atMost;

/** The outcome of any scenario. */
export interface Outcome {
  readonly scenario: string;
  readonly action: string;
  readonly checks: readonly Check[];
}

/** A deployment, measured from the simulator's record. Times are simulated seconds unless stated otherwise. */
export interface Deployment extends Outcome {
  readonly kind: "deployment";
  readonly resources: number;
  /** Simulated seconds per real second. */
  readonly timeScale: number;
  /** Time from the first received task to the last state change that was waited for. */
  readonly makespan: number;
  /** Time from the same moment until the last provider call returned; not with the engine. */
  readonly returned?: number;
  readonly bound: Bound;
  /** The bound at the engine's default parallelism on this machine: four resources per core. */
  readonly boundAtDefaultParallelism: Bound;
  readonly requests: Requests;
  /** Peak resident memory of the provider process, in bytes; the maximum of several. */
  readonly peakMemory: number;
  /** Maximum number of simultaneously non-active subscriptions so far in the run. */
  readonly nonActive: number;
  /** Creations of databases that were submitted while their subscription was not active. */
  readonly earlyDatabases: number;
  /** Makespan of the plain strategy for the same work. */
  readonly plain: number;
  /** With the real engine: REAL seconds of its commands. */
  readonly engine?: EngineTimes;
}

export interface EngineTimes {
  /** `pulumi up`, or `destroy`, of the program. */
  readonly command: number;
  /** The same for as many trivial resources: the engine's own cost. */
  readonly trivial: number;
}

/** The engine's cost for many of our resources, compared with as many trivial ones, in REAL seconds. */
export interface Overhead extends Outcome {
  readonly kind: "overhead";
  readonly resources: number;
  readonly ours: number;
  readonly trivial: number;
}

/** A size in the state. */
export interface Size extends Outcome {
  readonly kind: "size";
  readonly bytes: number;
}

export type Measurement = Deployment | Overhead | Size;

export const ratio = ({ makespan, bound }: Deployment): number => makespan / bound.seconds;
export const requestsPerResource = ({ requests, resources }: Deployment): number => requests.sent / resources;
