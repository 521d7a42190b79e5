/** A task and the provisioning that follows it, in seconds. */
export interface Step {
  /** Processing phase of its task: one task at a time per account. */
  readonly processing: number;
  /** Provisioning or de-provisioning after it; runs in parallel. */
  readonly provisioning: number;
}

/** Durations of the creation of a subscription and its databases. */
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
  /**
   * Additions of regions. The subscription is `pending` while one is provisioned, and none of its databases may be
   * changing then. @default none
   */
  readonly regions?: readonly Step[];
  /** Whether it is one of the subscriptions of which three may change at a time. @default true */
  readonly takesPlace?: boolean;
}

/** Durations of the deletion of a subscription and, before it, its databases. */
export interface SubscriptionDeletion extends Step {
  readonly databases: readonly Step[];
  /** Removals of regions, which precede it, too. As for their addition, no database may be changing. @default none */
  readonly regions?: readonly Step[];
  /** As for its creation. @default true */
  readonly takesPlace?: boolean;
}

/** A lower bound for the duration of some work. */
export interface Bound {
  readonly seconds: number;
  /** Name of the derivation. */
  readonly by: string;
}

/** No limit on the number of resources in progress. */
export const UNLIMITED = Number.POSITIVE_INFINITY;

/** "You cannot change (make non-active) more than three subscriptions at the same time": API lifecycle page. */
export const PLACES = 3;
