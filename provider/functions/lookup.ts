import * as pulumi from "@pulumi/pulumi";
import { programError } from "../pulumi/programError";
import type { Args } from "../pulumi/resource";
import { idsOfCreated } from "./dependencies";

/** What every look-up takes. */
export interface LookupArgs {
  /**
   * The account to look in: a name in the config value `redis-cloud:accounts`.
   *
   * @default the account of `redis-cloud:apiKey`, or of the environment
   */
  account?: string;
}

/** Options of a look-up in its form for outputs. */
export interface LookupOptions {
  /**
   * Resources that have to be there before it is looked; a component stands for its children. In a preview, what depends
   * on a resource that is not created yet is not known.
   *
   * @default those whose outputs are arguments
   */
  dependsOn?: pulumi.InvokeOutputOptions["dependsOn"];
  /** Accepted, so that components can pass it on. A look-up has no provider that it could inherit. */
  parent?: pulumi.Resource;
}

/** The same arguments as outputs: to be left out where the look-up itself lets them be. */
type OutputArgs<A> = undefined extends A
  ? [args?: Args<NonNullable<A>>, opts?: LookupOptions]
  : [args: Args<A>, opts?: LookupOptions];

/** The form of a look-up that takes outputs of other resources and gives an output. */
export function outputForm<A extends LookupArgs | undefined, R>(
  lookup: (args: A) => Promise<R>,
): (...args: OutputArgs<A>) => pulumi.Output<R> {
  return (...[args, opts = {}]) => {
    refuseProvider(opts);
    const known = pulumi.output(args as object);
    const created = pulumi.output(idsOfCreated(known, opts.dependsOn));
    return pulumi.all([known, created]).apply(([args]) => lookup(args as A)) as pulumi.Output<R>;
  };
}

function refuseProvider(opts: LookupOptions): void {
  if (!("provider" in opts) || opts.provider === undefined) return;
  throw programError(
    "Look-ups of pulumi-redis-cloud take no provider: name the account with the argument account, one of " +
      "redis-cloud:accounts.",
  );
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
