/**
 * What a terminal shows: text with colours, from the escape sequences that programs print.
 */

/**
 * @typedef {object} Run
 * @property {string} text
 * @property {string | undefined} color
 * @property {boolean} bold
 */

/** GitHub's dark terminal colours, by the code of the escape sequence. */
const COLORS = ["#6e7681", "#ff7b72", "#3fb950", "#d29922", "#58a6ff", "#bc8cff", "#39c5cf", "#e6edf3"];
const ESCAPE = String.fromCharCode(27);
const SEQUENCE = new RegExp(`${ESCAPE}\\[([0-9;]*)m`);
const OTHER_SEQUENCES = new RegExp(`${ESCAPE}\\[[0-9;?]*[A-LN-Za-ln-z]`, "g");

/**
 * @param {string} output
 * @returns {Run[][]} the runs of each line
 */
export function linesOf(output) {
  /** @type {{ color: string | undefined, bold: boolean }} */
  let style = { color: undefined, bold: false };
  return output
    .replaceAll(OTHER_SEQUENCES, "")
    .replaceAll("\r", "")
    .split("\n")
    .map((line) => {
      const [first = "", ...rest] = line.split(SEQUENCE);
      const runs = [{ text: first, ...style }];
      for (let index = 0; index < rest.length; index += 2) {
        style = styleAfter(rest[index] ?? "", style);
        runs.push({ text: rest[index + 1] ?? "", ...style });
      }
      return runs.filter(({ text }) => text !== "");
    });
}

/**
 * @param {string} codes  of one sequence, e.g. `1;38;5;2`
 * @param {{ color: string | undefined, bold: boolean }} before
 */
function styleAfter(codes, before) {
  const style = { ...before };
  const numbers = codes.split(";").map(Number);
  for (let index = 0; index < numbers.length; index++) {
    const code = numbers[index] ?? 0;
    if (code === 0) Object.assign(style, { color: undefined, bold: false });
    else if (code === 1) style.bold = true;
    else if (code === 22) style.bold = false;
    else if (code === 39) style.color = undefined;
    else if (code >= 30 && code <= 37) style.color = COLORS[code - 30];
    else if (code >= 90 && code <= 97) style.color = COLORS[code - 90];
    else if (code === 38 && numbers[index + 1] === 5) {
      style.color = COLORS[(numbers[index + 2] ?? 0) % 8];
      index += 2;
    }
  }
  return style;
}
