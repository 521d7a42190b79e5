import * as pulumi from "@pulumi/pulumi";
import { programError } from "../pulumi/programError";
import type { Args } from "../pulumi/resource";
import { idsOfCreated } from "./dependencies";

/** Arguments of every look-up. */
export interface LookupArgs {
  /**
   * The account to look in: a name in the config value `redis-cloud:accounts`.
   *
   * @default the account of `redis-cloud:apiKey`, or of the environment
   */
  account?: string;
}

/** Filter of the look-up of one resource: at least one is required. */
export interface ById {
  /** The API's ID. */
  id?: number | string;
  /** The exact name. */
  name?: string;
}

/** Options of the output form of a look-up. */
export interface LookupOptions {
  /**
   * Resources that must exist before the look-up; a component stands for its children. In a preview, the result is
   * unknown while such a resource is not created yet.
   *
   * @default the resources whose outputs are arguments
   */
  dependsOn?: pulumi.InvokeOutputOptions["dependsOn"];
  /** Accepted so that components can pass it on; a look-up has no provider to inherit. */
  parent?: pulumi.Resource;
}

/** The same arguments as outputs; optional where the look-up's own arguments are. */
type OutputArgs<A> = undefined extends A
  ? [args?: Args<NonNullable<A>>, opts?: LookupOptions]
  : [args: Args<A>, opts?: LookupOptions];

/** Wraps a look-up so that it accepts outputs of resources and returns an output. */
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
    "Look-ups of pulumi-redis-cloud do not accept a provider: select the account with the argument account, one of " +
      "redis-cloud:accounts.",
  );
}

/**
 * Returns the only match.
 *
 * @param what singular noun, for the message.
 * @param filter the look-up's arguments, for the message.
 * @param found the matches.
 * @param names how to name candidates, for the message.
 * @throws RunError when none or several match.
 */
export function requireSingle<T>(
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
      ? `no ${what} matches ${JSON.stringify(asked)}${where}. Available: ${listed(names.all)}.`
      : `${found.length} match ${JSON.stringify(asked)}${where}: ${listed(found)}. Specify more properties to select one.`;
  throw new pulumi.RunError(`Looking up one ${what}: ${outcome}`);
}

/** Whether the candidate has all requested property values. */
export function matches<A extends LookupArgs>(args: A, candidate: object): boolean {
  return Object.entries(args)
    .filter(([name, wanted]) => name !== "account" && wanted !== undefined)
    .every(([name, wanted]) => String((candidate as Record<string, unknown>)[name]) === String(wanted));
}
