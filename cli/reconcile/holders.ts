import { describeTarget } from "../../provider/lifecycle/kind";
import type { Declarations } from "../declarations";
import { isInside, isSame } from "../inventory";
import type { Project, StackRead } from "../project";
import { type Known, knownTo } from "./known";
import type { Orphan } from "./orphans";

/** Why a resource must not be deleted: a stack of the backend holds or may hold it. */
export interface Holder {
  readonly reason: string;
  /** Whether a stack's state could not be read, which counts as holding everything. */
  readonly isUnreadable: boolean;
}

/** Finds a stack of the backend that holds the resource or a child of it. */
export type HolderOf = (orphan: Orphan) => Holder | undefined;

/**
 * Reads what all stacks of the backend hold, by type and ID: names prove nothing, and a resource keeps its ID when it
 * is moved or adopted.
 */
export async function readHolders(
  project: Pick<Project, "readStacks">,
  declarations: Declarations,
): Promise<HolderOf> {
  try {
    const stacks = await project.readStacks((deployment) => knownTo(deployment, declarations));
    return (orphan) => holderIn(stacks, orphan);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return () => unreadable(`the stacks of the backend cannot be listed (${why})`);
  }
}

function holderIn(stacks: readonly StackRead<readonly Known[]>[], orphan: Orphan): Holder | undefined {
  for (const stack of stacks) {
    if ("error" in stack) continue;
    const held = stack.content.find((known) => isPartOf(known, orphan));
    if (held !== undefined)
      return { reason: `the stack ${stack.stack} contains ${describeTarget(held)}`, isUnreadable: false };
  }
  const unread = stacks.find((stack) => "error" in stack);
  return unread && unreadable(`the state of the stack ${unread.stack} cannot be read (${unread.error})`);
}

const unreadable = (what: string): Holder => ({
  reason:
    `${what}, so it is unknown whether it contains the resource: log in so that all stacks can be read, and run it ` +
    "again",
  isUnreadable: true,
});

/** Whether deleting the orphan deletes it. */
const isPartOf = (known: Known, orphan: Orphan): boolean => isSame(known, orphan) || isInside(known, orphan);
