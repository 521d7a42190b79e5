import type { AnyDeclaration } from "../operations/declaration";
import type { Field } from "../operations/field";
import { effectiveValue, isEquivalent, isGivenByAlternative } from "../operations/fieldValues";
import { containsUnknown, DEFAULTS, defaultsOf, type Properties, URN } from "../operations/properties";

type AnyField = Field<unknown, unknown>;

/**
 * Normalizes the arguments: equivalent and retained values keep their old form, since the engine shows any other form
 * as a change.
 *
 * @param olds the old arguments; empty if a new resource is to be created.
 */
export function normalizeInputs(declaration: AnyDeclaration, olds: Properties, news: Properties): Properties {
  if (olds[URN] === undefined) return news;
  const inputs: Record<string, unknown> = { ...news };
  const kept: string[] = [];
  for (const argument of Object.keys(declaration.fields)) {
    if (olds[argument] === news[argument]) continue;
    const isKept = stays(declaration, argument, olds, news);
    if (isKept) kept.push(argument);
    else if (!meansAsBefore(declaration, argument, olds, news, inputs)) continue;
    if (olds[argument] === undefined) delete inputs[argument];
    else inputs[argument] = olds[argument];
  }
  const defaults = [...new Set([...defaultsOf(news), ...kept])];
  return { ...inputs, ...(defaults.length > 0 ? { [DEFAULTS]: defaults } : {}) };
}

/** Whether a removed argument keeps its value at the server, because it has no default. */
function stays({ fields }: AnyDeclaration, argument: string, olds: Properties, news: Properties): boolean {
  const field = fields[argument];
  if (!isCompared(field, argument, news) || olds[argument] === undefined) return false;
  return (
    effectiveValue({ fields }, argument, news) === undefined && !isGivenByAlternative(fields, field, news)
  );
}

/** @param inputs the arguments, as far as they are normalized. */
function meansAsBefore(
  declaration: AnyDeclaration,
  argument: string,
  olds: Properties,
  news: Properties,
  inputs: Properties,
): boolean {
  const field = declaration.fields[argument];
  if (!isCompared(field, argument, news)) return false;
  const [before, after] = [olds, news].map((given) => effectiveValue(declaration, argument, given));
  // Other arguments may now imply another value.
  const then = effectiveValue(declaration, argument, { ...inputs, [argument]: olds[argument] });
  return [before, then].every((old) => isEquivalent(field, old, after) || changesNothing(field, old, after));
}

/** Whether the new value asks for nothing that the old one does not, e.g. leaves out what stays as it is. */
const changesNothing = ({ change }: AnyField, before: unknown, after: unknown): boolean =>
  typeof change === "function" &&
  before !== undefined &&
  after !== undefined &&
  !containsUnknown([before, after]) &&
  change(before, after) === "none";

function isCompared(
  field: AnyField | undefined,
  argument: string,
  { [argument]: value }: Properties,
): field is AnyField {
  if (field === undefined || field.change === "none" || argument === "name") return false;
  // The engine would show an old secret value that the program no longer declares.
  return !containsUnknown(value) && !(field.secret && value == null);
}
