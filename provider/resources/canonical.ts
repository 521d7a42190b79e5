import ipaddr from "ipaddr.js";

/*
 * Canonical forms, in which values are compared: values that mean the same to the API have the same form.
 */

/** Lists whose order has no meaning. */
export const asSet =
  <Item>(by: (item: Item) => string | number) =>
  (items: readonly Item[]): readonly Item[] | undefined =>
    items.length === 0 ? undefined : [...items].sort((one, other) => (by(one) < by(other) ? -1 : 1));

export const asSetOfTexts = asSet<string>((text) => text);

/** Tags, whose keys are unique. */
export const tagSet = asSet<{ key: string; value: string }>(({ key }) => key);

/** An address range; a single address becomes a range of one. */
export function addressRange(text: string): string {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text).join("/");
  if (!ipaddr.isValid(text)) return text;
  const address = ipaddr.parse(text);
  return `${address}/${address.kind() === "ipv4" ? 32 : 128}`;
}

/** Address ranges, in any order. */
export const addressSet = (ranges: readonly string[]) => asSetOfTexts(ranges.map(addressRange));
