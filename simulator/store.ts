import { existsSync, readFileSync } from "node:fs";
import { sync as writeFileAtomic } from "write-file-atomic";
import type { Account, SavedAccount } from "./account";
import { upgradeAccount } from "./resources/earlierState";

/** Content of the state file. It contains passwords of databases, hence only its owner may read it. */
export interface SavedState {
  version: 2;
  /** Simulated milliseconds since 1970, when it was written: simulated time continues from there. */
  now: number;
  accounts: SavedAccount[];
}

/**
 * The state that a file holds; undefined without the file.
 *
 * @throws Error when the file is not a state of this simulator
 */
export function readState(file: string): SavedState | undefined {
  if (!existsSync(file)) return undefined;
  const state = parseState(readFileSync(file, "utf8"));
  if (state?.version === 2) return state as SavedState;
  if (state?.version === 1) {
    return { version: 2, now: state.now, accounts: state.accounts.map(upgradeAccount) };
  }
  throw new Error(`${file} is not the state of a simulator of this version`);
}

/** The accounts, as the state file holds them. */
export const stateOf = (now: number, accounts: Account[]): SavedState => ({
  version: 2,
  now,
  accounts: accounts.map((account) => account.toJSON()),
});

/** Writes the state whole or not at all, as far as processes are killed, not machines. */
export function writeState(file: string, state: SavedState): void {
  writeFileAtomic(file, JSON.stringify(state), { mode: 0o600, fsync: false });
}

function parseState(text: string): { version?: unknown; now: number; accounts: never[] } | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
