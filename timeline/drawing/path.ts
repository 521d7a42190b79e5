import type { Timeline } from "../summary";
import type { Layout } from "./layout";
import { element, tenths } from "./xml";

/**
 * Draws the critical path: a line along its bars, with vertical lines between them; dotted between operations.
 */
export function pathLines({ rows, path }: Timeline, { x, y, rowHeight, barHeight }: Layout): string[] {
  const indexes = new Map(rows.map((row, index) => [row, index]));
  const thin = rowHeight < 10;
  const lines = { solid: "", dotted: "" };
  let last: number | undefined;
  for (const { row, phase, from, to } of path) {
    const height = tenths(y(indexes.get(row) ?? 0) + barHeight * (thin ? 0.5 : 1));
    const start = tenths(x(from));
    if (last !== undefined && last !== height) lines.solid += `M${start} ${last}V${height}`;
    lines[phase === "between operations" ? "dotted" : "solid"] += `M${start} ${height}H${tenths(x(to))}`;
    last = height;
  }
  const width = thin ? 1.4 : 2.4;
  return [
    element("path", { class: "halo", d: lines.solid, "stroke-width": width + 2 }),
    element("path", { class: "between", d: lines.dotted, "stroke-width": width }),
    element("path", { class: "critical", d: lines.solid, "stroke-width": width }),
  ];
}
