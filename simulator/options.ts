import type { FaultRule } from "./faults/rule";
import { durationsOf, type ResourceKind } from "./kind";
import { REQUESTS_PER_MINUTE } from "./limits";
import { KINDS } from "./resources";
import { type AccountOptions, accountSettingsFrom } from "./resources/accountOptions";
import type { ResourceDurations } from "./resources/durations";
import type { DurationRange, Settings } from "./settings";

/** Durations in SIMULATED seconds. Each is drawn from its range, repeatably for a seed. */
export interface Durations extends ResourceDurations {
  /** Processing phase of a task. @default [1, 10] */
  taskProcessing: DurationRange;
  /** How long the ID of a new task or resource answers 404. @default [0, 2] */
  visibility: DurationRange;
}

/** The orders of magnitude of the real service. */
export const DEFAULT_DURATIONS = {
  taskProcessing: [1, 10],
  ...durationsOfKinds(KINDS),
  visibility: [0, 2],
} as unknown as Durations;

/** The default account. Its keys are not secret: they are only valid for a simulator. */
export const DEMO_ACCOUNT: AccountOptions = {
  apiKey: "simulator-api-key",
  apiSecretKey: "simulator-api-secret-key",
};

/** Options of a simulator. */
export interface SimulatorOptions {
  /** TCP port on 127.0.0.1; 0 takes any free one. @default 0 */
  port?: number;
  /** Simulated milliseconds per real millisecond. @default 1 */
  timeScale?: number;
  /** Durations, IDs, passwords and faults repeat for a seed. @default random; it is `Simulator.seed` then */
  seed?: number;
  /** @default one account with the keys of {@link DEMO_ACCOUNT} */
  accounts?: AccountOptions[];
  /** Durations that differ from {@link DEFAULT_DURATIONS}. */
  durations?: Partial<Durations>;
  /**
   * Every nth database created in an existing subscription makes the subscription `pending`; 0: none.
   * @default when the cluster must grow: see `clusterMustGrow`
   */
  pendingEvery?: number;
  /** Requests per simulated minute and API key; one more answers 429. @default 400 */
  rateLimit?: number;
  /** Fault rules; `Simulator.faults` changes them while the simulator runs. @default none */
  faults?: FaultRule[];
  /** A file that keeps the accounts across restarts. Simulated time stands still while no simulator runs. */
  stateFile?: string;
  /**
   * `"auto"`: with `redis-server` on the PATH an active database is a real one on 127.0.0.1.
   * `false`: endpoints are only names. @default "auto"
   */
  redis?: "auto" | false;
  /** Whether it serves the console, a page that shows and controls it: `Simulator.consoleUrl`. @default false */
  console?: boolean;
  /** @internal Further kinds of resources, in addition to those of the API. @default none */
  kinds?: readonly ResourceKind[];
}

const FIRST_ACCOUNT_ID = 1001;

/**
 * @throws RangeError for a time scale that is not positive, for keys that two accounts share, and for an account that
 *   contradicts itself
 */
export function settingsFrom(options: SimulatorOptions): Settings {
  const { timeScale = 1, accounts = [DEMO_ACCOUNT], kinds = [] } = options;
  if (!(timeScale > 0 && Number.isFinite(timeScale))) {
    throw new RangeError(`timeScale is ${timeScale}, but must be a number above 0`);
  }
  if (new Set(accounts.map((account) => account.apiKey)).size < accounts.length) {
    throw new RangeError("two accounts have the same apiKey, by which they are told apart");
  }
  return {
    port: options.port ?? 0,
    timeScale,
    seed: options.seed ?? Math.floor(Math.random() * 2 ** 31),
    accounts: accounts.map((account, index) => accountSettingsFrom(account, FIRST_ACCOUNT_ID + index)),
    durations: { ...durationsOfKinds(kinds), ...DEFAULT_DURATIONS, ...options.durations },
    pendingEvery: options.pendingEvery,
    rateLimit: options.rateLimit ?? REQUESTS_PER_MINUTE,
    faults: options.faults ?? [],
    stateFile: options.stateFile,
    redis: options.redis ?? "auto",
    console: options.console ?? false,
  };
}

function durationsOfKinds(kinds: readonly ResourceKind[]): Record<string, DurationRange> {
  return Object.assign({}, ...kinds.map(durationsOf));
}
