import ipaddr from "ipaddr.js";

/** Whether this is an IP address, or a range in CIDR notation. */
export function isAddressRange(range: string): boolean {
  return ipaddr.isValidCIDR(range) || ipaddr.isValid(range);
}
