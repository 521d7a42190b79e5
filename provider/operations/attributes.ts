import type { AnyDeclaration } from "./declaration";
import type { Field } from "./field";
import { isEquivalent, isGivenByAlternative, matchesObserved, observedValue } from "./fieldValues";
import {
  ATTRIBUTES,
  attributesIn,
  type Checkable,
  DEFAULTS,
  defaultsOf,
  type Properties,
  same,
  withoutMissing,
} from "./properties";

/*
 * Arguments that the program omits are outputs too, with the values that the API reports. The state keeps them under a
 * separate property, so that they are never mistaken for declared ones. Declared arguments are included: the program
 * may add or drop one without a change that rewrites the state.
 */

/** Whether the API reports the argument at all. */
export const isReported = ({ observed, change }: { observed?: unknown; change: unknown }): boolean =>
  observed !== undefined && change !== "none";

/** Whether the argument may be left out. */
export function isOptional({ schema }: { readonly schema: Checkable }): boolean {
  const known = optional.get(schema) ?? schema.safeParse(undefined).success;
  optional.set(schema, known);
  return known;
}

const optional = new WeakMap<Checkable, boolean>();

/**
 * The optional arguments as the API reports them, and the resource's further attributes. Defaults are omitted to keep
 * the state small: readers of the attributes know them. Contains no secrets: a secret argument is included only if it
 * has its default, so its absence means another value.
 */
export function attributesOf(
  declaration: AnyDeclaration,
  inputs: Properties,
  answer: unknown,
): Record<string, unknown> {
  const fields = Object.entries(declaration.fields)
    .filter(([name, field]) => name !== "name" && isReported(field) && isOptional(field))
    .map(([name, field]) => [name, reportedValue(field, answer, inputs[name])] as const);
  const further = Object.entries(declaration.attributes?.(answer) ?? {}).filter(
    ([name]) => inputs[name] === undefined,
  );
  const attributes = { ...Object.fromEntries(fields), ...Object.fromEntries(further) };
  const beyond = Object.entries(attributes).filter(
    ([name, value]) => !isDefault(declaration.fields[name], value),
  );
  return withoutMissing(Object.fromEntries(beyond)) as Record<string, unknown>;
}

const isDefault = (field: Field<unknown, unknown> | undefined, value: unknown): boolean =>
  field?.default !== undefined && !field.secret && same(value, field.default);

/** The observed value; if the answer lacks it (it takes a separate request), the declared or default one. */
function reportedValue(field: Field<unknown, unknown>, answer: unknown, declared: unknown): unknown {
  if (field.secret && declared !== undefined) return undefined;
  const held = observedValue(field, answer, declared) ?? declared ?? field.default;
  if (!field.secret) return held;
  return field.default !== undefined && matchesObserved(field, field.default, held)
    ? field.default
    : undefined;
}

/**
 * The state that arguments are compared with: without attributes, except for arguments without a default. Those keep
 * their value while the program does not declare them, and count as filled in.
 */
export function declaredState({ fields }: AnyDeclaration, state: Properties): Properties {
  const { [ATTRIBUTES]: written, ...declared } = state;
  const attributes = attributesIn(written);
  if (attributes === undefined) return declared;
  const filledIn = Object.entries(attributes).filter(([name, value]) => {
    const field = fields[name];
    if (field === undefined || field.secret || !isReported(field) || declared[name] !== undefined)
      return false;
    if (field.default !== undefined || isGivenByAlternative(fields, field, declared)) return false;
    return !isEquivalent(field, value, undefined);
  });
  if (filledIn.length === 0) return declared;
  const names = filledIn.map(([name]) => name);
  return { ...declared, ...Object.fromEntries(filledIn), [DEFAULTS]: [...defaultsOf(declared), ...names] };
}
