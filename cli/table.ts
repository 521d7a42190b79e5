const GAP = "  ";

/** Formats rows under a heading, each column as wide as its widest cell; omits empty columns. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = heading.map((_, column) => column).filter((column) => rows.some((row) => row[column]));
  const widths = columns.map((column) =>
    Math.max(...[heading, ...rows].map((row) => (row[column] ?? "").length)),
  );
  const line = (row: readonly string[]) =>
    columns
      .map((column, index) => (row[column] ?? "").padEnd(widths[index] ?? 0))
      .join(GAP)
      .trimEnd();
  return [heading, ...rows].map(line).join("\n");
}

const UNITS = [
  ["d", 86_400],
  ["h", 3600],
  ["m", 60],
  ["s", 1],
] as const;

/** Formats an age in its two largest units, e.g. `3d 4h`, `2m 10s`. */
export function age(ms: number): string {
  let rest = Math.max(0, Math.round(ms / 1000));
  const parts: string[] = [];
  for (const [unit, seconds] of UNITS) {
    const count = Math.floor(rest / seconds);
    rest -= count * seconds;
    if (parts.length > 0 || count > 0) parts.push(count > 0 ? `${count}${unit}` : "");
    if (parts.length === 2) break;
  }
  return parts.filter(Boolean).join(" ") || "0s";
}
