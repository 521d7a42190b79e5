import type { Submitted } from "../api/answers";
import type { ApiRequest } from "../api/client";
import type { ResourceId } from "../api/lists";
import type { Action } from "./commands";
import { describeTarget, type Target } from "./kind";

/** An action on a resource. */
export interface Operation {
  readonly action: Action;
  readonly target: Target;
  /** Reads what the API tells of the progress of its provisioning, in a few words, e.g. `40%`. */
  readonly progress?: () => Promise<string | undefined>;
  /** Whether the resource to delete has been listed: then it is gone when it no longer is. */
  readonly wasListed?: boolean;
}

/** An operation, and the request that submits its task. */
export interface Submission extends Operation {
  readonly request: ApiRequest;
  /** Completes the request right before it is sent, with what the account holds then. */
  readonly complete?: () => Promise<ApiRequest>;
  /**
   * Whether the resource to create has no name of its own, so that another client's looks the same: the journal entry
   * then tells which tasks cannot be this request's.
   */
  readonly isNameless?: boolean;
  /** Its journal entry, for operations that a later run must be able to recover. */
  readonly notes?: JournalEntry;
}

/** Records the progress of a request for later runs. */
export interface JournalEntry {
  /**
   * @param earlierTasks IDs of tasks that cannot be the request's, though they look like it.
   * @throws Error when the entry cannot be written: then nothing may be sent.
   */
  sending(earlierTasks?: readonly string[]): void;
  /** @param submitted the task, or the resource that answered. */
  accepted(submitted: Submitted): void;
  /** @param id the resource that the request created or changed. */
  processed(id: ResourceId): void;
  /** Records that the request certainly changed nothing. */
  refused(): void;
}

/** The recorded phases of an operation, beginning with `waiting` for admission. */
export type ObservedPhase = "waiting" | "submitted" | "processing" | "processed" | "ready" | "failed";

/** What is known when a phase begins. */
export interface Seen {
  readonly taskId?: string;
  readonly id?: ResourceId;
  /** For `waiting`, the limit that it waits for; for `failed`, the code or kind of the error. */
  readonly detail?: string;
  /** Name of the resource, where it is not the one whose progress is reported. */
  readonly name?: string;
}

/** Time limit and progress callbacks of an operation. */
export interface Progress {
  /** Milliseconds from submission until the resource must be ready; waiting for admission has as much again. */
  readonly timeoutMs: number;
  /** Receives a short text about what the operation waits for. */
  readonly report: (status: string) => void;
  /** Receives a message that must stay in the run's output. */
  readonly announce: (text: string) => void;
  /** Called right before a request that changes something; throws when nothing may be sent any more. */
  readonly maySubmit: () => Promise<void>;
  /** Called when a phase of an operation begins, for the record of the run. */
  readonly observe: (operation: Operation, phase: ObservedPhase, seen?: Seen) => void;
}

/** Describes the operation for messages, e.g. `update database 12 of subscription 7`. */
export const describeOperation = ({ action, target }: Operation): string =>
  `${action} ${describeTarget(target)}`;
