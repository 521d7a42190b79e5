import { z } from "zod";

/*
 * Rules in the syntax of Redis' ACLs (https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/).
 * Users, passwords and their state are not part of a rule.
 */

const COMMAND = /^[+-]@?[\w|.-]+$/;
const KEYS = /^(~|%(R|W|RW|WR)~)\S+$/i;
const CHANNELS = /^&\S+$/;
const WORDS = /^(allkeys|allcommands|nocommands|allchannels|resetkeys|resetchannels)$/i;

const ALL_KEYS = /^(~\*|allkeys)$/i;
const ALL_CHANNELS = /^(&\*|allchannels)$/i;

/** The parts of a rule by selector: the root selector (outside parentheses) first. */
function selectorsOf(rule: string): readonly (readonly string[])[] {
  const inside = [...rule.matchAll(/\(([^()]*)\)/g)].map(([, selector = ""]) => selector);
  const outside = rule.replace(/\([^()]*\)/g, " ");
  return [outside, ...inside].map((text) => text.split(/\s+/).filter((part) => part !== ""));
}

/** The problem with a rule; undefined when it is valid. */
function problemOf(rule: string): string | undefined {
  const selectors = selectorsOf(rule);
  const parts = selectors.flat();
  if (parts.length === 0) return "must not be blank";
  const wrong = parts.filter((part) => ![COMMAND, KEYS, CHANNELS, WORDS].some((form) => form.test(part)));
  if (wrong.length > 0)
    return (
      `must consist of commands (+get, -@dangerous), keys (~cache:*, allkeys) and channels (&news:*, allchannels), ` +
      `separated by spaces, and ${wrong.join(", ")} is none of these`
    );
  for (const selector of selectors) {
    if (isAllBefore(selector, ALL_KEYS, KEYS)) return "must not name keys after all keys (~* or allkeys)";
    if (isAllBefore(selector, ALL_CHANNELS, CHANNELS))
      return "must not name channels after all channels (&* or allchannels)";
  }
  return undefined;
}

function isAllBefore(parts: readonly string[], all: RegExp, specific: RegExp): boolean {
  const first = parts.findIndex((part) => all.test(part));
  return first >= 0 && parts.slice(first + 1).some((part) => specific.test(part) && !all.test(part));
}

/** Validates the syntax of a rule. */
export const redisRule = z.string().superRefine((rule, context) => {
  const message = problemOf(rule);
  if (message !== undefined) context.addIssue({ code: "custom", message });
});

/** Form in which rules are compared: the API may change the white space. */
export const normalizedRule = (rule: string): string => rule.trim().split(/\s+/).join(" ");
