import ipaddr from "ipaddr.js";

/*
 * Forms in which values are compared: what means the same to the API is the same there.
 */

/** Lists whose order means nothing. */
export const asSet =
  <Item>(by: (item: Item) => string | number) =>
  (items: readonly Item[]): readonly Item[] | undefined =>
    items.length === 0 ? undefined : [...items].sort((one, other) => (by(one) < by(other) ? -1 : 1));

export const asSetOfTexts = asSet<string>((text) => text);

/** Tags, whose keys are unique. */
export const tagSet = asSet<{ key: string; value: string }>(({ key }) => key);

/** A range of addresses: a single address is the range of it alone. */
export function addressRange(text: string): string {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text).join("/");
  if (!ipaddr.isValid(text)) return text;
  const address = ipaddr.parse(text);
  return `${address}/${address.kind() === "ipv4" ? 32 : 128}`;
}

/** Ranges of addresses, in any order. */
export const addressSet = (ranges: readonly string[]) => asSetOfTexts(ranges.map(addressRange));
