import type { AddressInfo } from "node:net";
import type { AccountContext } from "./account";
import { Accounts } from "./accounts";
import { Clock } from "./clock";
import { CONSOLE_PATH, withConsole } from "./console";
import type { Answers, Read } from "./copy/answers";
import { readsBeyond } from "./copy/existing";
import { Faults } from "./faults/faults";
import type { FaultRule } from "./faults/rule";
import { faultRulesFrom as parseFaultRules } from "./faults/schema";
import { type Backend, createApp } from "./http/app";
import { type Fetch, gateway } from "./http/gateway";
import { RateLimits } from "./http/rateLimit";
import { closeServer, listen } from "./http/server";
import { Kinds } from "./kinds";
import { type SimulatorOptions, settingsFrom } from "./options";
import { OtherSide } from "./otherSide";
import { Pauses } from "./pauses";
import type { Peer } from "./peer";
import { SimulatorRecord } from "./record";
import { RedisServers, redisServerOnPath } from "./redis/servers";
import { KINDS } from "./resources";
import { ACCOUNT_READS } from "./resources/accountCopy";
import type { AccountSettings } from "./resources/accountOptions";
import { Runtime } from "./runtime";
import { onTransition } from "./simulation";
import { readState, type SavedState } from "./store";

export type { Answers, Read } from "./copy/answers";
export { Faults } from "./faults/faults";
export type { Occurrence } from "./faults/occurrence";
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
export { ConnectionReset } from "./http/connectionReset";
export type { Durations, SimulatorOptions } from "./options";
export { DEFAULT_DURATIONS, DEMO_ACCOUNT } from "./options";
export type { Peer } from "./peer";
export {
  type ExportedRecord,
  type FaultRecord,
  RECORD_FORMAT,
  type RequestRecord,
  SimulatorRecord,
  type StateChange,
} from "./record";
export {
  type AccountOptions,
  type AccountSettings,
  accountOptionsFrom,
} from "./resources/accountOptions";
export type { UserOptions } from "./resources/accountUserOptions";
export type { CloudAccountOptions } from "./resources/cloudAccount/options";
export type { PaymentMethodOptions } from "./resources/subscription/paymentMethods";
export type { DurationRange } from "./settings";

/** `task`, or the name of a kind of resource, such as `database`. */
export type Kind = string;

/** Names of the kinds of resources that the simulated Redis Cloud has. */
export const KIND_NAMES: readonly string[] = KINDS.map(({ name }) => name);

/**
 * The reads that are still to be made to copy an account, after those that are answered: `AccountOptions.existing` is
 * complete when there are none.
 */
export const readsToCopy = (answers: Answers): readonly Read[] => readsBeyond(answers, KINDS, ACCOUNT_READS);

/**
 * Reads fault rules, such as those out of JSON.
 *
 * @throws RangeError that says which rule is invalid, and why
 */
export function faultRulesFrom(value: unknown): FaultRule[] {
  return parseFaultRules(value, new Kinds(KINDS));
}

/** A running simulated Redis Cloud. */
export interface Simulator {
  /** The API's base URL, such as `http://127.0.0.1:7070/v1`. */
  readonly url: string;
  /** Address of the console, with the option `console`. */
  readonly consoleUrl?: string;
  /** The accounts with their keys. */
  readonly accounts: readonly AccountSettings[];
  /** The seed that makes its durations and passwords repeatable. */
  readonly seed: number;
  /** Simulated milliseconds per real millisecond. */
  readonly timeScale: number;
  /** Whether active databases are real Redis servers. */
  readonly realDatabases: boolean;
  /** What `existing` resources of accounts the simulator cannot represent, and why. */
  readonly leftOut: readonly string[];
  /** Every request, every transition and every fault that struck, in order. */
  readonly record: SimulatorRecord;
  /** The fault rules, which can be changed at any time. */
  readonly faults: Faults;
  /** The other side of connections to subscriptions, which accepts or rejects them. */
  readonly peer: Peer;
  /**
   * Answers a request to {@link Simulator.url} in process, without sockets. When a connection would be reset, it
   * fails with {@link ConnectionReset}.
   */
  fetch(request: Request): Promise<Response>;
  /** Simulated milliseconds since 1970. */
  now(): number;
  /** @internal The accounts as in the state file, including what no response contains. */
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
  const kinds = new Kinds([...KINDS, ...(options.kinds ?? [])]);
  const record = new SimulatorRecord(clock);
  const faults = new Faults(settings.seed, record, kinds);
  faults.add(...settings.faults);
  const context: AccountContext = {
    settings,
    kinds,
    record,
    faults,
    onTransition: (account, item, state) => onTransition(kinds, account, item, state),
  };
  const accounts = new Accounts(settings.accounts, context, () => clock.now(), saved?.accounts);
  const redisServers = new RedisServers(settings.redis === "auto" && redisServerOnPath(), kinds);
  const runtime = new Runtime(settings, clock, kinds, accounts.all, redisServers);
  const pauses = new Pauses(clock);
  const backend: Backend = {
    accounts: accounts.all,
    kinds: kinds.all,
    record,
    faults,
    rateLimits: new RateLimits(settings.rateLimit),
    now: () => clock.now(),
    pause: (milliseconds) => pauses.take(milliseconds),
    bringUpToDate: () => runtime.bringUpToDate(),
    saveChanges: () => runtime.saveChanges(),
  };
  const peer = new OtherSide(backend);
  const api = fetchOf(backend);
  const { seed } = settings;
  const fetch = settings.console
    ? withConsole({ ...backend, api, clock, accountList: accounts, runtime, peer, seed })
    : api;
  await runtime.bringUpToDate();
  const server = await listen(settings.port, fetch).catch(async (error) => {
    await runtime.stop();
    throw error;
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin}/v1`,
    ...(settings.console && { consoleUrl: `${origin}${CONSOLE_PATH}` }),
    accounts: settings.accounts,
    seed,
    timeScale: settings.timeScale,
    realDatabases: redisServers.available,
    leftOut: accounts.leftOut,
    record,
    faults,
    peer,
    fetch,
    now: () => clock.now(),
    state: () => runtime.state(),
    close: async () => {
      pauses.end();
      await closeServer(server);
      await runtime.stop();
    },
  };
}

/** The API behind its gateway. */
function fetchOf(backend: Backend): Fetch {
  const app = createApp(backend);
  return gateway(backend, async (request) => app.fetch(request));
}
