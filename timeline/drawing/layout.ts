import type { TimelineKinds } from "../kinds";
import { labelOf, type Row } from "../rows";
import type { Timeline } from "../summary";

/** Positions and sizes, in pixels. */
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
  /** Indexes of the rows that have a label. */
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

/** Sizes by maximum row count: more rows are thinner. */
const SIZES = [
  { rows: 40, rowHeight: 24, barHeight: 16, labelSize: 12.5 },
  { rows: 100, rowHeight: 16, barHeight: 11, labelSize: 11 },
  { rows: 300, rowHeight: 10, barHeight: 7, labelSize: 9 },
];
const THIN = { rowHeight: 4, barHeight: 3.5, labelSize: 9 };

/** Letter width, as a fraction of the font size. */
const LETTER = 0.56;
const SHORTEST_LABEL = 8;

export function layoutOf({ rows, from, to, kinds }: Timeline): Layout {
  const { rowHeight, barHeight, labelSize } = SIZES.find((size) => rows.length <= size.rows) ?? THIN;
  const labelled = labelledRows(rows, kinds, Math.ceil(labelSize / rowHeight));
  const lengths = [...labelled].map((index) => shortLabel(rows[index] as Row, kinds).length);
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

/** The label of a row, cut to the maximum length. */
export function shortLabel(row: Row, kinds: TimelineKinds): string {
  const label = labelOf(row, kinds);
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;
}

/**
 * Selects the rows with a label: all rows, or if they are thin, subscriptions whose labels do not overlap.
 *
 * @param apart height of a label, in rows
 */
function labelledRows(rows: readonly Row[], kinds: TimelineKinds, apart: number): ReadonlySet<number> {
  const indexes = [...rows.keys()];
  if (apart === 1) return new Set(indexes);
  let next = 0;
  const labelled = indexes.filter((index) => {
    if (!kinds.isOutermostParent(rows[index]?.operation.kind ?? "") || index < next) return false;
    next = index + apart;
    return true;
  });
  return new Set(labelled);
}
