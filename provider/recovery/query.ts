import type { Target } from "../lifecycle/kind";
import type { Intent } from "./journal/intent";

/** A resource that an earlier run may have created, without its engine ever learning of it. */
export interface RecoveryQuery {
  /** Without an ID. */
  readonly target: Target;
  /** What it may be called: the name, and of an auto-name the one that earlier versions of this package gave. */
  readonly names: readonly string[];
  /** Whether nobody but this resource of this stack would be called so. */
  readonly isAutoName: boolean;
  /** Whether the journal tells that an engine has learned of a resource: then no killed run left it behind. */
  readonly wasKnown: (target: Target) => boolean;
  /** How long its creation may take, in milliseconds. */
  readonly createTimeoutMs: number;
  /** What is written down about its creation. */
  readonly intent: () => Intent | "unreadable" | undefined;
}

/** A resource that was found, and by what. */
export interface Recovered {
  readonly target: Target;
  readonly by: "journal" | "name";
  /** The task that created it. */
  readonly taskId?: string;
  /** Names of the arguments that it was created with, where the journal tells. */
  readonly fields?: readonly string[];
}
