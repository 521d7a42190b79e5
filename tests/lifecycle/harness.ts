import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Simulator, type SimulatorOptions, type StateChange, startSimulator } from "../../simulator";
import { loadAnew } from "./newProcess";
import { type Held, type InitializationFailure, Stack } from "./stack";
import { until } from "./virtualTime";

/** The error of an operation that must fail. */
export async function failureOf(operation: Promise<unknown>): Promise<InitializationFailure> {
  const outcome = await operation.catch((error: InitializationFailure) => error);
  if (outcome instanceof Error) return outcome as InitializationFailure;
  throw new Error("it was expected to fail, and succeeded");
}

/** Minimal valid arguments of a subscription. */
export const PLACE = {
  paymentMethodId: 2,
  cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
};

/** Arguments of an Active-Active subscription that are accepted, and no more than needed. */
export const ACTIVE_ACTIVE_PLACE = {
  paymentMethodId: 2,
  cloudProviders: [
    {
      provider: "AWS",
      regions: [
        { region: "us-east-1", networking: { deploymentCIDR: "10.0.0.0/24" } },
        { region: "eu-west-1", networking: { deploymentCIDR: "10.0.1.0/24" } },
      ],
    },
  ],
};

/** Arguments of a cloud account that are accepted. */
export const CLOUD_ACCOUNT = {
  accessKeyId: "AKIAEXAMPLE",
  accessSecretKey: "access-secret-of-ours",
  consoleUsername: "console-user",
  consolePassword: "console-password",
  signInLoginUrl: "https://123456789012.signin.aws.amazon.com/console",
};

/** The same location in the customer's own cloud account, with arguments that are only available there. */
export const placeIn = (cloudAccountId: string, { resourceTags }: { resourceTags?: object[] } = {}) => ({
  ...PLACE,
  cloudProviders: PLACE.cloudProviders.map((provider) => ({ ...provider, cloudAccountId, resourceTags })),
});

/** Durations in seconds, much shorter than real ones: most tests are not about time, and long waits are polled often. */
const SOON = {
  taskProcessing: [0.2, 0.5],
  subscriptionCreate: [10, 10],
  subscriptionUpdate: [5, 5],
  databaseCreate: [5, 5],
  databaseUpdate: [5, 5],
  databaseUpgrade: [5, 5],
} as const;

/** A simulator with an account, a stack that uses it, and direct access to the account. */
export interface RedisCloud {
  readonly stack: Stack;
  readonly simulator: Simulator;
  readonly api: Api;
}

const simulators: Simulator[] = [];

/** Folder for the journals of a test file, which is removed with the simulators. */
const journalFolder = path.join(tmpdir(), `pulumi-redis-cloud-journal-${process.pid}`);

/** Starts a simulator for one test; the stack uses the first account. */
export async function redisCloud({ durations, ...options }: SimulatorOptions = {}): Promise<RedisCloud> {
  const simulator = await startSimulator({
    redis: false,
    seed: 1,
    durations: { ...SOON, ...durations },
    ...options,
  });
  simulators.push(simulator);
  return { simulator, stack: stackOf(simulator), api: apiOf(simulator) };
}

/** Stops everything that was started. */
export async function closeSimulators(): Promise<void> {
  await Promise.all(simulators.splice(0).map((simulator) => simulator.close()));
  rmSync(journalFolder, { recursive: true, force: true });
}

/** Stops what the file's tests started. */
export function endSimulators(): void {
  afterEach(closeSimulators);
}

/** A stack whose config has the keys of one of the simulator's accounts. */
export const stackOf = (simulator: Simulator, index = 0, held?: Map<string, Held>): Stack =>
  new Stack(configOf(simulator, index), held);

/** The config of a stack with the keys of one of the simulator's accounts. */
export function configOf({ accounts, url }: Simulator, index = 0): Record<string, string> {
  const { apiKey = "", apiSecretKey = "" } = accounts[index] ?? {};
  const keys = { "redis-cloud:apiKey": apiKey, "redis-cloud:apiSecretKey": apiSecretKey };
  return { ...keys, "redis-cloud:baseUrl": url, "redis-cloud:journal": journalFolder };
}

/** The same in another process, which shares the account but no memory; `held` is the content of the state. */
export const inAnotherProcess = (simulator: Simulator, held?: Map<string, Held>): Stack =>
  new (loadAnew().Stack)(configOf(simulator), held);

/** Waits until the databases of creation plans are deleted: the operations do not wait for it. */
export const plansGone = ({ record }: Simulator): Promise<void> =>
  until(
    () => !record.remaining().some(({ name, to }) => name.startsWith("creation-plan") && to !== "active"),
  );

/** The tasks of a kind that were submitted, in order. */
export const submitted = ({ record }: Simulator, commandType: string): readonly StateChange[] =>
  record.changes.filter(({ kind, name, to }) => kind === "task" && name === commandType && to === "received");

/** The tasks that the API refused while it processed them. */
export const refused = ({ record }: Simulator): readonly StateChange[] =>
  record.changes.filter(({ kind, to }) => kind === "task" && to === "processing-error");

/** The write requests, e.g. `PUT /v1/subscriptions/7`. */
export const writes = ({ record }: Simulator): readonly string[] =>
  record.writes().map(({ method, path }) => `${method} ${path}`);

/** The API for another client on the same account. */
export interface Api {
  get(path: string): Promise<Record<string, unknown>>;
  /** Submits, and returns the task. */
  send(method: "POST" | "PUT" | "DELETE", path: string, body?: object): Promise<Record<string, unknown>>;
}

export function apiOf(simulator: Simulator, index = 0): Api {
  const { apiKey = "", apiSecretKey = "" } = simulator.accounts[index] ?? {};
  const send = async (method: string, path: string, body?: object) => {
    const response = await simulator.fetch(
      new Request(simulator.url + path, {
        method,
        headers: {
          "x-api-key": apiKey,
          "x-api-secret-key": apiSecretKey,
          "content-type": "application/json",
        },
        body: JSON.stringify(body),
      }),
    );
    const isJson = response.headers.get("content-type")?.startsWith("application/json");
    const said = isJson ? ((await response.json()) as object) : { message: await response.text() };
    return { httpStatus: response.status, ...said };
  };
  return { get: (path) => send("GET", path), send };
}
