import { headline, shareLine, type Timeline } from "../summary";
import { bars, type Visible } from "./bars";
import { axis, heading } from "./heading";
import { layoutOf } from "./layout";
import { pathLines } from "./path";
import { STYLE } from "./style";
import { element, escapeXml } from "./xml";

/**
 * Draws a standalone SVG: no scripts, no external resources, and the reader's light or dark theme.
 *
 * @param visible the rows to draw, without tooltips; all, with them, by default
 */
export function drawSvg(timeline: Timeline, visible?: Visible): string {
  const layout = layoutOf(timeline);
  const { width, height } = layout;
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    class: "timeline",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
  };
  const parts = [
    element("title", {}, escapeXml(headline(timeline))),
    element("desc", {}, escapeXml(shareLine(timeline))),
    element("style", {}, STYLE),
    element("rect", { class: "paper", width, height }),
    ...heading(timeline, layout),
    ...axis(timeline, layout),
    ...bars(timeline, layout, visible),
    ...pathLines(timeline, layout),
  ];
  return `${element("svg", attributes, "\n", parts.join("\n"), "\n")}\n`;
}

/** Draws the SVG in an HTML page. */
export function drawHtml(timeline: Timeline): string {
  return [
    "<!doctype html>",
    '<html lang="en">',
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${escapeXml(headline(timeline))}</title>`,
    "<style>:root{color-scheme:light dark}body{margin:0}svg{display:block;margin:auto;max-width:100%;height:auto}</style>",
    "</head>",
    "<body>",
    drawSvg(timeline).trimEnd(),
    "</body>",
    "</html>",
    "",
  ].join("\n");
}
