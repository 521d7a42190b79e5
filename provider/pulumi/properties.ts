import * as pulumi from "@pulumi/pulumi";
import { isOptional, isReported } from "../operations/attributes";
import { ATTRIBUTES, attributesIn, type Checkable, LOOK_UP } from "../operations/properties";

/*
 * The properties of a resource in a program. Pulumi makes an output of each property that it gets, which costs time
 * and memory. So properties that a program may never read become outputs on first access.
 */

/** The parts of an argument's declaration that are used here. */
interface AnyField {
  readonly schema: Checkable;
  readonly change: unknown;
  readonly default?: unknown;
  readonly secret?: true;
  readonly observed?: unknown;
}
type Outputs = Readonly<Record<string, pulumi.Output<unknown>>>;

/** Sources of a resource class's properties, besides the arguments that a program passes. */
export interface PropertyOptions {
  readonly fields: Readonly<Record<string, AnyField>>;
  /** Outputs that are top-level in the state; null where the API has none. */
  readonly outputs: readonly string[];
  /** Outputs among the {@link ATTRIBUTES} of the state. */
  readonly attributes: readonly string[];
  /**
   * Whether a resource with these arguments may have the secret, for optional secrets among {@link outputs}. Where it
   * cannot, the state need not hold an encrypted null.
   */
  readonly mayHave?: Readonly<Record<string, (args: Readonly<Record<string, unknown>>) => boolean>>;
  /**
   * Outputs derived from the Pulumi ID. Unlike other outputs, they are known in the preview of an update, so their
   * dependents are not shown as changing.
   */
  readonly fromId: Readonly<Record<string, (id: string) => unknown>>;
  /** Outputs derived from others. */
  readonly derived?: Readonly<Record<string, (resource: Outputs) => pulumi.Output<unknown>>>;
}

/** Names of the outputs that Pulumi must resolve for a resource with these arguments. */
export function resolvedOutputs(
  { outputs, mayHave }: PropertyOptions,
  args: Readonly<Record<string, unknown>>,
): readonly string[] {
  return [...outputs.filter((name) => mayHave?.[name]?.(args) ?? true), ATTRIBUTES];
}

/** Defines a property on a resource for every argument and output. */
export type DefineProperties = (
  resource: pulumi.CustomResource,
  args: Readonly<Record<string, unknown>>,
) => void;

/** What the properties of a resource are made from. */
interface Sources {
  readonly args: Readonly<Record<string, unknown>>;
  /** The outputs that Pulumi resolves. */
  readonly resolved: Readonly<Record<string, pulumi.Output<unknown> | undefined>>;
}

/** Makes the accessors of a class's properties. All its resources share them, which saves most of the time and memory. */
export function propertiesOf(options: PropertyOptions): DefineProperties {
  const sources = new WeakMap<pulumi.CustomResource, Sources>();
  const accessors = Object.fromEntries(
    Object.entries(readersOf(options)).map(([name, read]) => [name, accessor(name, read)]),
  );

  function accessor(name: string, read: Reader): PropertyDescriptor & ThisType<pulumi.CustomResource> {
    return {
      ...VISIBLE,
      get() {
        const value = read(this, sources.get(this) ?? NOTHING);
        Object.defineProperty(this, name, { ...VISIBLE, writable: true, value });
        return value;
      },
    };
  }

  return (resource, args) => {
    sources.set(resource, { args, resolved: { ...(resource as object) } });
    Object.defineProperties(resource, accessors);
  };
}

const NOTHING: Sources = { args: {}, resolved: {} };

type Reader = (resource: pulumi.CustomResource, sources: Sources) => pulumi.Output<unknown>;

function readersOf({ fields, outputs, attributes, fromId, derived = {} }: PropertyOptions) {
  const readers: Record<string, Reader> = {};

  for (const name of outputs)
    readers[name] = (_, { resolved }) =>
      resolved[name]?.apply((value) => value ?? undefined) ?? attribute(name, resolved);
  for (const name of attributes)
    if (!(name in fields)) readers[name] = (_, { resolved }) => attribute(name, resolved);
  for (const [name, field] of Object.entries(fields)) {
    if (outputs.includes(name)) continue;
    readers[name] = (_, { args, resolved }) => {
      // A look-up passes no arguments; Pulumi resolves its secrets.
      const isKept = LOOK_UP in args || isReported(field) || attributes.includes(name);
      const leftOut = () => (isKept ? attribute(name, resolved) : pulumi.output(undefined));
      const own = resolved[name];
      if (own === undefined) return leftOut();
      return args[name] == null || isOptional(field) ? resolvedOr(own, leftOut()) : own;
    };
  }
  for (const [name, read] of Object.entries(fromId)) readers[name] = ({ id }) => id.apply(read);
  for (const [name, derive] of Object.entries(derived))
    readers[name] = (resource) => derive(resource as unknown as Outputs);
  return readers;

  function attribute(name: string, resolved: Sources["resolved"]): pulumi.Output<unknown> {
    const field = fields[name];
    const byDefault = (known: object | undefined) =>
      known === undefined || field?.secret !== true ? field?.default : undefined;
    return (resolved[ATTRIBUTES] as pulumi.Output<unknown>).apply((written) => {
      const known = attributesIn(written);
      return known?.[name] ?? byDefault(known) ?? undefined;
    });
  }
}

const VISIBLE = { enumerable: true, configurable: true } as const;

/**
 * The resolved value, or the other output if that value is unknown or missing. An argument equivalent to the old one
 * stays as it was in the state, and an output passed as an argument may resolve to nothing.
 */
function resolvedOr(resolved: pulumi.Output<unknown>, other: pulumi.Output<unknown>): pulumi.Output<unknown> {
  const { isKnown } = resolved as unknown as { isKnown: Promise<boolean> };
  const either = isKnown.then((known) => (known ? resolved.apply((value) => value ?? other) : other));
  return pulumi.output(either);
}
