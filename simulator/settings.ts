import type { FaultRule } from "./faults/rule";
import type { AccountSettings } from "./resources/accountOptions";

/** A shortest and a longest duration, in simulated seconds. */
export type DurationRange = readonly [shortest: number, longest: number];

/** What a simulator runs with: its options with all defaults in place. */
export interface Settings {
  port: number;
  timeScale: number;
  seed: number;
  accounts: AccountSettings[];
  durations: Readonly<Record<string, DurationRange>>;
  pendingEvery: number | undefined;
  rateLimit: number;
  faults: FaultRule[];
  stateFile: string | undefined;
  redis: "auto" | false;
  console: boolean;
}
