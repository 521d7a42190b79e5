#!/usr/bin/env node
import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { undoAllOnExit } from "./cleanup";
import { DRAWN, REALISTIC } from "./durations";
import { isMet, type Measurement } from "./report/measurement";
import { LEGEND, tables } from "./report/table";
import { together } from "./report/together";
import { SCENARIOS } from "./scenarios";
import { runApart } from "./scenarios/apart";
import type { Settings } from "./scenarios/settings";

interface Options {
  readonly only?: string;
  readonly list?: true;
  readonly timeScale?: number;
  readonly seed: number;
  readonly drawn?: true;
  readonly json: string;
}

const number = (text: string): number => {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`${text} is not a number above 0`);
  return value;
};

const command = new Command("bench")
  .description("How long deployments take, beside the least that the API's lifecycle makes possible.")
  .option("--only <text>", "only scenarios whose name contains this")
  .option("--list", "name the scenarios, and run none")
  .option(
    "--time-scale <number>",
    "simulated seconds per real second, in place of each scenario's own",
    number,
  )
  .option("--seed <number>", "repeats what the simulator draws", number, 1)
  .option("--drawn", "durations drawn from the simulator's ranges instead of their means")
  .option("--json <file>", "where the numbers go", "bench-results.json");

async function main(options: Options): Promise<void> {
  const scenarios = SCENARIOS.filter(({ name }) => name.includes(options.only ?? ""));
  if (options.list) {
    for (const { name } of scenarios) console.log(name);
    return;
  }
  undoAllOnExit();
  const settings: Settings = {
    timeScale: options.timeScale,
    seed: options.seed,
    durations: options.drawn ? DRAWN : REALISTIC,
    log: console.error,
  };
  const measured: Measurement[] = [];
  const failures: string[] = [];
  for (const { name } of scenarios) {
    const started = performance.now();
    settings.log(`${name} …`);
    try {
      measured.push(...(await runApart(name, settings)));
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message : error}`);
    }
    settings.log(`  took ${Math.round((performance.now() - started) / 1000)} s`);
  }
  const measurements = together(measured);
  console.log(`${tables(measurements)}\n\n${LEGEND}`);
  for (const failure of failures) console.log(`FAILED ${failure}`);
  const results = { ...options, measurements: measurements.map(withVerdicts), failures };
  writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`);
  const isGood = failures.length === 0 && measurements.every(({ checks }) => checks.every(isMet));
  process.exitCode = isGood ? 0 : 1;
}

const withVerdicts = (measurement: Measurement) => ({
  ...measurement,
  checks: measurement.checks.map((check) => ({ ...check, isMet: isMet(check) })),
});

main(command.parse().opts<Options>()).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
