import type { AnyDeclaration, Field } from "./declaration";
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
 * Arguments that a program leaves out are outputs, too, with the values that the API reports. The state keeps them
 * under a property of their own, so that they are never taken for declared. Those that the program gives are among them:
 * it may stop doing so, or begin, without a change that would write the state anew.
 */

/** Whether the API reports the argument at all. */
export const isReported = ({ observed, change }: { observed?: unknown; change: unknown }): boolean =>
  observed !== undefined && change !== "none";

export const isOptional = ({ schema }: { readonly schema: Checkable }): boolean =>
  schema.safeParse(undefined).success;

/**
 * The optional arguments, as the API reports them, and the resource's further attributes. What is as the API's default is
 * left out, so that the state stays small: whoever reads the attributes knows the defaults. Holds no secret: of a secret
 * argument only its default, since its absence means that it has another value.
 */
export function attributesOf(
  declaration: AnyDeclaration,
  inputs: Properties,
  answer: unknown,
): Record<string, unknown> {
  const fields = Object.entries(declaration.fields)
    .filter(([name, field]) => name !== "name" && isReported(field) && isOptional(field))
    .map(([name, field]) => [name, reported(field, answer, inputs[name])] as const);
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

/** An answer may lack what takes a request of its own: then nothing else was set than the default. */
function reported(field: Field<unknown, unknown>, answer: unknown, declared: unknown): unknown {
  if (field.secret && declared !== undefined) return undefined;
  const held = observedValue(field, answer, declared) ?? declared ?? field.default;
  if (!field.secret) return held;
  return field.default !== undefined && matchesObserved(field, field.default, held)
    ? field.default
    : undefined;
}

/**
 * The state as arguments are compared with it: without the attributes, except for arguments that have no default. These
 * stay as they are while the program does not declare them, and count as filled in.
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
