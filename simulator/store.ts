import { existsSync, readFileSync } from "node:fs";
import { sync as writeFileAtomic } from "write-file-atomic";
import type { Account, SavedAccount } from "./account";

/** What the state file holds. It contains the passwords of databases, hence is only for its owner to read. */
export interface SavedState {
  version: 1;
  /** Simulated milliseconds since 1970, when it was written: from there simulated time goes on. */
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
  const state = parsed(readFileSync(file, "utf8"));
  if (state?.version !== 1) throw new Error(`${file} is not the state of a simulator of this version`);
  return state;
}

/** The accounts, as the state file holds them. */
export const stateOf = (now: number, accounts: Account[]): SavedState => ({
  version: 1,
  now,
  accounts: accounts.map((account) => account.toJSON()),
});

/** Writes the state whole or not at all. */
export function writeState(file: string, state: SavedState): void {
  writeFileAtomic(file, JSON.stringify(state), { mode: 0o600 });
}

function parsed(text: string): SavedState | undefined {
  try {
    return JSON.parse(text) as SavedState;
  } catch {
    return undefined;
  }
}
