import type { Intent } from "../../provider/recovery/journal/intent";
import { isAtWork, type Journal } from "../../provider/recovery/journal/journal";

/** Closes an unchanged, idle intent; returns whether it did. */
export function close(journal: Journal, intent: Intent): boolean {
  const now = journal.find(intent);
  if (typeof now !== "object" || now.token !== intent.token || isAtWork(now)) return false;
  journal.close(intent);
  return true;
}

/** Closes intents that no process works on, and removes unreadable files; returns messages. */
export function forget(
  journal: Journal,
  intents: readonly Intent[],
  unreadable: readonly string[],
): readonly string[] {
  const closed = intents.filter((intent) => close(journal, intent));
  const still = new Set(journal.list().unreadable);
  const files = unreadable.filter((file) => still.has(file));
  for (const file of files) journal.remove(file);
  return [
    ...closed.map(({ urn, action }) => `forgotten: ${action} ${urn}`),
    ...files.map((file) => `removed: ${file}`),
  ];
}
