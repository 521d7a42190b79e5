import type { Described } from "./properties";

/** What the description of an argument says about changes, in the standard phrases. */
export interface Phrases {
  readonly change?: "update" | "replace";
  /** Parts whose change has a different effect. */
  readonly parts: Readonly<Record<string, "update" | "replace">>;
  readonly staysWhenRemoved: boolean;
  readonly isSecret: boolean;
  readonly isSetAfterCreation: boolean;
  /** The description without these phrases. */
  readonly meaning: string;
}

const CHANGE = /A change (updates|replaces)((?:; [^.;]+)*)\./;
const PART = /of `(\w+)`, it (updates|replaces)/g;
const SECRET = "Secret.";
const AFTER_CREATION = "Set after creation.";

const changeOf = (verb = "") => (verb === "updates" ? "update" : "replace");

export function parsePhrases({ description }: Described): Phrases {
  const [sentence = "", verb, rest = ""] = CHANGE.exec(description) ?? [];
  const parts = [...rest.matchAll(PART)].map(([, part = "", verb]) => [part, changeOf(verb)] as const);
  return {
    change: verb === undefined ? undefined : changeOf(verb),
    parts: Object.fromEntries(parts),
    staysWhenRemoved: /removed, (it stays|they stay)/.test(rest),
    isSecret: description.includes(SECRET),
    isSetAfterCreation: description.includes(AFTER_CREATION),
    meaning: [sentence, SECRET, AFTER_CREATION]
      .reduce((text, words) => text.replace(words, ""), description)
      .replace(/\s+/g, " ")
      .trim(),
  };
}
