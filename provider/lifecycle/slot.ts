import type { Target } from "./kind";
import type { Progress, Submission } from "./operation";

/** The slot of an admitted operation in the queue. */
export interface Slot {
  /** The operation calls this as soon as the API has accepted its request. */
  readonly accepted: (taskId?: string) => void;
  /** Resolves when everything submitted before is processed: the API processes tasks in order of submission. */
  readonly before: Promise<unknown>;
  /** Whether another task of ours is queued at the API behind this one. */
  readonly hasFollower: () => boolean;
}

/** An operation that waits for admission. */
export interface Candidate {
  readonly operation: Submission;
  readonly watch: Progress;
  readonly enqueuedAt: number;
  readonly work: (turn: Slot) => Promise<Target | undefined>;
  readonly resolve: (target: Target | undefined) => void;
  readonly refuse: (error: unknown) => void;
}
