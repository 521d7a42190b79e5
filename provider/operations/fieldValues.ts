import type { AnyDeclaration } from "./declaration";
import type { Field } from "./field";
import { withPartsOf } from "./parts";
import { agrees, containsUnknown, type Properties, same, withoutMissing } from "./properties";

type AnyField = Field<unknown, unknown>;

/** Effective value of an argument: the declared one, else an implied one, else the API's default. */
export function effectiveValue(
  { fields }: Pick<AnyDeclaration, "fields">,
  argument: string,
  inputs: Properties,
): unknown {
  const field = fields[argument];
  const explicit = inputs[argument] ?? field?.implied?.(inputs);
  return explicit ?? (isGivenByAlternative(fields, field, inputs) ? undefined : field?.default);
}

/** Whether the alternative argument gives the setting, and not as its own default. */
export function isGivenByAlternative(
  fields: AnyDeclaration["fields"],
  field: AnyField | undefined,
  inputs: Properties,
): boolean {
  if (field?.alternative === undefined) return false;
  const other = fields[field.alternative];
  const alternative = inputs[field.alternative];
  return other !== undefined && alternative != null && !isEquivalent(other, alternative, other.default);
}

/** Whether two values of the argument are the same to the API. */
export function isEquivalent(field: AnyField, one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (containsUnknown(one) || containsUnknown(other)) return same(one, other);
  return same(canonical(field, one), canonical(field, other));
}

/** Whether the observed value matches the desired one; it may contain more. */
export const matchesObserved = (field: AnyField, wanted: unknown, held: unknown): boolean =>
  agrees(canonical(field, wanted), canonical(field, held));

/** The part of the value that the API returns; undefined if none. */
export function readablePart(field: AnyField, value: unknown): unknown {
  if (field.observed === undefined || value == null) return undefined;
  return field.readable ? field.readable(value) : value;
}

export const isReadable = (field: AnyField, value: unknown): boolean => readablePart(field, value) === value;

/** Observed value of the argument, in the form of the desired one; undefined if the API does not return it. */
export function observedValue(field: AnyField, answer: unknown, wanted: unknown): unknown {
  const held = withoutMissing(field.observed?.(answer, wanted));
  return withPartsOf(withoutMissing(wanted), held, field.writeOnly ?? []);
}

function canonical(field: AnyField, value: unknown): unknown {
  if (value === undefined || value === null || field.canonical === undefined) return withoutMissing(value);
  return withoutMissing(field.canonical(value));
}
