import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Gateway } from "./histories/gateway";
import type { CrashInstant } from "./histories/process";
import { randomCases } from "./thorough";

/** What processes that are killed share: the way to the simulator, and the folder of the journal. */
export interface KilledRuns {
  readonly gateway: Gateway;
  readonly journal: string;
}

/** Sets both up for each test of the file, and removes them; returns those of the test under way. */
export function useKilledRuns(): () => KilledRuns {
  let gateway: Gateway;
  let folder: string;
  beforeEach(async () => {
    gateway = await Gateway.start();
    folder = mkdtempSync(path.join(tmpdir(), "killed-runs-"));
  });
  afterEach(() => {
    gateway.closeLines();
    gateway.close();
    rmSync(folder, { recursive: true });
  });
  return () => ({ gateway, journal: path.join(folder, "journal") });
}

const WHEN = ["before", "after"] as const;
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Before and after the first requests, or writes, of a run: every `step`th of them. */
export const aroundRequests = (at: "request" | "write", count: number, step = 1): readonly CrashInstant[] =>
  upTo(count).flatMap((nth) => WHEN.map((when): CrashInstant => ({ at, nth: nth * step, when })));

/** Whenever the engine writes its state, the first times. */
export const atCheckpoints = (count: number): readonly CrashInstant[] =>
  upTo(count).map((nth) => ({ at: "checkpoint", nth }));

/** At seconds that are so far apart; more of them in `npm run thorough`. */
export const atSeconds = (cases: { some: number; all: number }, apart: number): readonly CrashInstant[] =>
  upTo(randomCases(cases)).map((each) => ({ at: "second", nth: each * apart }));
