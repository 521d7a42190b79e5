import { hostname } from "node:os";
import { age } from "../table";
import type { Orphan } from "./orphans";

/** Age of the orphan in milliseconds; undefined when it is older than the API's task list. */
export function ageOf({ createdAt, account }: Orphan, now = Date.now()): number | undefined {
  if (createdAt === undefined) return undefined;
  // The server's clock may be ahead of ours.
  const latest = account.tasks.map(({ timestamp = "" }) => Date.parse(timestamp)).filter(Number.isFinite);
  return Math.max(0, latest.reduce((last, one) => Math.max(last, one), now) - Date.parse(createdAt));
}

/**
 * Why an orphan is too young to be removed; undefined when it is not. Unless its intent is of this machine, a run on
 * another machine may be creating it right now.
 */
export function tooYoung(orphan: Orphan, olderThanMs: number, now = Date.now()): string | undefined {
  const isOfThisMachine = orphan.intent?.host === hostname();
  const ageMs = ageOf(orphan, now);
  if (isOfThisMachine || ageMs === undefined || ageMs >= olderThanMs) return undefined;
  return (
    `created ${age(ageMs)} ago: a run on another machine may be working on it, so it can be removed ` +
    `${age(olderThanMs - ageMs)} later, or now with a smaller --older-than`
  );
}
