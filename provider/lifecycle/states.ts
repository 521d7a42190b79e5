/** What a provisioning state means for whoever waits. A state in none of the sets is reported and waited out. */
export interface States {
  /** Provisioning, or changing. */
  readonly pending: ReadonlySet<string>;
  /** Provisioned: it can be used and changed. */
  readonly ready: ReadonlySet<string>;
  /** Its creation goes no further until somebody else acts: whoever waits for the creation has what there is. */
  readonly resting: ReadonlySet<string>;
  /** Being removed. */
  readonly deleting: ReadonlySet<string>;
  /** Provisioning failed: only a new one helps. */
  readonly failed: ReadonlySet<string>;
}

/** A kind of resource, as far as its states are concerned. */
type WithStates = { readonly states: States };

/** States of a subscription, as the API's lifecycle page names them. */
export const SUBSCRIPTION_STATES: States = {
  pending: new Set(["pending"]),
  ready: new Set(["active"]),
  // In the vendor's cloud account: until the customer grants access to a key, and hands it over.
  resting: new Set(["encryption_key_pending"]),
  deleting: new Set(["deleting"]),
  failed: new Set(["error"]),
};

/** Whether a subscription goes no further until somebody else acts. */
export const isSubscriptionResting = (status: unknown): boolean =>
  isResting({ states: SUBSCRIPTION_STATES }, status);

/** Stays listed for a while after it is gone. */
const GONE = "deleted";

/** Whether the resource is no longer there: not found any more, or marked as deleted. */
export const isGone = (status: string | undefined): boolean => status === undefined || status === GONE;

/** Whether the resource is gone, or on its way out. */
export const isLeaving = ({ states }: WithStates, status: string | undefined): boolean =>
  status === undefined || isGone(status) || states.deleting.has(status);

/** Whether its creation goes no further until somebody else acts. */
export const isResting = ({ states }: WithStates, status: unknown): boolean =>
  typeof status === "string" && states.resting.has(status);

export const TASK_PROCESSING = "processing-in-progress";
/** Task states: `received` and on, until it is processed. `initialized` precedes `received`. */
export const TASK_UNDER_WAY: ReadonlySet<string> = new Set(["initialized", "received", TASK_PROCESSING]);
export const TASK_COMPLETED = "processing-completed";
const TASK_FAILED = "processing-error";

/** Whether a task may be in such a state at all. */
export const isTaskState = (status: string): boolean =>
  TASK_UNDER_WAY.has(status) || status === TASK_COMPLETED || status === TASK_FAILED;
