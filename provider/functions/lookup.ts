import * as pulumi from "@pulumi/pulumi";
import type { Args } from "../engine/resource";

/** What every look-up takes. */
export interface LookupArgs {
  /**
   * The account to look in: a name in the config value `redis-cloud:accounts`.
   *
   * @default the account of `redis-cloud:apiKey`, or of the environment
   */
  account?: string;
}

/** The same arguments as outputs: to be left out where the look-up itself lets them be. */
type OutputArgs<A> = undefined extends A ? [args?: Args<NonNullable<A>>] : [args: Args<A>];

/** The form of a look-up that takes outputs of other resources and gives an output. */
export function outputForm<A extends LookupArgs | undefined, R>(
  lookup: (args: A) => Promise<R>,
): (...args: OutputArgs<A>) => pulumi.Output<R> {
  return (...[args]) =>
    pulumi.output(args as object).apply((known) => lookup(known as A)) as pulumi.Output<R>;
}

/**
 * The one that matches.
 *
 * @param what the kind of thing, in the singular, for the message.
 * @param filter what was asked for, for the message.
 * @param found what matches.
 * @param names how to name a candidate, for the message.
 * @throws RunError when none matches, or several do.
 */
export function theOnly<T>(
  what: string,
  filter: object,
  found: readonly T[],
  names: { of: (candidate: T) => string; all: readonly T[] },
): T {
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const { account, ...asked } = filter as LookupArgs;
  const where = account === undefined ? "" : ` in account ${account}`;
  const listed = (candidates: readonly T[]) => candidates.map(names.of).join(", ") || "none";
  const outcome =
    only === undefined
      ? `no ${what} matches ${JSON.stringify(asked)}${where}. There are: ${listed(names.all)}.`
      : `${found.length} match ${JSON.stringify(asked)}${where}: ${listed(found)}. Ask for one by more of its properties.`;
  throw new pulumi.RunError(`Looking up one ${what}: ${outcome}`);
}

/** Whether the candidate has every property that was asked for. */
export function matches<A extends LookupArgs>(args: A, candidate: object): boolean {
  return Object.entries(args)
    .filter(([name, wanted]) => name !== "account" && wanted !== undefined)
    .every(([name, wanted]) => String((candidate as Record<string, unknown>)[name]) === String(wanted));
}
