import { PHASES, type Phase } from "../rows";

/**
 * Colours of the phases, from a colour-blind-safe palette; the same in light and dark. Grey is for waits that the user
 * cannot avoid.
 */
export const COLOURS: Readonly<Record<Phase, string>> = {
  queueing: "#b4bac4",
  "waiting for a limit": "#ffb000",
  processing: "#dc267f",
  provisioning: "#648fff",
};

/** CSS classes of the phases: short, since every bar has one. */
export const CLASSES: Readonly<Record<Phase, string>> = {
  queueing: "q",
  "waiting for a limit": "l",
  processing: "p",
  provisioning: "v",
};

/** Styles of a theme. No CSS variables, since not every SVG viewer supports them. */
const theme = (paper: string, ink: string, faint: string, line: string): string[] => [
  `.timeline text{fill:${ink}}`,
  `.timeline .faint{fill:${faint}}`,
  `.timeline .paper{fill:${paper}}`,
  `.timeline .grid{stroke:${line}}`,
  `.timeline .halo{stroke:${paper}}`,
  `.timeline .critical,.timeline .between,.timeline .cross{stroke:${ink}}`,
];

/** The style sheet of the drawing, with system fonts and no external resources. */
export const STYLE = [
  ".timeline text{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',sans-serif}",
  ".timeline path{fill:none;stroke-linejoin:round;stroke-linecap:round}",
  ".timeline .grid{stroke-width:1}",
  ".timeline .between{stroke-dasharray:.5 4}",
  ".timeline .cross{stroke-width:1.6}",
  ".timeline .other{opacity:.55}",
  ".timeline .other text{font-style:italic}",
  ...PHASES.map((phase) => `.timeline .${CLASSES[phase]}{fill:${COLOURS[phase]}}`),
  ...theme("#ffffff", "#1d2330", "#667085", "#e4e7ec"),
  `@media (prefers-color-scheme:dark){${theme("#15181e", "#eceef2", "#98a2b3", "#2b313c").join("")}}`,
].join("\n");
