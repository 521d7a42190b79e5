import { type AccountOptions, type AccountSettings, accountSettingsFrom } from "./accountOptions";
import type { FaultRule } from "./faults/rule";
import { REQUESTS_PER_MINUTE } from "./limits";

/** A shortest and a longest duration, in simulated seconds. */
export type DurationRange = readonly [shortest: number, longest: number];

/** How long things take, in SIMULATED seconds. Each occurrence draws from its range, repeatably for a seed. */
export interface Durations {
  /** Processing phase of a task. @default [1, 10] */
  taskProcessing: DurationRange;
  /** @default [600, 1500] */
  subscriptionCreate: DurationRange;
  /** @default [10, 120] */
  subscriptionUpdate: DurationRange;
  /** @default [120, 600] */
  subscriptionDelete: DurationRange;
  /** @default [60, 180] */
  databaseCreate: DurationRange;
  /** @default [5, 180] */
  databaseUpdate: DurationRange;
  /** Upgrade of the Redis version. @default [120, 300] */
  databaseUpgrade: DurationRange;
  /** Import of data. @default [10, 120] */
  databaseImport: DurationRange;
  /** @default [30, 90] */
  databaseDelete: DurationRange;
  /** How long a subscription is `pending` because a database made its cluster grow. @default [180, 600] */
  clusterGrowth: DurationRange;
  /** @default [10, 50] */
  cloudAccountCreate: DurationRange;
  /** @default [10, 60] */
  cloudAccountUpdate: DurationRange;
  /** @default [10, 60] */
  cloudAccountDelete: DurationRange;
  /** How long the ID of a fresh task or resource answers 404. @default [0, 2] */
  visibility: DurationRange;
}

/** The orders of magnitude of the real service. */
export const DEFAULT_DURATIONS: Durations = {
  taskProcessing: [1, 10],
  subscriptionCreate: [600, 1500],
  subscriptionUpdate: [10, 120],
  subscriptionDelete: [120, 600],
  databaseCreate: [60, 180],
  databaseUpdate: [5, 180],
  databaseUpgrade: [120, 300],
  databaseImport: [10, 120],
  databaseDelete: [30, 90],
  clusterGrowth: [180, 600],
  cloudAccountCreate: [10, 50],
  cloudAccountUpdate: [10, 60],
  cloudAccountDelete: [10, 60],
  visibility: [0, 2],
};

/** The account that exists when none is asked for. Its keys are no secret: they open nothing but a simulator. */
export const DEMO_ACCOUNT: AccountOptions = {
  apiKey: "simulator-api-key",
  apiSecretKey: "simulator-api-secret-key",
};

/** What a simulator is started with. */
export interface SimulatorOptions {
  /** TCP port on 127.0.0.1; 0 takes any free one. @default 0 */
  port?: number;
  /** Simulated milliseconds per real millisecond. @default 1 */
  timeScale?: number;
  /** Durations, IDs, passwords and faults repeat for a seed. @default random; `Simulator.seed` tells it */
  seed?: number;
  /** @default one account with the keys of {@link DEMO_ACCOUNT} */
  accounts?: AccountOptions[];
  /** Durations that differ from {@link DEFAULT_DURATIONS}. */
  durations?: Partial<Durations>;
  /**
   * Every nth database created in an existing subscription turns the subscription `pending`; 0: none does.
   * @default when the cluster must grow: see `clusterMustGrow`
   */
  pendingEvery?: number;
  /** Requests per simulated minute and API key; one more answers 429. @default 400 */
  rateLimit?: number;
  /** What is to go wrong; `Simulator.faults` changes it while the simulator runs. @default nothing */
  faults?: FaultRule[];
  /** A file that keeps the accounts over a restart. Simulated time stands still while no simulator runs. */
  stateFile?: string;
  /**
   * `"auto"`: with `redis-server` on the PATH an active database is a real one on 127.0.0.1.
   * `false`: endpoints are only names. @default "auto"
   */
  redis?: "auto" | false;
}

/** The options with all defaults in place. */
export interface Settings {
  port: number;
  timeScale: number;
  seed: number;
  accounts: AccountSettings[];
  durations: Durations;
  pendingEvery: number | undefined;
  rateLimit: number;
  faults: FaultRule[];
  stateFile: string | undefined;
  redis: "auto" | false;
}

const FIRST_ACCOUNT_ID = 1001;

/** @throws RangeError for a time scale that is not positive, for keys that two accounts share, and for an account that contradicts itself */
export function settingsFrom(options: SimulatorOptions): Settings {
  const { timeScale = 1, accounts = [DEMO_ACCOUNT] } = options;
  if (!(timeScale > 0 && Number.isFinite(timeScale))) {
    throw new RangeError(`timeScale is ${timeScale}, but must be a number above 0`);
  }
  if (new Set(accounts.map((account) => account.apiKey)).size < accounts.length) {
    throw new RangeError("two accounts have the same apiKey, which is what tells them apart");
  }
  return {
    port: options.port ?? 0,
    timeScale,
    seed: options.seed ?? Math.floor(Math.random() * 2 ** 31),
    accounts: accounts.map((account, index) =>
      accountSettingsFrom(account, account.accountId ?? FIRST_ACCOUNT_ID + index),
    ),
    durations: { ...DEFAULT_DURATIONS, ...options.durations },
    pendingEvery: options.pendingEvery,
    rateLimit: options.rateLimit ?? REQUESTS_PER_MINUTE,
    faults: options.faults ?? [],
    stateFile: options.stateFile,
    redis: options.redis ?? "auto",
  };
}
