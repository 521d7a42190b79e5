import { describeTarget, type Target } from "../../lifecycle/kind";

import { listOf } from "../../lifecycle/provisioned";
import type { Call } from "../call";
import { logicalName } from "./registry";

/** A resource that holds a name at the server. */
export interface Holder {
  readonly target: Target;
  readonly status: string;
}

/**
 * Finds the resource that holds the name at the server.
 *
 * @param target the resource that wants the name, which is ignored.
 * @param since milliseconds of `Date.now()`: the earliest read to accept.
 */
export async function holderOf(
  { account }: Call,
  target: Target,
  name: string,
  since = Date.now(),
): Promise<Holder | undefined> {
  const listed = await listOf(account, target).asOf(since);
  const found = [...listed].find(([id, other]) => other.name === name && id !== target.id);
  return found && { target: { ...target, id: found[0] }, status: found[1].status };
}

/** The problem with a name that no order of updates makes free. */
export function nameIsTaken({ urn }: { readonly urn: string }, name: string, holder: Target): string {
  return (
    `name: ${name}, the new name of ${logicalName(urn)}, is the name of ${describeTarget(holder)}, and no resource of the ` +
    "program gives it up. If that one was removed from the program, Pulumi deletes it only after all updates: remove it " +
    "in a separate run first, or use names that do not depend on an index, or omit them. If it is not part of " +
    "this stack, choose another name."
  );
}
