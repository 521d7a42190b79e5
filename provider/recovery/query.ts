import type { ResourceId } from "../api/lists";
import type { Target } from "../lifecycle/kind";
import type { Intent } from "./journal/intent";

/** Query for a resource that an earlier run may have created without its engine learning of it. */
export interface RecoveryQuery {
  /** Without an ID, unless an argument identifies it. */
  readonly target: Target;
  /** Its possible names: the name and, for an auto-name, the one that earlier versions of this package generated. */
  readonly names: readonly string[];
  /** Whether the name is generated: only this resource of this stack would have it. */
  readonly isAutoName: boolean;
  /** Whether the journal records that an engine knows a resource: then no killed run left it behind. */
  readonly wasKnown: (target: Target) => boolean;
  /** Whether the journal records that the resource is, or comes from the task of, another resource's creation. */
  readonly isClaimed: (target: Target) => boolean;
  /**
   * IDs of tasks that cannot be of its creation; absent where the name tells it from others.
   */
  readonly earlierTasks?: readonly string[];
  /**
   * For a kind that the API does not list: whether a request whose answer was lost was accepted. Returns an ID that stands
   * for the resource, since nothing tells its own; undefined if it was not accepted.
   *
   * @param submittedAt milliseconds.
   */
  readonly findLost?: (submittedAt: number) => Promise<ResourceId | undefined>;
  /** How long its creation may take, in milliseconds. */
  readonly createTimeoutMs: number;
  /** Returns the journal's open intent to create it. */
  readonly intent: () => Intent | "unreadable" | undefined;
}

/** A recovered resource, and how it was found. */
export interface Recovered {
  readonly target: Target;
  readonly by: "journal" | "name";
  /** Whether only the account's tasks tell that the journal's request created it: its answer was lost. */
  readonly isInferred?: true;
  /** The task that created it. */
  readonly taskId?: string;
  /** Names of the arguments that it was created with, where the journal records them. */
  readonly fields?: readonly string[];
}
