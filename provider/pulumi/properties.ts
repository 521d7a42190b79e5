import * as pulumi from "@pulumi/pulumi";
import { isOptional, isReported } from "../operations/attributes";
import { ATTRIBUTES, attributesIn, type Checkable, LOOK_UP } from "../operations/properties";

/*
 * The properties of a resource in a program. Pulumi makes outputs of what it is given, and each costs time and memory,
 * used or not. So what a program may never look at becomes an output when it is looked at.
 */

/** An argument of whatever value, as far as it matters here. */
interface AnyField {
  readonly schema: Checkable;
  readonly change: unknown;
  readonly default?: unknown;
  readonly secret?: true;
  readonly observed?: unknown;
}
type Outputs = Readonly<Record<string, pulumi.Output<unknown>>>;

/** Where the properties of a resource's class come from, beside the arguments that a program gives. */
export interface PropertyOptions {
  readonly fields: Readonly<Record<string, AnyField>>;
  /** Outputs by their own name in the state; null where the API has none. */
  readonly outputs: readonly string[];
  /** Outputs among the {@link ATTRIBUTES} of the state. */
  readonly attributes: readonly string[];
  /**
   * Of {@link outputs}, secrets that not every resource has: whether one with these arguments may have it. Where it
   * cannot, the state need not hold an encrypted null.
   */
  readonly mayHave?: Readonly<Record<string, (args: Readonly<Record<string, unknown>>) => boolean>>;
  /**
   * Outputs that the Pulumi ID tells. Unlike other outputs, they are known in the preview of an update, so what
   * depends on them is not shown as changing with it.
   */
  readonly fromId: Readonly<Record<string, (id: string) => unknown>>;
  /** Outputs that follow from others. */
  readonly derived?: Readonly<Record<string, (resource: Outputs) => pulumi.Output<unknown>>>;
}

/** Names of the outputs that Pulumi is to resolve for a resource with these arguments. */
export function resolvedOutputs(
  { outputs, mayHave }: PropertyOptions,
  args: Readonly<Record<string, unknown>>,
): readonly string[] {
  return [...outputs.filter((name) => mayHave?.[name]?.(args) ?? true), ATTRIBUTES];
}

/** Completes a resource's properties: every argument and output is one. */
export function defineProperties(
  resource: pulumi.CustomResource,
  args: Readonly<Record<string, unknown>>,
  { fields, outputs, attributes, fromId, derived = {} }: PropertyOptions,
): void {
  const own = resource as unknown as Readonly<Record<string, pulumi.Output<unknown> | undefined>>;
  const attribute = (name: string) => {
    const field = fields[name];
    const byDefault = (known: object | undefined) =>
      known === undefined || field?.secret !== true ? field?.default : undefined;
    return (own[ATTRIBUTES] as pulumi.Output<unknown>).apply((written) => {
      const known = attributesIn(written);
      return known?.[name] ?? byDefault(known) ?? undefined;
    });
  };

  for (const name of outputs) {
    const resolved = own[name];
    define(name, () => resolved?.apply((value) => value ?? undefined) ?? attribute(name));
  }
  for (const name of attributes.filter((each) => !(each in fields))) define(name, () => attribute(name));
  for (const [name, field] of Object.entries(fields)) {
    if (outputs.includes(name)) continue;
    const [given, resolved] = [args[name], own[name]];
    // Of a resource that is read, the program gives no arguments, and the secrets among them are resolved by Pulumi.
    const isKept = LOOK_UP in args || isReported(field) || attributes.includes(name);
    const leftOut = () => (isKept ? attribute(name) : pulumi.output(undefined));
    if (resolved === undefined) define(name, leftOut);
    else if (given == null || isOptional(field)) define(name, () => resolvedOr(resolved, leftOut()));
  }
  for (const [name, read] of Object.entries(fromId)) define(name, () => resource.id.apply(read));
  for (const [name, derive] of Object.entries(derived)) define(name, () => derive(own as Outputs));

  function define(name: string, make: () => pulumi.Output<unknown>): void {
    const keep = (value: unknown) =>
      Object.defineProperty(resource, name, { ...VISIBLE, writable: true, value });
    Object.defineProperty(resource, name, {
      ...VISIBLE,
      get: () => {
        const output = make();
        keep(output);
        return output;
      },
    });
  }
}

const VISIBLE = { enumerable: true, configurable: true } as const;

/**
 * What Pulumi resolved, or the other where that is not known, or nothing: an argument that means the same as what the
 * program gave before is left as it was in the state, and an output that is given may turn out to be none.
 */
function resolvedOr(resolved: pulumi.Output<unknown>, other: pulumi.Output<unknown>): pulumi.Output<unknown> {
  const { isKnown } = resolved as unknown as { isKnown: Promise<boolean> };
  const either = isKnown.then((known) => (known ? resolved.apply((value) => value ?? other) : other));
  return pulumi.output(either);
}
