import type { Account } from "../account";
import type { StoredKind } from "../kinds";
import type { Resource } from "../resource";
import type { Answers, Read } from "./answers";
import { CopyContext } from "./context";
import type { NextState } from "./kindCopy";

/** The reads that are still to be made to copy an account: none when the answers are complete. */
export function readsBeyond(answers: Answers, kinds: readonly StoredKind[], first: readonly Read[]): Read[] {
  const all = [...first, ...kinds.flatMap(({ copy }) => copy?.reads(answers) ?? [])];
  const missing = all.filter(({ path }) => !Object.hasOwn(answers, path));
  return [...new Map(missing.map((read) => [read.path, read])).values()];
}

/**
 * Adds the resources that exist in a new account from the start. Those that every account has are replaced by
 * the ones of the same ID or name.
 *
 * @returns what the simulator cannot represent, and why.
 */
export function addExistingResources(account: Account, answers: Answers): readonly string[] {
  const context = new CopyContext(account.random, account.now);
  for (const kind of account.kinds.all) {
    for (const copied of kind.copy?.resources(answers, context) ?? []) {
      const { status, next } = stateOf(kind, copied, context);
      addExisting(account, { ...copied, status, visibleAt: 0, change: 0 }, next);
    }
  }
  return context.leftOut;
}

function addExisting(account: Account, resource: Resource, next: NextState<string>): void {
  const present = [...account.collection(resource.kind).values()];
  for (const one of present) if (isReplaced(one, resource)) account.collection(resource.kind).remove(one);
  account.addExisting(resource);
  if (next !== "rests") account.schedule(resource, next.to, account.duration(next.duration));
}

/** Only what comes with an account has not changed yet. */
const isReplaced = (one: Resource, by: Resource): boolean =>
  one.change === 0 && (one.id === by.id || one.name === by.name);

function stateOf(
  { copy, name }: StoredKind,
  { id, status }: Pick<Resource, "id" | "status">,
  context: CopyContext,
) {
  const next = copy?.states[status];
  if (next) return { status, next };
  const { otherwise = "active" } = copy ?? {};
  context.leaveOut(
    `${name} ${id}`,
    `its state is ${status}, which the simulator does not have; the copy is ${otherwise}`,
  );
  return { status: otherwise, next: "rests" as const };
}
