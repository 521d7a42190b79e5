import type { ApiRequest } from "../api/client";
import type { ResourceId } from "../api/lists";
import { type Action, named, type Target } from "./kind";

/** What is done to a resource. */
export interface Operation {
  readonly action: Action;
  readonly target: Target;
}

/** One request that submits a task, and the resource whose provisioning follows it. */
export interface Submission extends Operation {
  readonly request: ApiRequest;
  /** Where it is written down, for work that must not be lost. */
  readonly notes?: JournalEntry;
}

/** Writes down, so that a run after this one knows of it, what becomes of a request. */
export interface JournalEntry {
  /** @throws Error when it cannot be written down: nothing may be sent then. */
  sending(): void;
  accepted(taskId: string | undefined): void;
  /** @param id the resource that it made or changed. */
  processed(id: ResourceId): void;
  /** It is certain that the request changed nothing. */
  refused(): void;
}

/** The phases of an operation, as they are recorded: `waiting` to be admitted, and what comes of it. */
export type ObservedPhase = "waiting" | "submitted" | "processing" | "processed" | "ready" | "failed";

/** What is known when a phase begins. */
export interface Seen {
  readonly taskId?: string;
  readonly id?: ResourceId;
  /** Of `waiting`: the limit that is waited for. Of `failed`: the code, or the kind, of the error. */
  readonly detail?: string;
  /** What the resource is called, where it is not the one that the watch is about. */
  readonly name?: string;
}

/** How long an operation may take, and who is told how it goes. */
export interface Progress {
  /** Milliseconds from submission until the resource must be ready; waiting to be admitted has as much again. */
  readonly timeoutMs: number;
  /** Told in a few words what is being waited for. */
  readonly report: (status: string) => void;
  /** Told what people should find in the run's output afterwards, too. */
  readonly announce: (text: string) => void;
  /** Asked right before a request is sent that changes something; it throws when nothing may be sent any more. */
  readonly maySubmit: () => Promise<void>;
  /** Told when a phase of an operation begins, for the record of the run. */
  readonly observe: (operation: Operation, phase: ObservedPhase, seen?: Seen) => void;
}

/** The operation in words, e.g. `update database 12 of subscription 7`. */
export const described = ({ action, target }: Operation): string => `${action} ${named(target)}`;
