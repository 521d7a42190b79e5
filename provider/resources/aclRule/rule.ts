import { z } from "zod";

/** A part of a rule: `+get`, `-@dangerous`, `~key`, `%R~key`, `&channel`, a keyword, or one side of a selector. */
const PART =
  /^([+-]@?[\w|.-]+|~\S+|%(R|W|RW)~\S+|&\S+|allkeys|allcommands|nocommands|allchannels|resetkeys|resetchannels)$/i;

/** The parts of a rule, without the parentheses of its selectors. */
const partsOf = (rule: string): readonly string[] =>
  rule
    .replace(/[()]/g, " ")
    .trim()
    .split(/\s+/)
    .filter((part) => part !== "");

/** A rule in the syntax of Redis' ACLs. Users, passwords and their state are no part of it. */
export const redisRule = z
  .string()
  .min(1, "must not be empty")
  .superRefine((rule, context) => {
    const wrong = partsOf(rule).filter((part) => !PART.test(part));
    if (wrong.length === 0 && partsOf(rule).length > 0) return;
    const message =
      wrong.length === 0
        ? "must not be blank"
        : `${wrong.join(", ")}: is no part of an ACL rule. It has commands (+get, -@dangerous), keys (~cache:*, allkeys) ` +
          "and channels (&news:*, allchannels), separated by blanks";
    context.addIssue({ code: "custom", message });
  });

/** The form in which rules are compared: the API keeps blanks otherwise than they were given. */
export const normalizedRule = (rule: string): string => rule.trim().split(/\s+/).join(" ");
