import type { ResourceId } from "../../provider/api/lists";
import type { Kind } from "../../provider/lifecycle/kind";
import { ALL, type Declarations, ofKind } from "../declarations";

/** Kind of an operation whose command is about no kind of resource that is known here. */
export const UNKNOWN_KIND = "task";

/**
 * What an operation has come to:
 *
 * - `waiting`: it waits to be admitted; for its turn, or, with a `detail`, for a limit of the account.
 * - `submitted`: its request was accepted.
 * - `processing`: its task is being processed.
 * - `processed`: its task is processed; its resource is being provisioned.
 * - `ready`: its resource is `active`, or gone.
 * - `failed`: it ended short; `detail` says why.
 */
export type MarkPhase = "waiting" | "submitted" | "processing" | "processed" | "ready" | "failed";

/** A moment at which an operation came to a phase. */
export interface Mark {
  /** Milliseconds since 1970; all operations of a timeline are on the same clock. */
  readonly at: number;
  readonly phase: MarkPhase;
  readonly taskId?: string;
  readonly detail?: string;
}

/** One request and what became of it, from whatever source. */
export interface Operation {
  /** Unique among the operations of a timeline. */
  readonly key: string;
  /** Accounts are processed separately; the same for all where the source does not tell. */
  readonly account: string;
  /** `create`, `update`, `delete`, or another command of the API in words, e.g. `upgrade`. */
  readonly action: string;
  /** Name of the kind of resource that it works on, or {@link UNKNOWN_KIND}. */
  readonly kind: string;
  /** Absent where the source does not tell. */
  readonly name?: string;
  /** The resource ID, from the time it is known. */
  readonly id?: ResourceId;
  /** The subscription that it is in. */
  readonly subscriptionId?: number;
  /** What it came to, in order. The last one is `ready` or `failed`, unless it was still under way. */
  readonly marks: readonly Mark[];
  /** Whether the marks tell what happened before it was submitted. */
  readonly arrivalKnown: boolean;
  /** Somebody else's, on the same account. */
  readonly foreign?: boolean;
  /** The task that brought it about, when it has none of its own: the resizing of a cluster. */
  readonly causedBy?: string;
}

/** The tasks it submitted; several when it was refused and tried again. */
export const tasksOf = ({ marks }: Operation): readonly string[] => [
  ...new Set(marks.flatMap(({ taskId }) => taskId ?? [])),
];

/** Whether an operation that comes to this has ended. */
export const isEnd = ({ phase }: Mark): boolean => phase === "ready" || phase === "failed";

/** From the first mark of any of the operations to the last. */
export function spanOf(operations: readonly Operation[]): { from: number; to: number } {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { marks } of operations) {
    for (const { at } of marks) [from, to] = [Math.min(from, at), Math.max(to, at)];
  }
  return { from, to };
}

/** What a `commandType` of the API means, e.g. `databaseCreateRequest`. */
export function commandOf(
  commandType: string,
  declarations: Declarations = ALL,
): Pick<Operation, "action" | "kind"> {
  const kind = kindOfCommand(commandType, declarations)?.name;
  if (kind === undefined) return { kind: UNKNOWN_KIND, action: commandType };
  const verb = commandType.replace(/Request$/, "").replace(new RegExp(`^${kind}(?=[A-Z])`), "");
  return { kind, action: inWords(verb) };
}

/** The kind whose tasks have the `commandType`, or whose name it begins with. */
export function kindOfCommand(commandType: string, declarations: Declarations): Kind | undefined {
  const kinds = declarations.map(({ kind }) => kind);
  return (
    kinds.find(({ commands }) => Object.values(commands).some((one) => isOneOf(commandType, one))) ??
    kinds.find(({ name }) => new RegExp(`^${name}[A-Z]`).test(commandType))
  );
}

const isOneOf = (commandType: string, commands: string | ReadonlySet<string>): boolean =>
  typeof commands === "string" ? commands === commandType : commands.has(commandType);

/** What people call resources of the kind. */
export const nounOf = (kind: string, declarations: Declarations = ALL): string =>
  ofKind(kind, declarations)?.kind.noun ?? inWords(kind);

/** A name in camel case, in words. */
const inWords = (name: string): string => name.replace(/\B[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
