/** Hourly cost before and after a change. */
export interface Difference {
  readonly before: number;
  readonly after: number;
}

/** Effect of a change on a subscription's hourly cost. */
export interface Share {
  /** Current usage cost. Absent for a new subscription. */
  readonly today?: number;
  readonly minimum: number;
  /** It is replaced, with everything in it. */
  readonly isGone?: true;
  readonly databases: Readonly<Record<string, Difference>>;
}

/** Cost estimate of a resource's change. */
export interface Estimate {
  readonly currency: string;
  /** Cost of the resource that it replaces. */
  readonly replaced?: number;
  /** By the subscription's ID or, if it is to be created, by its URN. */
  readonly subscriptions: Readonly<Record<string, Share>>;
}

/** A preview's request for an estimate, in a hidden argument. */
export interface Asked {
  /** The file for the estimates. */
  readonly ledger: string;
  /** For a database: the URN of its subscription. */
  readonly subscription?: string;
}
