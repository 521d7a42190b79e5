import { hostname } from "node:os";
import { age } from "../table";
import type { Orphan } from "./orphans";

/** How long ago the orphan was created; undefined when that is longer ago than the API tells. */
export function ageOf({ createdAt, account }: Orphan, now = Date.now()): number | undefined {
  if (createdAt === undefined) return undefined;
  // The server's clock may be ahead of ours.
  const latest = account.tasks.map(({ timestamp = "" }) => Date.parse(timestamp)).filter(Number.isFinite);
  return Math.max(0, latest.reduce((last, one) => Math.max(last, one), now) - Date.parse(createdAt));
}

/**
 * Why an orphan is not to be removed yet; undefined when it may be. Where only the journal of this machine could tell
 * that nobody is at work on it, and does not, a run elsewhere may be creating it just now.
 */
export function tooYoung(orphan: Orphan, olderThanMs: number, now = Date.now()): string | undefined {
  const isOfThisMachine = orphan.intent?.host === hostname();
  const ageMs = ageOf(orphan, now);
  if (isOfThisMachine || ageMs === undefined || ageMs >= olderThanMs) return undefined;
  return (
    `created ${age(ageMs)} ago: a run on another machine may be at it, so it is removed ` +
    `${age(olderThanMs - ageMs)} later, or with a smaller --older-than`
  );
}
