import { type Deployment, isMet, type Measurement, ratio, requestsPerResource } from "./measurement";

type Column<Row> = readonly [title: string, cell: (row: Row) => string];

const whole = (value: number): string => Math.round(value).toString();
const times = (value: number): string => value.toFixed(2);
const megabytes = (bytes: number): string => whole(bytes / 1024 / 1024);

/** The first check is the scenario's target, the others are common limits. */
function verdict({ checks }: Measurement): string {
  const missed = checks.filter((check) => !isMet(check));
  if (missed.length === 0) return "ok";
  return `MISSED ${missed.map(({ what, measured, atMost }) => `${what} ${tidy(measured)} > ${tidy(atMost)}`).join(", ")}`;
}
const tidy = (value: number): string => String(Math.round(value * 100) / 100);

const DEPLOYMENT: readonly Column<Deployment>[] = [
  ["scenario", ({ scenario }) => scenario],
  ["", ({ action }) => action],
  ["scale", ({ timeScale }) => whole(timeScale)],
  ["makespan", ({ makespan }) => whole(makespan)],
  ["returned", ({ returned }) => (returned === undefined ? "" : whole(returned))],
  ["bound", ({ bound }) => whole(bound.seconds)],
  ["ratio", (row) => times(ratio(row))],
  ["bound, default parallel", ({ boundAtDefaultParallelism }) => whole(boundAtDefaultParallelism.seconds)],
  ["plain", ({ plain }) => whole(plain)],
  ["plain/bound", ({ plain, bound }) => times(plain / bound.seconds)],
  ["plain/ours", ({ plain, makespan }) => times(plain / makespan)],
  ["requests", ({ requests }) => whole(requests.sent)],
  ["a resource", (row) => times(requestsPerResource(row))],
  ["busiest min", ({ requests }) => whole(requests.busiestMinute)],
  ["429", ({ requests }) => whole(requests.refused)],
  ["MB", ({ peakMemory }) => megabytes(peakMemory)],
  ["non-active", ({ nonActive }) => whole(nonActive)],
  ["early", ({ earlyDatabases }) => whole(earlyDatabases)],
  ["engine", ({ engine }) => (engine ? `${engine.command.toFixed(1)}/${engine.trivial.toFixed(1)}` : "")],
  ["", verdict],
];

const OTHERS: readonly Column<Measurement>[] = [
  ["engine's own cost", ({ scenario }) => scenario],
  ["", ({ action }) => action],
  ["measured", (row) => (row.kind === "overhead" ? `${row.ours.toFixed(1)} s` : "")],
  ["beside", (row) => (row.kind === "overhead" ? `${row.trivial.toFixed(1)} s` : "")],
  ["ratio", (row) => (row.kind === "overhead" ? times(row.ours / row.trivial) : "")],
  ["bytes", (row) => (row.kind === "size" ? whole(row.bytes) : "")],
  ["", verdict],
];

/** A table of all measurements, one per line. */
export function tables(measurements: readonly Measurement[]): string {
  const deployments = measurements.filter((row) => row.kind === "deployment");
  const others = measurements.filter((row) => row.kind !== "deployment");
  const parts = [
    deployments.length > 0 && table(DEPLOYMENT, deployments),
    others.length > 0 && table(OTHERS, others),
  ];
  return parts.filter((part) => part !== false).join("\n\n");
}

function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const cells = [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, cell]) => cell(row)))];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => line[index]?.length ?? 0)));
  const isNumber = (index: number) => index > 1 && index < columns.length - 1;
  return cells
    .map((line) =>
      line
        .map((cell, index) =>
          isNumber(index) ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** What the columns mean. */
export const LEGEND = `makespan, bound and plain in simulated seconds; scale: simulated seconds per real second.
returned: until the provider's last call came back; the makespan ends with the last change of state.
bound: the least that the account's lifecycle allows; of a destroy through pulumi, in the engine's order, which deletes
all databases before the first subscription unless they are declared deletedWith; "default parallel": the same at the
engine's default parallelism.
plain: the strategy of a simple client. MB: peak memory of the provider's process.
non-active: most subscriptions at once; early: databases submitted to a subscription that was not active.
engine: real seconds of the pulumi command, and of the same for as many trivial resources.`;
