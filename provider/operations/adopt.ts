import type { Account } from "../lifecycle/account";
import { describeTarget, targetOf } from "../lifecycle/kind";

import type { Call } from "./call";
import { inputsAsHeld, stateOf } from "./observe";
import { containsUnknown, type Properties, TASK, URN } from "./properties";

/** The stack's resource that manages a resource of the account, and whether this run adopted it. */
interface Owner {
  readonly urn: string;
  readonly isAdopted: boolean;
}

/** Owners seen in this process, by kind and ID. */
const owners = new WeakMap<Account, Map<string, Owner>>();

/** Records the owner of a resource. */
function noteOwner({ account, declaration }: Call, id: string, owner: Owner): void {
  const known = owners.get(account) ?? new Map<string, Owner>();
  owners.set(account, known.set(`${declaration.kind.name} ${id}`, owner));
}

export const ownerOf = ({ account, declaration }: Call, id: string): Owner | undefined =>
  owners.get(account)?.get(`${declaration.kind.name} ${id}`);

/** Takes an existing resource into the state as it is. */
export async function adoptResource(
  call: Call,
  inputs: Properties,
): Promise<{ id: string; outs: Properties }> {
  const { declaration, session } = call;
  const id = String(inputs.adopt);
  const target = targetOf(declaration.kind, inputs, id);
  const taskId = await session.latestChange(target);
  const answer = await declaration.observe(target, inputs, session);
  if (answer === undefined) throw new Error(`adopt ${describeTarget(target)}: it no longer exists.`);
  session.noteKnown(target);
  (await call.journal()).noteAdopted(target.id ?? 0);
  noteOwner(call, id, { urn: call.urn, isAdopted: true });
  const held = stateOf(declaration, target, inputsAsHeld(declaration, inputs, answer), answer);
  return { id, outs: taskId === undefined ? held : { ...held, [TASK]: taskId } };
}

/** Whether another resource of the stack adopted it in this run: then it must not be deleted. */
export function isAdoptedElsewhere(call: Call, id: string): boolean {
  const owner = ownerOf(call, id);
  if (owner === undefined || !owner.isAdopted || owner.urn === call.urn) return false;
  call.announce(`not deleted: ${owner.urn.split("::").at(-1)} has adopted it`, "info");
  return true;
}

/**
 * Records the owner of the resource, and of the adopted one if it was replaced since.
 *
 * @throws Error when `adopt` newly names another resource.
 */
export function noteAdoption(
  call: Call,
  id: string,
  olds: Properties,
  { adopt, [URN]: urn }: Properties,
): void {
  const owner = { urn: String(urn), isAdopted: false };
  noteOwner(call, id, owner);
  if (typeof adopt !== "string" || containsUnknown(adopt) || adopt === id) return;
  if (adopt === olds.adopt) {
    noteOwner(call, adopt, owner);
    return;
  }
  throw new Error(
    `adopt is ${adopt}, but the resource in the stack is ${id}. Set adopt on another resource of the program, ` +
      "or remove this one from the stack first (`pulumi state delete`).",
  );
}
