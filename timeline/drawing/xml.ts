/** Characters that XML cannot represent, including lone surrogates. */
const IMPOSSIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Most texts: printable ASCII and line breaks, without what has an entity. */
const PLAIN = /^[\n !#-%(-;=?-~]*$/;

/** Escapes text for XML and HTML. */
export function escapeXml(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(IMPOSSIBLE, "\ufffd").replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** Writes an element; omits undefined attributes and rounds numbers to tenths. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...content: readonly string[]
): string {
  let start = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined)
      start += ` ${key}="${typeof value === "number" ? tenths(value) : escapeXml(value)}"`;
  }
  return content.length === 0 ? `${start}/>` : `${start}>${content.join("")}</${name}>`;
}

/** Rounds a coordinate to tenths of a pixel. */
export const tenths = (value: number): number => Math.round(value * 10) / 10;
