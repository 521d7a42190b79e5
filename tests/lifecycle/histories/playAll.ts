import fc from "fast-check";
import { closeSimulators } from "../harness";
import { randomCases } from "../thorough";
import { Gateway } from "./gateway";
import type { History } from "./history";
import { readJournals } from "./journals";
import { wrongAfterDestroy, wrongAtConvergence } from "./oracle";
import { Player } from "./player";
import { told } from "./telling";

/** Random histories of each kind. */
const HISTORIES = randomCases({ some: 12, all: 400 });

/** What was seen in all histories: a test in which nothing happened would prove nothing. */
interface Seen {
  crashes: number;
  faults: number;
  journalFiles: number;
}

/**
 * Plays random histories, each of which has to end well. SEED=<number> in the environment plays those of a run before
 * again; HISTORY=<path>, from the report of a failure, begins with the one that failed.
 */
export async function playAll(histories: fc.Arbitrary<History>): Promise<void> {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
  process.stdout.write(`${HISTORIES} random histories, SEED=${seed}\n`);
  const seen: Seen = { crashes: 0, faults: 0, journalFiles: 0 };
  const gateway = await Gateway.start();
  const property = fc.asyncProperty(histories, (history) => playOne(history, gateway, seen));
  try {
    await fc.assert(property, { numRuns: HISTORIES, seed, path: process.env.HISTORY, endOnFailure: true });
  } finally {
    gateway.close();
    await closeSimulators();
  }
  process.stdout.write(`${seen.crashes} crashes, ${seen.faults} faults\n`);
  expect(Math.min(seen.crashes, seen.faults, seen.journalFiles)).toBeGreaterThan(0);
}

async function playOne(history: History, gateway: Gateway, seen: Seen): Promise<void> {
  const random = jest.spyOn(Math, "random").mockImplementation(randomOf(history.seed));
  const player = await Player.start(history, gateway);
  try {
    const wrong = await wrongIn(history, player);
    const { files, leaks } = readJournals(player.folder);
    seen.crashes += player.ended.filter(({ outcome }) => outcome === "crashed").length;
    seen.faults += player.simulator.record.faults.length;
    seen.journalFiles += files;
    const all = [...wrong, ...leaks];
    if (all.length > 0) throw new Error([...all, told(history, player)].join("\n"));
  } finally {
    player.close();
    await closeSimulators();
    random.mockRestore();
    // What processes that ended were waiting for.
    jest.clearAllTimers();
  }
}

/** Plays a history to its end, and tells what is wrong. */
export async function wrongIn(history: History, player: Player): Promise<readonly string[]> {
  const { runs, faultsFrom, faults, crashOfDestroy } = history;
  for (const [index, run] of runs.entries()) {
    if (index === faultsFrom) player.simulator.faults.add(...faults);
    await player.run(run);
  }
  if (!(await player.converge(runs.at(-1)?.program ?? []))) return ["does not converge"];
  const wrong = await player.undisturbed(() => wrongAtConvergence(player));
  if (wrong.length > 0) return wrong;
  if (!(await player.converge([], crashOfDestroy))) return ["is not destroyed"];
  return player.undisturbed(() => wrongAfterDestroy(player));
}

/** The jitter of retries repeats for a seed, as the rest does. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
