import type { Resource } from "../resource";
import type { Answers, Read } from "./answers";
import type { CopyContext } from "./context";

/** What follows a state by itself: nothing, or another state (`gone`: none) after a duration of this name. */
export type NextState<State extends string> =
  | "rests"
  | { readonly to: State | "gone"; readonly duration: string };

/** How resources of one kind are made from what the API answers: the inverse of the kind's own answers. */
export interface KindCopy<R extends Resource = Resource> {
  /** The reads that tell of the resources, as far as the answers so far show what there is to read. */
  reads(answers: Answers): readonly Read[];
  /** The resources, with the IDs that they have in the answers. */
  resources(answers: Answers, context: CopyContext): readonly Copied<R>[];
  /** What follows each state. */
  readonly states: Readonly<Record<R["status"], NextState<R["status"]>>>;
  /** The state of a copy whose own one the simulator does not have. @default `active` */
  readonly otherwise?: R["status"];
}

/** A resource as an answer tells of it. Its state may be one that the simulator does not have. */
export type Copied<R extends Resource> = Omit<R, "status" | "visibleAt" | "change"> & {
  readonly status: string;
};
