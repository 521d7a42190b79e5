import type { AnyDeclaration, Field } from "./declaration";
import { withPartsOf } from "./parts";
import { agrees, containsUnknown, type Properties, same, withoutMissing } from "./properties";

type AnyField = Field<unknown, unknown>;

/** What the arguments say of one: what another implies, or the API's default, where they say nothing. */
export function effectiveValue(
  { fields }: Pick<AnyDeclaration, "fields">,
  argument: string,
  inputs: Properties,
): unknown {
  const field = fields[argument];
  const said = inputs[argument] ?? field?.implied?.(inputs);
  return said ?? (isGivenByAlternative(fields, field, inputs) ? undefined : field?.default);
}

/** Whether it is another argument that says it, and says more than its own default. */
export function isGivenByAlternative(
  fields: AnyDeclaration["fields"],
  field: AnyField | undefined,
  inputs: Properties,
): boolean {
  if (field?.alternative === undefined) return false;
  const other = fields[field.alternative];
  const said = inputs[field.alternative];
  return other !== undefined && said != null && !isEquivalent(other, said, other.default);
}

/** Whether two values of the argument are the same to the API. */
export function isEquivalent(field: AnyField, one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (containsUnknown(one) || containsUnknown(other)) return same(one, other);
  return same(canonical(field, one), canonical(field, other));
}

/** Whether what the server holds is what is wanted; it may have filled in more. */
export const matchesObserved = (field: AnyField, wanted: unknown, held: unknown): boolean =>
  agrees(canonical(field, wanted), canonical(field, held));

/** The value without what the API does not tell of it; undefined where it tells nothing. */
export function readablePart(field: AnyField, value: unknown): unknown {
  if (field.observed === undefined || value == null) return undefined;
  return field.readable ? field.readable(value) : value;
}

export const isReadable = (field: AnyField, value: unknown): boolean => readablePart(field, value) === value;

/** What the server holds of the argument, in the form of what is wanted; undefined where the API does not tell. */
export function observedValue(field: AnyField, answer: unknown, wanted: unknown): unknown {
  const held = withoutMissing(field.observed?.(answer, wanted));
  return withPartsOf(withoutMissing(wanted), held, field.writeOnly ?? []);
}

function canonical(field: AnyField, value: unknown): unknown {
  if (value === undefined || value === null || field.canonical === undefined) return withoutMissing(value);
  return withoutMissing(field.canonical(value));
}
