import { Random } from "../../simulator/random";

/** All that is random in a run, out of its seed. */
export class Chance extends Random {
  /** Whether something of this probability, from 0 to 1, happens. */
  happens(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of several, each as likely as the others. */
  one<const T>(several: readonly [T, ...T[]]): T;
  one<const T>(several: readonly T[]): T | undefined;
  one<T>(several: readonly T[]): T | undefined {
    return several[this.integer(0, several.length - 1)];
  }

  shuffled<T>(several: readonly T[]): T[] {
    return several
      .map((one) => ({ one, at: this.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one);
  }
}

/** The seeds of a chaos' runs. The first run has the chaos' own, so that one run can be repeated alone. */
export function runSeeds(seed: number, runs: number): number[] {
  const chance = new Chance(seed);
  return Array.from({ length: runs }, (_, run) => (run === 0 ? seed : chance.integer(0, 2 ** 31 - 1)));
}
