import { PHASES } from "../rows";
import { headline, shareLine, type Timeline } from "../summary";
import { type Tick, ticks } from "./axis";
import { type Layout, MARGIN } from "./layout";
import { CLASSES } from "./style";
import { element, escapeXml, tenths } from "./xml";

const PIXELS_PER_TICK = 95;
const LEGEND = 74;
const SMALL = { "font-size": 12 };

/** Draws the summary and the colour legend. */
export function heading(timeline: Timeline, { width }: Layout): string[] {
  const start = `from ${new Date(timeline.from).toISOString().replace("T", " ").replace(/\..*/, " UTC")}`;
  return [
    line(headline(timeline), 34, 19, { "font-weight": 600 }),
    line(shareLine(timeline), 57, 13.5, {}),
    ...legend(),
    element(
      "text",
      { class: "faint", x: width - MARGIN, y: LEGEND + 10, ...SMALL, "text-anchor": "end" },
      start,
    ),
  ];
}

function legend(): string[] {
  const y = LEGEND;
  let x = MARGIN;
  const entries = PHASES.map((phase) => {
    const box = element("rect", { class: CLASSES[phase], x, y, width: 14, height: 12, rx: 2 });
    const text = element("text", { x: x + 20, y: y + 10, ...SMALL }, phase);
    x += 20 + phase.length * 6.1 + 24;
    return box + text;
  });
  const criticalLine = element("path", {
    class: "critical",
    d: `M${tenths(x)} ${y + 6}h22`,
    "stroke-width": 2.4,
  });
  return [...entries, criticalLine, element("text", { x: x + 28, y: y + 10, ...SMALL }, "critical path")];
}

/** Draws grid lines, with the time since the start above the plot, and below it if it is tall. */
export function axis({ from, to }: Timeline, layout: Layout): string[] {
  const { left, right, top, bottom, x } = layout;
  const all = ticks(to - from, Math.floor((right - left) / PIXELS_PER_TICK));
  const at = (tick: Tick) => tenths(x(from + tick.at));
  const grid = all.map((tick) => `M${at(tick)} ${top - 6}V${bottom + 6}`).join("");
  const labels = (y: number) =>
    all.map((tick) =>
      element(
        "text",
        { class: "faint", x: at(tick), y, "font-size": 11, "text-anchor": "middle" },
        tick.label,
      ),
    );
  return [
    element("path", { class: "grid", d: grid }),
    ...labels(top - 12),
    ...(bottom - top > 500 ? labels(bottom + 20) : []),
  ];
}

function line(text: string, y: number, size: number, attributes: Record<string, string | number>): string {
  return element("text", { x: MARGIN, y, "font-size": size, ...attributes }, escapeXml(text));
}
