import { containsUnknown, type Properties, REPLACE_ON_CHANGES, same } from "../operations/properties";

/**
 * The changed arguments that force a replacement by the option `replaceOnChanges`. The engine cannot decide this: a
 * dynamic provider does not report which properties changed.
 */
export function replacedOnChange(
  changed: readonly string[],
  olds: Properties,
  news: Properties,
): readonly string[] {
  const option = news[REPLACE_ON_CHANGES];
  const paths = (Array.isArray(option) ? option : []).map(keysOf);
  return changed.filter((argument) => {
    const [before, after] = [{ [argument]: olds[argument] }, { [argument]: news[argument] }];
    return !containsUnknown(after) && paths.some((path) => differs(path, before, after));
  });
}

/** The keys of a property path such as `alerts[*].value`. */
const keysOf = (path: unknown): readonly string[] => String(path).match(/[^.[\]"]+/g) ?? [];

function differs([key, ...rest]: readonly string[], before: unknown, after: unknown): boolean {
  if (same(before, after)) return false;
  if (key === undefined) return true;
  const [older, newer] = [childrenOf(before), childrenOf(after)];
  const keys = key === "*" ? Object.keys({ ...older, ...newer }) : [key];
  return keys.some((each) => differs(rest, older[each], newer[each]));
}

const childrenOf = (value: unknown): Properties =>
  typeof value === "object" && value !== null ? { ...value } : {};
