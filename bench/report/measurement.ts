import type { Bound } from "../bound";
import type { Requests } from "../record/requests";

/** A number that was asked for, and what it was. */
export interface Check {
  /** In a few words, e.g. `makespan/bound`. */
  readonly what: string;
  readonly measured: number;
  readonly atMost: number;
}

export const isMet = ({ measured, atMost }: Check): boolean => measured <= atMost;

/** What any scenario comes to. */
export interface Outcome {
  readonly scenario: string;
  readonly action: string;
  readonly checks: readonly Check[];
}

/** A deployment, measured from the simulator's record. All times are simulated seconds, unless said otherwise. */
export interface Deployment extends Outcome {
  readonly kind: "deployment";
  readonly resources: number;
  /** Simulated seconds per real second. */
  readonly timeScale: number;
  /** From the first task received to the last change of state that was waited for. */
  readonly makespan: number;
  /** Until the last call of the provider came back, from the same moment. Not with the engine. */
  readonly returned?: number;
  readonly bound: Bound;
  /** The bound at the engine's default parallelism on this machine: four resources per core. */
  readonly boundAtDefaultParallelism: Bound;
  readonly requests: Requests;
  /** Peak resident memory of the provider's process, in bytes; of the largest where there are several. */
  readonly peakMemory: number;
  /** The most subscriptions that were non-active at once, so far in the run. */
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
  /** The same of as many trivial resources: the engine's own cost. */
  readonly trivial: number;
}

/** The engine's own cost for many resources of ours, beside the same number of trivial ones. In REAL seconds. */
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
