/** Provisioning states by their meaning for a wait. It reports a state that is in none of the sets, and continues. */
export interface States {
  /** Provisioning, or changing. */
  readonly pending: ReadonlySet<string>;
  /** Provisioned: it can be used and changed. */
  readonly ready: ReadonlySet<string>;
  /** Its creation goes no further until somebody else acts, so a wait for the creation ends here. */
  readonly resting: ReadonlySet<string>;
  /** Being removed. */
  readonly deleting: ReadonlySet<string>;
  /** Provisioning failed: the resource must be replaced. */
  readonly failed: ReadonlySet<string>;
}

/** The states of a kind of resource. */
type WithStates = { readonly states: States };

/** States of a subscription, as the API's lifecycle page names them. */
export const SUBSCRIPTION_STATES: States = {
  pending: new Set(["pending"]),
  ready: new Set(["active"]),
  // In the vendor's cloud account: until the customer grants access to a key, and gives it to the subscription.
  resting: new Set(["encryption_key_pending"]),
  deleting: new Set(["deleting"]),
  failed: new Set(["error"]),
};

/** Whether a subscription goes no further until somebody else acts. */
export const isSubscriptionResting = (status: unknown): boolean =>
  isResting({ states: SUBSCRIPTION_STATES }, status);

/** State of a deleted resource that is still listed for a while. */
export const GONE = "deleted";

/** Whether the resource no longer exists: it is not listed, or is marked as deleted. */
export const isGone = (status: string | undefined): boolean => status === undefined || status === GONE;

/** Whether the resource is gone, or being deleted. */
export const isLeaving = ({ states }: WithStates, status: string | undefined): boolean =>
  status === undefined || isGone(status) || states.deleting.has(status);

/** Whether the resource is provisioned. */
export const isReady = ({ states }: WithStates, status: string | undefined): boolean =>
  status !== undefined && states.ready.has(status);

/** Whether the creation of a resource goes no further until somebody else acts. */
export const isResting = ({ states }: WithStates, status: unknown): boolean =>
  typeof status === "string" && states.resting.has(status);

export const TASK_PROCESSING = "processing-in-progress";
/** States of a task that is not processed yet. `initialized` precedes `received`. */
export const TASK_UNDER_WAY: ReadonlySet<string> = new Set(["initialized", "received", TASK_PROCESSING]);
export const TASK_COMPLETED = "processing-completed";
const TASK_FAILED = "processing-error";

/** Whether this is a known state of a task. */
export const isTaskState = (status: string): boolean =>
  TASK_UNDER_WAY.has(status) || status === TASK_COMPLETED || status === TASK_FAILED;
