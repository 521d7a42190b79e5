import type { ListedGateway } from "./kind";

/** The networks of an attachment. */
export const addressesOf = ({ cidrs }: ListedGateway): string[] =>
  cidrs.map(({ cidrAddress }) => cidrAddress);

/** Whether two lists of networks are the same, in any order. */
export const isSameSet = (some: readonly string[], others: readonly string[]): boolean =>
  [...some].sort().join() === [...others].sort().join();
