import { createHash } from "node:crypto";

/** Characters of each of the two parts of a {@link urnHash}. */
const PART_LENGTH = 4;
const HASH_LENGTH = 2 * PART_LENGTH;

/**
 * The short hash by which an auto-name is recognized, the same in every run and on every machine: four characters by
 * the stack, so that one can tell whose a resource is, then four by the whole URN, so that it can tell which.
 *
 * @param urn `urn:pulumi:<stack>::<project>::<type>::<name>`.
 */
export const urnHash = (urn: string): string => stackHash(urn) + hash(urn);

/** Whether the name was made up for a resource of the same stack as the URN's. */
export const isAutoNameInStack = (name: string, urn: string): boolean =>
  new RegExp(`-${stackHash(urn)}[a-z0-9]{${PART_LENGTH}}$`).test(name);

/** Stack and project are the first two parts of a URN. */
const stackHash = (urn: string): string => hash(urn.split("::").slice(0, 2).join("::"));

/** Letters and digits, each as likely as the other. */
function hash(text: string): string {
  const digest = BigInt(`0x${createHash("sha256").update(text).digest("hex")}`);
  return digest.toString(36).slice(-PART_LENGTH);
}

/**
 * The name of a resource whose program gives none: its logical name and a short hash of its URN. Only letters,
 * digits and hyphens, first a letter, last a letter or digit: what the API allows for databases, and so for all.
 *
 * @param maxLength in characters.
 */
export function autoName(urn: string, maxLength: number): string {
  const logicalName = urn.slice(urn.lastIndexOf("::") + 2);
  const allowed = logicalName
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^[^A-Za-z]+/, "")
    .slice(0, maxLength - HASH_LENGTH - 1)
    .replace(/-+$/, "");
  return `${allowed === "" ? "redis" : allowed}-${urnHash(urn)}`;
}
