import type { Program } from "./declared";
import type { History } from "./history";
import type { Ended, Player } from "./player";

const LONGEST_EXCERPT = 150;

/** A history and what became of it, for whoever looks for what went wrong. */
export function told({ runs, ...options }: History, { ended, simulator }: Player): string {
  const { changes, faults } = simulator.record;
  const start = changes[0]?.at ?? 0;
  const at = (time: number) => `${((time - start) / 1000).toFixed(1).padStart(7)}s`;
  const lines = [
    ...changes.map(({ at: time, kind, id, name, from = "", to, error = "", taskId }) => ({
      time,
      line: `${kind} ${String(id).slice(0, 8)} ${name}: ${from} → ${to} ${error} ${kind === "task" ? "" : (taskId ?? "").slice(0, 8)}`,
    })),
    ...faults.map(({ at: time, rule, method = "", path = "", name = "", id = "" }) => ({
      time,
      line: `FAULT ${rule.fault} ${method} ${path} ${name} ${String(id).slice(0, 8)}`,
    })),
    ...ended.map((run, index) => ({ time: run.at, line: toldRun(run, index) })),
  ];
  const ordered = lines.sort((a, b) => a.time - b.time).map(({ time, line }) => `${at(time)} ${line}`);
  return [
    `history: ${JSON.stringify(options)}`,
    ...runs.map(
      (run, index) => `run ${index}: ${JSON.stringify({ ...run, program: toldProgram(run.program) })}`,
    ),
    ...ordered.slice(-LONGEST_EXCERPT),
  ].join("\n");
}

function toldRun({ program, outcome, deeds, errors, writes }: Ended, index: number): string {
  const steps = deeds.map(({ step, name, isDone }) => `${step} ${name}${isDone ? "" : " (not done)"}`);
  return [
    `===== run ${index} of [${toldProgram(program)}] ${outcome}: ${steps.join(", ")}`,
    ...writes.map((write) => `sent ${write}`),
    ...errors,
  ].join("\n            ");
}

const toldProgram = (program: Program): string =>
  program
    .map(({ name, called, size, place, override, uses = [], impatient }) => {
      const marks = [
        called && `called ${called}`,
        size > 1 && `size ${size}`,
        place && `place ${place}`,
        override && `override ${override}`,
        uses.length > 0 && `uses ${uses.join("+")}`,
        impatient && "impatient",
      ];
      return [name, ...marks.filter(Boolean)].join(" ");
    })
    .join(", ");
