import { createHash } from "node:crypto";

/** Characters of the hash that tell the stack: among a million stacks on one account, hardly two share it. */
const STACK_LENGTH = 8;
/** Characters of the hash that tell the resource within its stack. */
const RESOURCE_LENGTH = 4;
const HASH_LENGTH = STACK_LENGTH + RESOURCE_LENGTH;

/** Characters of the stack's part in names that earlier versions made: two of a thousand stacks may share it. */
const EARLIER_STACK_LENGTH = 4;

/**
 * The short hash by which an auto-name is recognized, the same in every run and on every machine: first the part of the
 * stack (its name and its project's), then the part of the resource.
 *
 * @param urn `urn:pulumi:<stack>::<project>::<type>::<name>`.
 */
export const urnHash = (urn: string, stackLength = STACK_LENGTH): string =>
  hash(stackOf(urn), stackLength) + hash(urn, RESOURCE_LENGTH);

/** Whether the name looks like the auto-name of a resource of the same stack as the URN's: a hint, and no proof. */
export const isAutoNameInStack = (name: string, urn: string): boolean =>
  [STACK_LENGTH, EARLIER_STACK_LENGTH].some((length) =>
    new RegExp(`-${hash(stackOf(urn), length)}[a-z0-9]{${RESOURCE_LENGTH}}$`).test(name),
  );

/** Stack and project are the first two parts of a URN. */
const stackOf = (urn: string): string => urn.split("::").slice(0, 2).join("::");

/** Letters and digits, each as likely as the other. */
function hash(text: string, length: number): string {
  const digest = BigInt(`0x${createHash("sha256").update(text).digest("hex")}`);
  return digest.toString(36).slice(-length);
}

/**
 * The name of a resource whose program gives none: its logical name and a short hash of its URN. Only letters,
 * digits and hyphens, first a letter, last a letter or digit: what the API allows for databases, and so for all.
 *
 * @param maxLength in characters.
 */
export const autoName = (urn: string, maxLength: number): string =>
  nameWith(urn, maxLength - HASH_LENGTH, urnHash(urn));

/** The auto-name that earlier versions of this package gave the same resource; what they left behind is recognized by it. */
export const earlierAutoName = (urn: string, maxLength: number): string =>
  nameWith(urn, maxLength - EARLIER_STACK_LENGTH - RESOURCE_LENGTH, urnHash(urn, EARLIER_STACK_LENGTH));

function nameWith(urn: string, maxLength: number, suffix: string): string {
  const logicalName = urn.slice(urn.lastIndexOf("::") + 2);
  const allowed = logicalName
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^[^A-Za-z]+/, "")
    .slice(0, maxLength - 1)
    .replace(/-+$/, "");
  return `${allowed === "" ? "redis" : allowed}-${suffix}`;
}
