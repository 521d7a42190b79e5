/** What a change does to a database's cost an hour. */
export interface Difference {
  readonly before: number;
  readonly after: number;
}

/** What a change does to a subscription, in its currency by the hour. */
export interface Share {
  /** What is used there now. Absent where it is only to be created. */
  readonly today?: number;
  readonly minimum: number;
  /** It is replaced, with all that is in it. */
  readonly isGone?: true;
  readonly databases: Readonly<Record<string, Difference>>;
}

/** What the change of a resource costs. */
export interface Estimate {
  readonly currency: string;
  /** What the one costs that it replaces. */
  readonly replaced?: number;
  /** By the subscription's ID or, of one that is to be created, by its URN. */
  readonly subscriptions: Readonly<Record<string, Share>>;
}

/** What a preview asks of the provider, by a hidden argument. */
export interface Asked {
  /** The file that estimates go to. */
  readonly ledger: string;
  /** Of a database: the URN of the subscription that its `subscriptionId` is of. */
  readonly subscription?: string;
}
