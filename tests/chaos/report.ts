import { inWords } from "./declared";
import { faultInWords } from "./faults";
import { TIME_SCALE } from "./plan";
import type { Outcome } from "./run";
import { withoutSecrets } from "./secrets";
import type { Session } from "./session";

/** A run in one line. */
export function line(outcome: Outcome, number: number, runs: number): string {
  const { plan, killedAt, commands, reconciled, outlivedS, violations, seconds } = outcome;
  const killed =
    killedAt &&
    `${plan.victim} killed after ${killedAt.count} ${killedAt.after} +${killedAt.delayMs} ms of ${plan.during ? "up" : "destroy"}`;
  const parts = [
    `${plan.phase}: ${killed ?? "nothing killed"}`,
    plan.isWiped && "wiped",
    plan.isHasty && "at once",
    plan.change !== "none" && plan.change,
    plan.hasForeign && "in company",
    plan.faults.length > 0 && `faults: ${plan.faults.map(faultInWords).join(" and ")}`,
    `${commands} more`,
    reconciled > 0 && `${reconciled} reconciled`,
    outlivedS > 0.05 && `outlived by ${outlivedS.toFixed(1)} s`,
    violations.length === 0
      ? "ok"
      : `VIOLATED: ${[...new Set(violations.map(({ what }) => what))].join(", ")}`,
    `${seconds.toFixed(1)} s`,
  ];
  return `${number}/${runs} seed ${plan.seed}: ${parts.filter(Boolean).join(", ")}`;
}

/** All that is needed to see what happened in a run. */
export function details({ plan, violations, excerpt }: Outcome): string {
  const program = (called: string, one: Outcome["plan"]["after"]) =>
    `  ${called}: ${one ? inWords(one) : "none"}`;
  return [
    ...violations.map(({ what, text }) => `  VIOLATED ${what}: ${text}`),
    program("before the kill", plan.before),
    program("when killed", plan.during),
    program("in the end", plan.after),
    `  again: npm run chaos -- --runs 1 --seed ${plan.seed}`,
    excerpt,
  ].join("\n");
}

/** All runs in a few lines. */
export function summary(outcomes: readonly Outcome[], seconds: number): string {
  const all = outcomes.flatMap(({ violations }) => violations);
  const count = (...whats: string[]) => all.filter(({ what }) => whats.includes(what)).length;
  const of = (predicate: (outcome: Outcome) => boolean) => outcomes.filter(predicate).length;
  const longest = Math.max(...outcomes.map((outcome) => outcome.seconds));
  const others = count("different", "foreign", "state", "secret", "reconcile", "unconverged");
  return [
    `${outcomes.length} runs, ${of(({ killedAt }) => killedAt !== undefined)} kills`,
    `${count("orphan")} orphans, ${count("duplicate", "needless")} duplicates, ${count("lost")} lost, ${others} others`,
    `${of(({ reconciled }) => reconciled > 0)} runs needed reconcile --delete`,
    `${count("process")} provider processes left`,
    `${of(({ violations }) => violations.length > 0)} runs with violations`,
    `${(seconds / outcomes.length).toFixed(1)} s a run, the longest took ${longest.toFixed(1)} s`,
  ].join("\n");
}

/** The record of a run: what was asked for and what changed, with seconds since its beginning. */
export function excerpt(session: Session): string {
  const { record, notes, printed, secrets } = session;
  const start = notes[0]?.at ?? 0;
  const entries = [
    ...notes.map(({ at, text }) => ({ at, text: `-- ${text}` })),
    ...record.requests
      .filter(({ method }) => method !== "GET")
      .map(({ at, method, path, status }) => ({ at, text: `${method} ${path} ${status}` })),
    ...record.changes.map(({ at, kind, id, name, from, to, taskId, error }) => ({
      at,
      text: `${kind} ${short(id)} ${name}: ${from ?? "new"} > ${to}${error ? ` ${error}` : ""}${taskId && kind !== "task" ? ` (task ${short(taskId)})` : ""}`,
    })),
    ...record.faults.map(({ at, rule, path, id, name }) => ({
      at,
      text: `FAULT ${faultInWords(rule)}: ${path ?? `${short(id ?? "")} ${name ?? ""}`}`,
    })),
  ].sort((a, b) => a.at - b.at);
  const lines = entries.map(
    ({ at, text }) => `  ${((at - start) / 1000 / TIME_SCALE).toFixed(2).padStart(7)} ${text}`,
  );
  return withoutSecrets([...lines, ...failedOutputs(printed)].join("\n"), secrets);
}

const short = (id: string | number): string => String(id).slice(0, 8);

/** What went wrong in the commands' own words. */
const failedOutputs = (printed: Session["printed"]): string[] =>
  printed.flatMap(({ command, output }) => {
    const errors = output.split("\n").flatMap((line) => /^\s*(?:error|panic):.*/.exec(line) ?? []);
    return [...new Set(errors)].map((error) => `  ${command}: ${error.trim()}`);
  });
