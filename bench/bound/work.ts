/** A task and the provisioning that follows it. In seconds. */
export interface Step {
  /** Processing phase of its task: one task at a time per account. */
  readonly processing: number;
  /** Provisioning, or de-provisioning, after it: in parallel. */
  readonly provisioning: number;
}

/** What the creation of a subscription and of its databases takes. */
export interface SubscriptionCreation extends Step {
  /**
   * Processing of the tasks that delete the databases of its creation plan, in seconds, 0 without a plan. They come
   * after the subscription is active and before its first own database.
   */
  readonly planDeletion: number;
  readonly databases: readonly Step[];
  /**
   * For how many seconds the subscription was `pending` after the nth creation of a database in it; 0 or absent
   * where it stayed active. A property of the place in the sequence, not of the database.
   */
  readonly growth: readonly number[];
}

/** What the deletion of a subscription takes, and before it that of its databases. */
export interface SubscriptionDeletion extends Step {
  readonly databases: readonly Step[];
}

/** The least time that some work takes, whoever does it. */
export interface Bound {
  readonly seconds: number;
  /** Which of the derivations decided. */
  readonly by: string;
}

/** How many resources are under way at once, at most, when nobody limits it. */
export const UNLIMITED = Number.POSITIVE_INFINITY;

/** "You cannot change (make non-active) more than three subscriptions at the same time": API lifecycle page. */
export const PLACES = 3;
