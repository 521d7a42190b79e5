import type { Step } from "./criticalPath";
import type { TimelineKinds } from "./kinds";
import { isOwn, type Row } from "./rows";

/** The whole run. */
export interface Timeline {
  readonly rows: readonly Row[];
  /** See {@link criticalPath}. */
  readonly path: readonly Step[];
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly kinds: TimelineKinds;
  /** Simulated milliseconds per real one; absent if times are real. */
  readonly timeScale?: number;
}

/** One-line summary, e.g. `13 operations in 21 min 4 s`. */
export function headline({ rows, timeScale }: Timeline): string {
  const own = rows.filter(isOwn);
  const from = own.reduce((first, row) => Math.min(first, row.from), Number.POSITIVE_INFINITY);
  const to = own.reduce((last, row) => Math.max(last, row.to), from);
  const failed = own.filter(({ outcome }) => outcome === "failed").length;
  const scale = timeScale === undefined ? "" : ` of simulated time (${timeScale} × real time)`;
  const failures = failed > 0 ? `, ${failed} failed` : "";
  return `${own.length} ${own.length === 1 ? "operation" : "operations"} in ${duration(to - from)}${scale}${failures}`;
}

/** Shares of the phases in the critical path, largest first. */
function shares({ path }: Pick<Timeline, "path">): { phase: Step["phase"]; ms: number; share: number }[] {
  const spent = new Map<Step["phase"], number>();
  for (const { phase, from, to } of path) spent.set(phase, (spent.get(phase) ?? 0) + to - from);
  const total = [...spent.values()].reduce((sum, ms) => sum + ms, 0);
  return [...spent]
    .map(([phase, ms]) => ({ phase, ms, share: ms / total }))
    .sort((one, other) => other.ms - one.ms);
}

/**
 * The shares in words, e.g. `Critical path: 81 % provisioning, 19 % processing`; omits those under half a percent. A run
 * that goes on has no critical path yet.
 */
export function shareLine(timeline: Pick<Timeline, "path">): string {
  if (timeline.path.length === 0) return "Under way";
  const parts = shares(timeline)
    .map(({ phase, share }) => ({ phase, percent: Math.round(share * 100) }))
    .filter(({ percent }) => percent > 0)
    .map(({ phase, percent }) => `${percent} % ${phase}`);
  return `Critical path: ${parts.join(", ")}`;
}

/** Formats a duration, e.g. `350 ms`, `4.2 s`, `1 min 30 s`, `2 h 5 min`. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 9950) return `${Number((ms / 1000).toFixed(1))} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return together(`${minutes} min`, seconds % 60, "s");
  return together(`${Math.floor(minutes / 60)} h`, minutes % 60, "min");
}

const together = (first: string, rest: number, unit: string): string =>
  rest === 0 ? first : `${first} ${rest} ${unit}`;
