import { runSeeds } from "./chance";
import { details, line, summary } from "./report";
import { type Outcome, play } from "./run";
import { PLANTED } from "./secrets";

const runs = Number(process.env.CHAOS_RUNS ?? 3);
const seed = Number(process.env.CHAOS_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** So many runs are under way at once: they wait more than they compute. */
const jobs = Number(process.env.CHAOS_JOBS ?? 2);
/** Far more than a run takes: what hangs in it is ended by itself. */
const MOST_MS_PER_RUN = 15 * 60_000;

const printed: string[] = [];

function print(text: string): void {
  printed.push(text);
  process.stdout.write(`${text}\n`);
}

/** Plays the runs, each as soon as one of the jobs is free. */
async function playAll(): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const seeds = runSeeds(seed, runs).entries();
  const job = async () => {
    for (const [index, runSeed] of seeds) {
      const outcome = await play(runSeed);
      outcomes.push(outcome);
      print(line(outcome, index + 1, runs));
      if (outcome.violations.length > 0 || runs === 1) print(details(outcome));
    }
  };
  await Promise.all(Array.from({ length: jobs }, job));
  return outcomes;
}

test(
  "whatever is killed whenever, the account converges to what the last program declares",
  async () => {
    print(`${runs} runs of chaos, seed ${seed}: npm run chaos -- --runs ${runs} --seed ${seed}`);
    const started = performance.now();
    const outcomes = await playAll();
    print(summary(outcomes, (performance.now() - started) / 1000));
    const violated = outcomes.filter(({ violations }) => violations.length > 0);
    expect(violated.map(({ plan }) => `seed ${plan.seed}`)).toEqual([]);
    expect(printed.filter((text) => text.includes(PLANTED))).toEqual([]);
    expect(outcomes.filter(({ killedAt }) => killedAt !== undefined)).toHaveLength(runs);
  },
  runs * MOST_MS_PER_RUN,
);
