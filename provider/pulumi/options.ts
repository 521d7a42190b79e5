import * as pulumi from "@pulumi/pulumi";
import { programError } from "./programError";

type Options = pulumi.CustomResourceOptions;

/** Options that dynamic resources do not support, and what to do instead. */
const UNSUPPORTED: {
  readonly [K in keyof Options]?: (type: string, name: string, value: unknown) => string;
} = {
  import: (_, __, id) =>
    `Pulumi cannot import dynamic resources. Give the argument \`adopt: ${JSON.stringify(id)}\` instead of the option ` +
    "`import`: it takes what exists into the stack, and changes nothing.",
  id: (type, name, id) => {
    const shown = typeof id === "string" ? JSON.stringify(id) : "id";
    const read = `\`${type}.get(${JSON.stringify(name)}, ${shown})\``;
    return `To read what exists, call ${read} instead of giving the option \`id\`; to manage it, give the argument \`adopt\`.`;
  },
  provider: () =>
    "It takes no `provider`: its account is the one of the config value redis-cloud:apiKey, or the one of " +
    "redis-cloud:accounts that the argument `account` names.",
  version: () =>
    "It takes no `version`: the version of pulumi-redis-cloud is the one in the program's package.json.",
  pluginDownloadURL: () =>
    "It takes no `pluginDownloadURL`: the provider is part of the package pulumi-redis-cloud, and no plugin.",
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
