import { inWords, type TaskIds, type TimelineKinds } from "./kinds";

/** Kind of an operation whose command belongs to no known kind of resource. */
export const UNKNOWN_KIND = "task";

/**
 * Phase of an operation:
 *
 * - `waiting`: it waits for admission: for a slot or, with a `detail`, for a limit of the account.
 * - `submitted`: its request was accepted.
 * - `processing`: its task is being processed.
 * - `processed`: its task is processed; its resource is being provisioned.
 * - `ready`: its resource is `active`, or gone.
 * - `failed`: it failed; `detail` says why.
 */
export type MarkPhase = "waiting" | "submitted" | "processing" | "processed" | "ready" | "failed";

/** The time at which an operation entered a phase. */
export interface Mark {
  /** Milliseconds since 1970; all operations of a timeline are on the same clock. */
  readonly at: number;
  readonly phase: MarkPhase;
  readonly taskId?: string;
  readonly detail?: string;
}

/** One request and its phases, from any source. */
export interface Operation {
  /** Unique among the operations of a timeline. */
  readonly key: string;
  /** Accounts are processed separately; empty if the source does not name one. */
  readonly account: string;
  /** `create`, `update`, `delete`, or another command of the API in words, e.g. `upgrade`. */
  readonly action: string;
  /** Name of the resource's kind, or {@link UNKNOWN_KIND}. */
  readonly kind: string;
  /** Absent if the source has none. */
  readonly name?: string;
  /** The resource ID, once known. */
  readonly id?: number | string;
  /** The subscription that it is in. */
  readonly subscriptionId?: number;
  /** Its phases, in order. The last one is `ready` or `failed` unless it is still under way. */
  readonly marks: readonly Mark[];
  /** Whether the marks include the time before submission. */
  readonly arrivalKnown: boolean;
  /** Whether another client submitted it. */
  readonly foreign?: boolean;
  /** The task that caused it, if it has none of its own, as the resizing of a cluster. */
  readonly causedBy?: string;
}

/** The tasks it submitted; several if it was retried. */
export const tasksOf = ({ marks }: Operation): readonly string[] => [
  ...new Set(marks.flatMap(({ taskId }) => taskId ?? [])),
];

/** Whether the operation has ended with this mark. */
export const isEnd = ({ phase }: Mark): boolean => phase === "ready" || phase === "failed";

/** Time span from the first mark to the last of all operations. */
export function spanOf(operations: readonly Operation[]): { from: number; to: number } {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { marks } of operations) {
    for (const { at } of marks) [from, to] = [Math.min(from, at), Math.max(to, at)];
  }
  return { from, to };
}

/** Kind and action of a `commandType` of the API, e.g. `databaseCreateRequest`. */
export function commandOf(
  commandType: string,
  kinds: Pick<TimelineKinds, "ofCommand" | "prefixOf">,
  ids?: TaskIds,
): Pick<Operation, "action" | "kind"> {
  const kind = kinds.ofCommand(commandType, ids);
  if (kind === undefined) return { kind: UNKNOWN_KIND, action: commandType };
  const verb = commandType
    .replace(/Request$/, "")
    .replace(new RegExp(`^${kinds.prefixOf?.(kind) ?? kind}(?=[A-Z])`), "");
  return { kind, action: inWords(verb) };
}
