import { labelOf, type Row, type Segment } from "../rows";
import { duration, type Timeline } from "../summary";
import { type Layout, MARGIN, shortLabel } from "./layout";
import { CLASSES } from "./style";
import { element, escapeXml, tenths } from "./xml";

/** Keeps very short segments visible. */
const THINNEST_BAR = 0.8;

/** Heights, in pixels, between which rows are drawn. Tooltips are left out: see {@link tooltip}. */
export interface Visible {
  readonly from: number;
  readonly to: number;
}

/** Draws a group per row: its label, and a bar with a tooltip per segment. */
export function bars(timeline: Timeline, layout: Layout, visible?: Visible): string[] {
  const { from, to } = visible ?? { from: 0, to: layout.height };
  const rowAt = (y: number) => Math.max(0, Math.ceil((y - layout.top) / layout.rowHeight));
  const first = Math.max(0, rowAt(from) - 1);
  return timeline.rows.slice(first, rowAt(to)).map((row, position) => {
    const index = first + position;
    const y = layout.y(index);
    const label = layout.labelled.has(index) ? [labelAt(row, y, timeline, layout)] : [];
    const mark = row.outcome === "failed" ? [cross(row, y, layout)] : [];
    const className = row.operation.foreign ? "row other" : "row";
    const bars = segments(row, y, timeline, layout, visible === undefined);
    return element("g", { class: className, "data-row": visible && index }, ...label, ...bars, ...mark);
  });
}

function segments(
  row: Row,
  y: number,
  timeline: Timeline,
  { x, barHeight }: Layout,
  withTooltips: boolean,
): string[] {
  return row.segments.map((segment) => {
    const { phase, from, to } = segment;
    const width = Math.max(x(to) - x(from), THINNEST_BAR);
    const title = withTooltips ? [element("title", {}, escapeXml(tooltip(row, segment, timeline)))] : [];
    return element("rect", { class: CLASSES[phase], x: x(from), y, width, height: barHeight }, ...title);
  });
}

/** What a bar shows, in words: the operation, its phase and when that was. */
export function tooltip(row: Row, segment: Segment, { from: start, kinds }: Timeline): string {
  const { phase, from, to, detail } = segment;
  const what = detail === undefined ? phase : `${phase} (${detail})`;
  const when = `from ${duration(from - start)} to ${duration(to - start)}`;
  return `${labelOf(row, kinds)}\n${what}: ${duration(to - from)}, ${when}${ending(row, to)}`;
}

function ending({ outcome, detail, to }: Row, end: number): string {
  if (end < to || outcome === "ready") return "";
  return outcome === "failed" ? `\nfailed${detail ? `: ${detail}` : ""}` : "\nstill under way";
}

function labelAt(row: Row, y: number, { kinds }: Timeline, { left, barHeight, labelSize }: Layout): string {
  const attributes = { x: left - 10, y: y + barHeight / 2 + labelSize * 0.35, "font-size": labelSize };
  return element("text", { ...attributes, "text-anchor": "end" }, escapeXml(shortLabel(row, kinds)));
}

/** Marks the end of a failed row. */
function cross(row: Row, y: number, { x, barHeight, width }: Layout): string {
  const half = Math.max(1.5, Math.min(4, barHeight / 2 - 1));
  const [cx, cy] = [Math.min(x(row.to) + half + 3, width - MARGIN / 2), y + barHeight / 2];
  const [l, r, t, b] = [cx - half, cx + half, cy - half, cy + half].map(tenths);
  return element("path", { class: "cross", d: `M${l} ${t}L${r} ${b}M${l} ${b}L${r} ${t}` });
}
