import type { Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { type Http2Bindings, type HttpBindings, serve } from "@hono/node-server";
import { Account } from "./account";
import { Clock } from "./clock";
import { Faults } from "./faults/faults";
import { type Backend, createApp } from "./http/app";
import { ConnectionReset } from "./http/connectionReset";
import { type Fetch, gateway } from "./http/gateway";
import { type AccountOptions, type Settings, type SimulatorOptions, settingsFrom } from "./options";
import { Pauses } from "./pauses";
import { SimulatorRecord } from "./record";
import { RedisServers, redisServerOnPath } from "./redis/servers";
import { advance } from "./simulation";
import { readState, type SavedState, stateOf, writeState } from "./store";

export type { Kind } from "./agenda";
export { Faults, type Occurrence } from "./faults/faults";
export { randomFaults } from "./faults/random";
export type {
  FaultRule,
  HiddenId,
  PendingSubscription,
  ProcessingError,
  ProvisioningError,
  ProvisioningStall,
  RefusedRequest,
  ResetConnection,
  SlowAnswer,
} from "./faults/rule";
export { faultRulesFrom } from "./faults/schema";
export { ConnectionReset } from "./http/connectionReset";
export type { AccountOptions, DurationRange, Durations, SimulatorOptions } from "./options";
export { DEFAULT_DURATIONS, DEMO_ACCOUNT } from "./options";
export {
  type ExportedRecord,
  type FaultRecord,
  RECORD_FORMAT,
  type RequestRecord,
  SimulatorRecord,
  type StateChange,
} from "./record";

/** A simulated Redis Cloud that runs. */
export interface Simulator {
  /** The API's base URL, such as `http://127.0.0.1:7070/v1`. */
  readonly url: string;
  /** The accounts with their keys. */
  readonly accounts: readonly Required<AccountOptions>[];
  /** What repeats its durations and passwords. */
  readonly seed: number;
  /** Simulated milliseconds per real millisecond. */
  readonly timeScale: number;
  /** Whether active databases are real Redis servers. */
  readonly realDatabases: boolean;
  /** Every request, every change of a state and every fault that struck, in order. */
  readonly record: SimulatorRecord;
  /** What is to go wrong; it can be changed at any time. */
  readonly faults: Faults;
  /**
   * Answers a request to {@link Simulator.url} in process, without sockets. Where a connection would be reset, it
   * fails with {@link ConnectionReset}.
   */
  fetch(request: Request): Promise<Response>;
  /** Simulated milliseconds since 1970. */
  now(): number;
  /** @internal All that the accounts hold now, as the state file has it: also what no answer shows. */
  state(): SavedState;
  /** Ends the server and all its databases; the state file, if any, keeps the rest. */
  close(): Promise<void>;
}

/**
 * Starts a Redis Cloud on 127.0.0.1, whose accounts obey the processing and provisioning lifecycle of the API.
 *
 * @throws RangeError for options that contradict each other
 * @throws Error when the port is taken, or the state file is not one
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const settings = settingsFrom(options);
  const saved = settings.stateFile === undefined ? undefined : readState(settings.stateFile);
  const clock = new Clock(saved?.now ?? Date.now(), settings.timeScale);
  const record = new SimulatorRecord(clock);
  const faults = new Faults(settings.seed, record);
  faults.add(...settings.faults);
  const pauses = new Pauses(clock);
  const accounts = settings.accounts.map((account) => {
    const own = saved?.accounts.find(({ accountId }) => accountId === account.accountId);
    return new Account(account, settings, record, faults, clock.now(), own);
  });
  const redisServers = new RedisServers(settings.redis === "auto" && redisServerOnPath());
  const runtime = new Runtime(settings, clock, accounts, redisServers);
  const backend: Backend = {
    accounts,
    record,
    faults,
    rateLimit: settings.rateLimit,
    now: () => clock.now(),
    pause: (milliseconds) => pauses.take(milliseconds),
    bringUpToDate: () => runtime.bringUpToDate(),
    keep: () => runtime.keep(),
  };
  const app = createApp(backend);
  const fetch = gateway(backend, async (request) => app.fetch(request));
  await runtime.bringUpToDate();
  const server = await listen(settings.port, fetch).catch(async (error) => {
    await runtime.stop();
    throw error;
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    accounts: settings.accounts,
    seed: settings.seed,
    timeScale: settings.timeScale,
    realDatabases: redisServers.available,
    record,
    faults,
    fetch,
    now: () => clock.now(),
    state: () => runtime.state(),
    close: async () => {
      pauses.end();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await runtime.stop();
    },
  };
}

/** Real milliseconds after which the state file shows what time alone has changed. */
const SAVE_DELAY_MS = 500;

/** Keeps the accounts in step with the time: before each request, and when something is due. */
class Runtime {
  private timer: NodeJS.Timeout | undefined;
  private saveTimer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly accounts: Account[],
    private readonly redisServers: RedisServers,
  ) {}

  async bringUpToDate(): Promise<void> {
    for (const account of this.accounts) this.advance(account);
    await this.redisServers.reconcile(this.accounts);
    this.keep();
  }

  /** A copy: what happens later does not change it. */
  state(): SavedState {
    for (const account of this.accounts) this.advance(account);
    return JSON.parse(JSON.stringify(stateOf(this.clock.now(), this.accounts)));
  }

  /** Saves what requests have changed, and sets the timer for what is due next. */
  keep(): void {
    if (this.stopped) return;
    if (this.accounts.some((account) => account.changed)) this.save();
    clearTimeout(this.timer);
    const due = this.accounts.flatMap((account) => account.agenda.next() ?? []);
    if (due.length === 0) return;
    const delay = this.clock.realMillisecondsUntil(Math.min(...due));
    this.timer = setTimeout(() => void this.bringUpToDate(), delay);
    this.timer.unref?.();
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.stopped = true;
    try {
      this.save();
    } finally {
      await this.redisServers.stop();
    }
  }

  /**
   * What time alone changes follows from what is saved already, down to every ID and password; only a fault that
   * struck provisioning does not. It is saved a little later, so that a large account is not written again for each
   * of its many changes.
   */
  private advance(account: Account): void {
    const { changed } = account;
    account.changed = false;
    advance(account, this.clock.now());
    if (account.changed) this.saveSoon();
    account.changed = changed;
  }

  private saveSoon(): void {
    if (this.settings.stateFile === undefined || this.stopped) return;
    this.saveTimer ??= setTimeout(() => this.save(), SAVE_DELAY_MS);
    this.saveTimer.unref?.();
  }

  private save(): void {
    clearTimeout(this.saveTimer);
    this.saveTimer = undefined;
    for (const account of this.accounts) account.changed = false;
    const { stateFile } = this.settings;
    if (stateFile !== undefined) writeState(stateFile, stateOf(this.clock.now(), this.accounts));
  }
}

function listen(port: number, fetch: Fetch): Promise<Server> {
  const overSocket = async (request: Request, { incoming }: HttpBindings | Http2Bindings) => {
    try {
      return await fetch(request);
    } catch (error) {
      if (!(error instanceof ConnectionReset)) throw error;
      (incoming.socket as Socket).resetAndDestroy();
      // Nobody gets it: there is no socket left to write it to.
      return new Response();
    }
  };
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: overSocket, port, hostname: "127.0.0.1" }, () => resolve(server)) as Server;
    server.once("error", reject);
  });
}
