import { linesOf } from "./ansi.mjs";

const COLUMNS = 116;
const CHARACTER = 7.8;
const LINE = 19;
const EDGE = 18;

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * A picture of a terminal: a command, and what it printed.
 *
 * @param {string} command
 * @param {string} output  with escape sequences
 * @returns {string} SVG
 */
export function terminalPicture(command, output) {
  const lines = [
    [
      { text: "$ ", color: "#6e7681", bold: false },
      { text: command, color: undefined, bold: true },
    ],
    ...linesOf(output.trimEnd()).flatMap(wrapped),
  ];
  const width = COLUMNS * CHARACTER + 2 * EDGE;
  const height = lines.length * LINE + 2 * EDGE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(command)}">`,
    '<style>text { font: 13px ui-monospace, SFMono-Regular, Menlo, "DejaVu Sans Mono", Consolas, monospace; fill: #e6edf3; white-space: pre; } .b { font-weight: 600; }</style>',
    `<rect width="${width}" height="${height}" rx="8" fill="#0d1117"/>`,
    ...lines.map(textOf),
    "</svg>",
    "",
  ].join("\n");
}

/**
 * @param {import("./ansi.mjs").Run[]} runs
 * @param {number} index
 */
function textOf(runs, index) {
  const length = lengthOf(runs);
  if (length === 0) return "";
  const spans = runs.map(({ text, color, bold }) => {
    const attributes = `${color ? ` style="fill:${color}"` : ""}${bold ? ' class="b"' : ""}`;
    return `<tspan${attributes}>${escaped(text)}</tspan>`;
  });
  const y = EDGE + index * LINE + 13;
  // Whatever the font is, columns stay below each other.
  return `<text x="${EDGE}" y="${y}" xml:space="preserve" textLength="${length * CHARACTER}">${spans.join("")}</text>`;
}

/** @param {import("./ansi.mjs").Run[]} runs */
const lengthOf = (runs) => runs.reduce((sum, { text }) => sum + text.length, 0);

/**
 * Breaks a line that is too long for the terminal.
 *
 * @param {import("./ansi.mjs").Run[]} runs
 * @returns {import("./ansi.mjs").Run[][]}
 */
function wrapped(runs) {
  /** @type {import("./ansi.mjs").Run[][]} */
  const lines = [[]];
  let free = COLUMNS;
  for (const run of runs) {
    let { text } = run;
    while (text.length > free) {
      const space = text.lastIndexOf(" ", free - 1);
      const end = space < 0 && free === COLUMNS ? COLUMNS : space + 1;
      lines.at(-1)?.push({ ...run, text: text.slice(0, end) });
      lines.push([]);
      text = text.slice(end);
      free = COLUMNS;
    }
    lines.at(-1)?.push({ ...run, text });
    free -= text.length;
  }
  return lines;
}
