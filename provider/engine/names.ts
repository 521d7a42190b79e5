import { createHash } from "node:crypto";

const HASH_LENGTH = 7;

/** The short hash by which an auto-name is recognized: of the resource's URN, so the same in every run. */
export function urnHash(urn: string): string {
  return createHash("sha256").update(urn).digest("hex").slice(0, HASH_LENGTH);
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
