import type { Account } from "../account";
import type { KindName } from "../kinds";
import { type ErrorCode, requireThat } from "../refusal";
import type { Resource } from "../resource";

/** States that rules, roles and users of access control have in common. */
export type AclState = "pending" | "active" | "deleting" | "error";

/** The longest name of a rule, role or user. The document states no limit; this one is only a safeguard. */
const MAX_NAME_LENGTH = 200;

/** Names of rules and roles: anything without blanks at the ends and without control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what the names must not contain
const NAME = /^(?! )[^\u0000-\u001f]*(?<! )$/;

/** Names of users, which Redis takes as one word. `default` is the user that every database has. */
const USER_NAME = /^(?!default$)[\w.@+-]+$/i;

/** Checks the name of a rule or role. */
export function requireName(name: string, code: ErrorCode): void {
  requireThat(name.length > 0 && name.length <= MAX_NAME_LENGTH && NAME.test(name), code);
}

/** Checks the name of a user. */
export function requireUserName(name: string): void {
  requireThat(name.length <= MAX_NAME_LENGTH && USER_NAME.test(name), "ACL_USER_NAME_NOT_VALID");
}

/** Checks that no other resource of the kind has this name, since they refer to each other by name. */
export function requireFreeName<R extends Resource>(
  account: Account,
  kind: KindName<R>,
  name: string,
  code: ErrorCode,
  itself?: R,
): void {
  const others = [...account.collection(kind).values()].filter((other) => other !== itself);
  requireThat(!others.some((other) => other.name === name), code);
}

/** The resource with this name that a request refers to; not one that is being deleted. */
export function findByName<R extends Resource>(
  account: Account,
  kind: KindName<R>,
  name: string,
): R | undefined {
  return [...account.collection(kind).values()].find((one) => one.name === name && one.status !== "deleting");
}

/**
 * Makes an active role or user `pending` for a while, because something related changes. One that is already `pending`
 * stays so as scheduled.
 */
export function unsettle(account: Account, resource: Resource): void {
  if (resource.status !== "active") return;
  account.transition(resource, "pending");
  account.schedule(resource, "active", account.duration("aclSettle"));
}
