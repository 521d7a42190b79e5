import { unknownValue } from "@pulumi/pulumi/runtime/rpc";
import type { Call } from "../operations/call";
import type { Properties } from "../operations/properties";
import { registryOf } from "../operations/uniqueness/registry";

/**
 * The arguments that name resources which this run replaces, and which the API does not delete before this resource.
 * The engine asks for them before it deletes a resource: it passes an argument of a dependent as unknown as a whole.
 */
export function blockingArguments(
  { account, declaration }: Call,
  olds: Properties,
  news: Properties,
): readonly string[] {
  const registry = registryOf(account);
  return Object.keys(declaration.fields)
    .filter((argument) => news[argument] === unknownValue && olds[argument] != null)
    .filter((argument) =>
      declaration.fields[argument]
        ?.blocksDeletionOf?.(olds[argument] ?? "")
        .some((named) => registry.isReplaced(named)),
    );
}
