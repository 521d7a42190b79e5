import { escapeXml } from "../../timeline/drawing/xml";

/** Fonts and colours of the pictures that are drawn here. They have a light background of their own, for dark pages. */
const STYLE = `
  text { font: 13px system-ui, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328; }
  .title { font-weight: 600; }
  .small { font-size: 11.5px; fill: #57606a; }
`;

/** A picture. */
export const picture = (width: number, height: number, label: string, parts: readonly string[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(label)}">`,
    `<style>${STYLE}</style>`,
    `<rect width="${width}" height="${height}" rx="8" fill="#ffffff" stroke="#d0d7de"/>`,
    ...parts,
    "</svg>",
    "",
  ].join("\n");

/** Lines of text around a centre. */
export const lines = (
  texts: readonly string[],
  { x, y, kind = "", step = 16 }: { x: number; y: number; kind?: string; step?: number },
): readonly string[] =>
  texts.map(
    (text, index) =>
      `<text class="${kind}" x="${x}" y="${y + index * step}" text-anchor="middle">${escapeXml(text)}</text>`,
  );
