import { stripVTControlCharacters } from "node:util";

/** Lines that only say that something goes on, or lead elsewhere. */
const ASIDE = /^(@ |Permalink:|\s*\[Pulumi Neo\]|\s*\?explainFailure|\s*Or run `pulumi neo)/;
/** The row of a resource: its type and name. */
const ROW = /^ [ +~-]{2} (pulumi\S+ \S+)/;

/**
 * What of a command's output a picture shows. Outside a terminal, Pulumi prints a row again whenever it changes.
 *
 * @param {string} output
 * @param {{ onlyLatest: boolean }} options  whether to show only the latest row of each resource, as a terminal does
 * @returns {string}
 */
export function shownOf(output, { onlyLatest }) {
  const lines = output.split("\n").map((line) => ({ line, plain: stripVTControlCharacters(line) }));
  const rows = lines.map(({ plain }) => ROW.exec(plain)?.[1]);
  const shown = lines.filter(
    ({ plain }, index) =>
      !ASIDE.test(plain) &&
      !(onlyLatest && rows[index] !== undefined && rows.indexOf(rows[index], index + 1) !== -1),
  );
  const isEmpty = (/** @type {{ plain: string } | undefined} */ one) => one?.plain.trim() === "";
  return shown
    .filter((one, index) => !(isEmpty(one) && isEmpty(shown[index - 1])))
    .map(({ line }) => line)
    .join("\n")
    .trimEnd();
}
