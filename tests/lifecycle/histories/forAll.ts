import fc from "fast-check";
import { closeSimulators } from "../harness";
import { Gateway } from "./gateway";
import type { History } from "./history";
import { readJournals } from "./journals";
import { wrongAfterDestroy, wrongAtConvergence } from "./oracle";
import { Player } from "./player";
import { told } from "./telling";

const HISTORIES = Number(process.env.HISTORIES ?? 250);

/** What was seen in all histories, so that nobody trusts a test in which nothing happened. */
export interface Seen {
  crashes: number;
  faults: number;
  journalFiles: number;
}

/** Plays random histories. SEED=<number> plays those of a run before again; PATH_OF=<path> begins at one of them. */
export async function playAll(histories: fc.Arbitrary<History>): Promise<Seen> {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
  process.stdout.write(`${HISTORIES} random histories, SEED=${seed}\n`);
  const seen: Seen = { crashes: 0, faults: 0, journalFiles: 0 };
  const gateway = await Gateway.start();
  const property = fc.asyncProperty(histories, (history) => playOne(ablated(history), gateway, seen));
  try {
    await fc.assert(property, { numRuns: HISTORIES, seed, path: process.env.HISTORY, endOnFailure: true });
  } finally {
    gateway.close();
    await closeSimulators();
  }
  process.stdout.write(`${JSON.stringify(seen)}\n`);
  return seen;
}

async function playOne(history: History, gateway: Gateway, seen: Seen): Promise<void> {
  jest.spyOn(Math, "random").mockImplementation(randomOf(history.seed));
  const player = await Player.start(history, gateway);
  if (process.env.DEBUG_H) {
    process.stdout.write(`${++count} ${JSON.stringify(history)}\n`);
  }
  const wrong = await wrongIn(history, player).catch((error: Error) => [error.stack ?? ""]);
  const { files, leaks } = readJournals(player.folder);
  seen.crashes += player.ended.filter(({ outcome }) => outcome === "crashed").length;
  seen.faults += player.simulator.record.faults.length;
  seen.journalFiles += files;
  const all = [...wrong, ...leaks];
  if (process.env.SURVEY) {
    count += 1;
    if (all.length > 0) {
      process.stdout.write(`#${count - 1} ${all.map((a) => a.slice(0, 100)).join(" | ")}\n`);
      require("node:fs").writeFileSync(
        `${process.env.SURVEY}/${count - 1}.txt`,
        [...all, told(history, player)].join("\n"),
      );
    }
  } else if (all.length > 0) throw new Error([...all, told(history, player)].join("\n"));
  player.close();
  await closeSimulators();
}

export async function wrongIn(history: History, player: Player): Promise<readonly string[]> {
  const { runs, faultsFrom, faults, crashOfDestroy } = history;
  for (const [index, run] of runs.entries()) {
    if (index === faultsFrom) player.simulator.faults.add(...faults);
    await player.run(run);
  }
  const program = runs.at(-1)?.program ?? [];
  if (!(await player.converge(program))) return ["does not converge"];
  const wrong = await player.undisturbed(() => wrongAtConvergence(player));
  if (wrong.length > 0) return wrong;
  if (!(await player.converge([], crashOfDestroy))) return ["is not destroyed"];
  return player.undisturbed(() => wrongAfterDestroy(player));
}

/** The jitter of retries repeats for a seed as the rest does. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function ablated(history: History): History {
  return {
    ...history,
    ...(process.env.NO_FAULTS ? { faults: [] } : {}),
    ...(process.env.NO_LOSS
      ? {
          faults: history.faults.filter(
            (f) =>
              !("when" in f && f.fault === "reset-connection" && f.when === "after") &&
              !(f.fault === "slow-answer" && f.seconds > 20),
          ),
        }
      : {}),
    ...(process.env.NO_CRASH
      ? { crashOfDestroy: undefined, runs: history.runs.map((run) => ({ ...run, crash: undefined })) }
      : {}),
  };
}

let count = 0;
