import { labelOf, type Row } from "../rows";
import type { Timeline } from "../summary";

/** Where everything is, in pixels of the drawing. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** The plot: right of the labels, below the heading. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly rowHeight: number;
  readonly barHeight: number;
  /** The rows that have a label, and its font size. */
  readonly labelled: ReadonlySet<number>;
  readonly labelSize: number;
  /** The x of a time, in milliseconds since 1970. */
  x(at: number): number;
  /** The y of the top of a row's bar. */
  y(index: number): number;
}

const WIDTH = 1200;
export const MARGIN = 24;
const TOP = 126;
const BOTTOM = 40;
const LONGEST_LABEL = 40;

/** The more rows, the thinner: a thousand are a picture of the whole, with a tooltip on each. */
const SIZES = [
  { rows: 40, rowHeight: 24, barHeight: 16, labelSize: 12.5 },
  { rows: 100, rowHeight: 16, barHeight: 11, labelSize: 11 },
  { rows: 300, rowHeight: 10, barHeight: 7, labelSize: 9 },
];
const THIN = { rowHeight: 4, barHeight: 3.5, labelSize: 9 };

/** A letter's width, in parts of its height. */
const LETTER = 0.56;
const SHORTEST_LABEL = 8;

export function layoutOf({ rows, from, to }: Timeline): Layout {
  const { rowHeight, barHeight, labelSize } = SIZES.find((size) => rows.length <= size.rows) ?? THIN;
  const labelled = labelledRows(rows, Math.ceil(labelSize / rowHeight));
  const lengths = [...labelled].map((index) => shortLabel(rows[index] as Row).length);
  const left = MARGIN + Math.ceil(Math.max(SHORTEST_LABEL, ...lengths) * labelSize * LETTER) + 12;
  const right = WIDTH - MARGIN;
  const bottom = TOP + rows.length * rowHeight;
  return {
    ...{ width: WIDTH, height: bottom + BOTTOM, left, right, top: TOP, bottom },
    ...{ rowHeight, barHeight, labelled, labelSize },
    x: (at) => left + ((at - from) / Math.max(to - from, 1)) * (right - left),
    y: (index) => TOP + index * rowHeight + (rowHeight - barHeight) / 2,
  };
}

/** The label of a row, no longer than there is room for. */
export function shortLabel(row: Row): string {
  const label = labelOf(row);
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;
}

/**
 * All rows have a label; of thin ones the subscriptions, and only as many as do not overlap.
 *
 * @param apart rows that a label takes
 */
function labelledRows(rows: readonly Row[], apart: number): ReadonlySet<number> {
  const indexes = [...rows.keys()];
  if (apart === 1) return new Set(indexes);
  let next = 0;
  const labelled = indexes.filter((index) => {
    if (rows[index]?.operation.kind !== "subscription" || index < next) return false;
    next = index + apart;
    return true;
  });
  return new Set(labelled);
}
