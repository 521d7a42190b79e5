import ipaddr from "ipaddr.js";
import type { Args } from "./program";

/** An argument, as what a program says of it and what the server holds of it are compared. */
export interface Row<Holding> {
  /** Its name; where several arguments say the same thing in their own ways, all their names. */
  readonly names: readonly [string, ...string[]];
  /** What the server holds, in terms of a program's arguments, or {@link BEYOND_COMPARE}. */
  held(holding: Holding, args: Args): unknown;
  /** What the program says: the API's default where it says nothing; undefined where the API then chooses, or keeps. */
  said(args: Args): unknown;
  /** Whether it is another argument that makes it what it is: a preview need not list it, and may. */
  isImplied?(args: Args): boolean;
}

/** What is neither there nor missing. */
export const BEYOND_COMPARE = "beyond compare";

/** A row of an argument by which one thing is said. */
export const row = <Holding>(
  name: string,
  held: (holding: Holding) => unknown,
  said: (value: never, args: Args) => unknown = (value) => value,
): Row<Holding> => ({ names: [name], held, said: (args) => said(args[name] as never, args) });

/** A row of an argument with a default. */
export const withDefault = <Holding>(
  name: string,
  byDefault: unknown,
  held: (holding: Holding) => unknown,
): Row<Holding> => ({ names: [name], held, said: (args) => args[name] ?? byDefault });

/** Lists whose order means nothing, as they are compared. */
export const sorted = (items: readonly unknown[] = []): readonly string[] =>
  items.map((item) => JSON.stringify(item)).sort();

/** Ranges of addresses as they are compared. */
export const ranges = (addresses: readonly string[] = []): readonly string[] =>
  sorted(addresses.map((text) => (ipaddr.isValid(text) ? `${text}/32` : text)));

const MADE_UP = "made up";

/** The name: one that is made up has the logical name in it. */
export const nameRow = <Holding>(nameOf: (holding: Holding) => string): Row<Holding> => ({
  names: ["name"],
  held: (holding) => {
    const name = nameOf(holding);
    return /^(subscription|cloud-account|acl-rule|acl-role|acl-user|essentials|active-active)-\d(-\d)?-[0-9a-z]{12}$/.test(
      name,
    )
      ? MADE_UP
      : name;
  },
  said: ({ name }) => name ?? MADE_UP,
});

export const accountRow: Row<{ readonly account: string }> = {
  names: ["account"],
  held: ({ account }) => account,
  said: ({ account }) => account ?? "default",
};
