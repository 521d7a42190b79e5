import { createHash } from "node:crypto";

/** Length of the hash that identifies the stack: a collision is unlikely even among a million stacks. */
const STACK_LENGTH = 8;
/** Length of the hash that identifies the resource within its stack. */
const RESOURCE_LENGTH = 4;
const HASH_LENGTH = STACK_LENGTH + RESOURCE_LENGTH;

/** Length of the stack's part in auto-names of earlier versions: two of a thousand stacks may share it. */
const EARLIER_STACK_LENGTH = 4;

/**
 * Short hash that identifies an auto-name, the same in every run and on every machine: first the stack's part (stack
 * and project name), then the resource's part.
 *
 * @param urn `urn:pulumi:<stack>::<project>::<type>::<name>`.
 */
export const urnHash = (urn: string, stackLength = STACK_LENGTH): string =>
  hash(stackOf(urn), stackLength) + hash(urn, RESOURCE_LENGTH);

/** Whether the name looks like an auto-name of the URN's stack. This is a hint, not a proof. */
export const isAutoNameInStack = (name: string, urn: string): boolean =>
  [STACK_LENGTH, EARLIER_STACK_LENGTH].some((length) =>
    new RegExp(`-${hash(stackOf(urn), length)}[a-z0-9]{${RESOURCE_LENGTH}}$`).test(name),
  );

/** Stack and project are the first two parts of a URN. */
const stackOf = (urn: string): string => urn.split("::").slice(0, 2).join("::");

/** A hash of uniformly distributed letters and digits. */
function hash(text: string, length: number): string {
  const digest = BigInt(`0x${createHash("sha256").update(text).digest("hex")}`);
  return digest.toString(36).slice(-length);
}

/**
 * Name of a resource that the program does not name: its logical name and a short hash of its URN. All kinds follow the
 * API's rule for databases: letters, digits and hyphens; first a letter, last a letter or digit.
 *
 * @param maxLength in characters.
 */
export const autoName = (urn: string, maxLength: number): string =>
  nameWith(urn, maxLength - HASH_LENGTH, urnHash(urn));

/** Auto-name that earlier versions of this package gave the same resource. It identifies what they left behind. */
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
