import * as pulumi from "@pulumi/pulumi";
import { programError } from "./programError";

type Options = pulumi.CustomResourceOptions;

/** Options that dynamic resources do not support, and what to do instead. */
const UNSUPPORTED: {
  readonly [K in keyof Options]?: (type: string, name: string, value: unknown) => string;
} = {
  import: (_, __, id) =>
    `Pulumi cannot import dynamic resources. Use the argument \`adopt: ${JSON.stringify(id)}\` instead of the option ` +
    "`import`: it imports the existing resource and changes nothing.",
  id: (type, name, id) => {
    const shown = typeof id === "string" ? JSON.stringify(id) : "id";
    const read = `\`${type}.get(${JSON.stringify(name)}, ${shown})\``;
    return (
      `To read an existing resource, call ${read} instead of setting the option \`id\`; to manage it, set the ` +
      "argument `adopt`."
    );
  },
  provider: () =>
    "The option `provider` is not supported: the account is that of the config value redis-cloud:apiKey, or the one in " +
    "redis-cloud:accounts that the argument `account` selects.",
  version: () =>
    "The option `version` is not supported: the program's package.json has the version of pulumi-redis-cloud.",
  pluginDownloadURL: () =>
    "The option `pluginDownloadURL` is not supported: the provider is part of the package pulumi-redis-cloud, and " +
    "not a plugin.",
};

/**
 * Rejects unsupported options with a message that says what to do instead.
 *
 * @param isLookUp whether a static `get` reads it, which sets `id`.
 * @throws RunError
 */
export function checkOptions(type: string, name: string, opts: Options, isLookUp: boolean): void {
  for (const [option, explained] of Object.entries(UNSUPPORTED)) {
    const value = opts[option as keyof Options];
    if (value === undefined || (option === "id" && isLookUp)) continue;
    throw programError(`${type} ${name}: ${explained(type, name, value)}`);
  }
}

/**
 * Merges the option `customTimeouts` into the argument `timeouts`, which has precedence. The engine does not pass the
 * option to dynamic providers.
 */
export function timeoutsOf(args: object, { customTimeouts }: Options): { timeouts?: pulumi.Input<object> } {
  const { create, update, delete: remove } = customTimeouts ?? {};
  const optional = Object.entries({ create, update, delete: remove }).filter(
    ([, time]) => time !== undefined,
  );
  if (optional.length === 0) return {};
  const { timeouts } = args as { timeouts?: pulumi.Input<object> };
  const custom = Object.fromEntries(optional);
  if (timeouts === undefined) return { timeouts: custom };
  return { timeouts: pulumi.output(timeouts).apply((given) => ({ ...custom, ...given })) };
}
