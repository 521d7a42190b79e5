import { requireThat } from "../../refusal";

/** Words that stand for themselves. */
const WORDS = new Set(["allkeys", "resetkeys", "allchannels", "resetchannels", "allcommands", "nocommands"]);

/** Categories of commands that Redis has; module categories since Redis 8. */
const CATEGORIES = new Set(
  (
    "all keyspace read write set sortedset list hash string bitmap hyperloglog geo stream pubsub admin fast slow " +
    "blocking dangerous connection transaction scripting search json bloom cuckoo cms topk tdigest timeseries"
  ).split(" "),
);

const KEY_PATTERN = /^(?:~|%(?:R|W|RW|WR)~)/;

/** A rule as it is answered and compared: words with one blank in between. */
export function normalizedPattern(redisRule: string): string {
  return wordsOf(redisRule).join(" ");
}

/** The words of a rule, as `ACL SETUSER` takes them; a selector in parentheses is one word. */
export function wordsOf(pattern: string): string[] {
  return pattern.match(/\([^)]*\)|\S+/g) ?? [];
}

/** Checks the syntax of a rule. Whether its commands and categories exist is checked when a role uses it. */
export function requirePattern(redisRule: string): void {
  const words = wordsOf(redisRule);
  requireThat(words.length > 0, "ACL_REDIS_RULE_PATTERN_IS_MISSING");
  for (const word of words) requireWord(word);
  requireThat(
    !isAllBeforeSpecific(words, /^(?:~\*|allkeys)$/, KEY_PATTERN),
    "ACL_REDIS_RULE_ALLKEYS_BEFORE_SPECIFIC_KEY",
  );
  requireThat(
    !isAllBeforeSpecific(words, /^(?:&\*|allchannels)$/, /^&/),
    "ACL_REDIS_RULE_ALLCHANNELS_BEFORE_SPECIFIC_CHANNEL",
  );
}

/** Checks that the categories of a rule exist. */
export function requireCategories(pattern: string): void {
  const categories = wordsOf(pattern).flatMap((word) => word.match(/^[+-]@(.*)$/)?.[1] ?? []);
  requireThat(
    categories.every((category) => CATEGORIES.has(category.toLowerCase())),
    "ACL_REDIS_RULE_INVALID_CATEGORY_RULE_PATTERN",
  );
}

function requireWord(word: string): void {
  if (word.startsWith("(")) {
    requireThat(/^\(.+\)$/.test(word), "ACL_REDIS_RULE_INVALID_SELECTORS_PATTERN");
    for (const inner of wordsOf(word.slice(1, -1))) requireWord(inner);
    return;
  }
  requireThat(
    !word.startsWith("%") || KEY_PATTERN.test(word),
    "ACL_REDIS_RULE_INVALID_KEY_PERMISSION_PATTERN",
  );
  const isCommand = /^[+-](?:@\w+|\w[\w.|-]*)$/.test(word);
  const isPattern = /^&./.test(word) || (KEY_PATTERN.test(word) && !word.endsWith("~"));
  requireThat(isCommand || isPattern || WORDS.has(word.toLowerCase()), "ACL_REDIS_RULE_PATTERN_NOT_VALID");
}

/** Redis refuses a pattern after the one that matches everything: it would have no effect. */
function isAllBeforeSpecific(words: string[], all: RegExp, specific: RegExp): boolean {
  const first = words.findIndex((word) => all.test(word));
  return first >= 0 && words.slice(first + 1).some((word) => specific.test(word) && !all.test(word));
}
