import { PHASES, type Phase } from "../rows";

/**
 * The phases' colours: of a palette made for the colour-blind, by the same names in light and dark. Grey is for
 * waiting that nothing but patience helps against.
 */
export const COLOURS: Readonly<Record<Phase, string>> = {
  queueing: "#b4bac4",
  "waiting for a limit": "#ffb000",
  processing: "#dc267f",
  provisioning: "#648fff",
};

/** Names of the phases' classes: short, since there is one in every bar. */
export const CLASSES: Readonly<Record<Phase, string>> = {
  queueing: "q",
  "waiting for a limit": "l",
  processing: "p",
  provisioning: "v",
};

/** What depends on light and dark. Written out, since not every viewer of SVG knows CSS variables. */
const theme = (paper: string, ink: string, faint: string, line: string): string[] => [
  `.timeline text{fill:${ink}}`,
  `.timeline .faint{fill:${faint}}`,
  `.timeline .paper{fill:${paper}}`,
  `.timeline .grid{stroke:${line}}`,
  `.timeline .halo{stroke:${paper}}`,
  `.timeline .critical,.timeline .between,.timeline .cross{stroke:${ink}}`,
];

/** The style sheet of the drawing. It names fonts of the system and nothing from outside. */
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
