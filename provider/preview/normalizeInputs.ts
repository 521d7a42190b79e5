import type { AnyDeclaration, Field } from "../operations/declaration";
import { effectiveValue, isEquivalent, isGivenByAlternative } from "../operations/fieldValues";
import { containsUnknown, DEFAULTS, defaultsOf, type Properties, URN } from "../operations/properties";

type AnyField = Field<unknown, unknown>;

/**
 * The arguments, written as before where that means the same, or stays: the engine shows as a change whatever is
 * written in another way.
 *
 * @param olds the arguments before; empty where a new resource is to be made.
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

/** Whether it is no longer declared, and the server keeps it: there is no default to go back to. */
function stays({ fields }: AnyDeclaration, argument: string, olds: Properties, news: Properties): boolean {
  const field = fields[argument];
  if (!isCompared(field, argument, news) || olds[argument] === undefined) return false;
  return (
    effectiveValue({ fields }, argument, news) === undefined && !isGivenByAlternative(fields, field, news)
  );
}

/** @param inputs the arguments as they are to be written, as far as that is known. */
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
  // What other arguments imply may be another by now.
  const then = effectiveValue(declaration, argument, { ...inputs, [argument]: olds[argument] });
  return isEquivalent(field, before, after) && isEquivalent(field, then, after);
}

function isCompared(
  field: AnyField | undefined,
  argument: string,
  { [argument]: value }: Properties,
): field is AnyField {
  if (field === undefined || field.change === "none" || argument === "name") return false;
  // What the program does not give as a secret, the engine would show.
  return !containsUnknown(value) && !(field.secret && value == null);
}
