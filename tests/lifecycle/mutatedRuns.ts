import * as pulumi from "@pulumi/pulumi";
import { type Simulator, startSimulator } from "../../simulator";
import { closeSimulators, configOf } from "./harness";
import { type Operation, SECRETS } from "./mutatedOperations";
import { MutatingProxy } from "./mutatingProxy";
import { Stack } from "./stack";
import { seconds } from "./virtualTime";

/** Short durations in seconds: only the responses matter. */
const DURATIONS = {
  taskProcessing: [1, 4],
  subscriptionCreate: [5, 20],
  subscriptionUpdate: [2, 10],
  subscriptionDelete: [5, 10],
  databaseCreate: [5, 20],
  databaseUpdate: [2, 10],
  databaseDelete: [2, 10],
  clusterGrowth: [5, 10],
} as const;

/**
 * An operation may wait ten minutes for admission and ten for completion; its other requests take at most a minute
 * each, when the server claims that the rate limit is reached.
 */
const LONGEST_S = 60 * 60;

/** A simulator behind a server that changes responses, and a stack that uses it. */
export interface MutatedCloud {
  readonly server: MutatingProxy;
  readonly stack: Stack;
  readonly simulator: Simulator;
}

let [version, clouds] = [0, 0];

/** Runs an operation to its end, and returns its error, if any; does nothing if it is not possible. */
export async function run({ needs, perform }: Operation, cloud: MutatedCloud): Promise<Error | undefined> {
  const { stack } = cloud;
  version += 1;
  if (!needs.every(stack.has)) return undefined;
  return ended(perform(stack, stack.has("main") ? stack.state("main").id : "", version), cloud);
}

/** Runs a test with a separate simulator. */
export async function withMutatingProxy(
  seed: number,
  work: (cloud: MutatedCloud) => Promise<void>,
): Promise<void> {
  clouds += 1;
  // Separate keys: the provider caches what it knows about an account.
  const [apiKey, apiSecretKey] = [`account-key-${clouds}-of-ours`, `user-key-${clouds}-of-ours`];
  const accounts = [{ apiKey, apiSecretKey }];
  const simulator = await startSimulator({ redis: false, seed, accounts, durations: DURATIONS });
  const server = new MutatingProxy(simulator, [...SECRETS, apiKey, apiSecretKey]);
  const config = configOf({ ...simulator, url: await server.start() });
  pulumi.runtime.setAllConfig(config);
  try {
    await work({ simulator, server, stack: new Stack(config) });
  } finally {
    await server.close();
    await simulator.close();
    await closeSimulators();
  }
}

const UNCLEAR =
  /\[object|\bundefined\b|\bNaN\b|is not a function|is not iterable|Cannot (read|convert|destructure)|call stack|Invalid (array|time|URL)|ZodError|Unexpected (token|end)|native code|\p{Cc}|\ufffd/u;
/** The beginning of a clear message: request, resource or argument. */
const NAMED =
  /(GET|POST|PUT|DELETE) http:|(create|update|delete) (subscription|database|cloud account)|(subscription|database|cloud account) \d|^\w+: must be|paymentMethodId/;
const NEXT_STEP =
  /must be|[Rr]un again|[Rr]un `pulumi|[Cc]heck|[Ll]ook at|Ask|[Rr]emove|Declare|Delete|Give|[Cc]hoose|use that|it has/;

/**
 * Waits for the end of an operation: undefined for success, or a clear error.
 *
 * @throws Error when it does not end, or when its error is not a clear one.
 */
async function ended(work: Promise<unknown>, { server }: MutatedCloud): Promise<Error | undefined> {
  const outcome = await Promise.race([
    work.then(
      () => undefined,
      (error: unknown) => error,
    ),
    seconds(LONGEST_S).then(() => "a wait without end"),
  ]);
  if (outcome === undefined) return undefined;
  const problem = outcome instanceof Error ? problemOf(outcome, server.secrets) : String(outcome);
  if (problem === undefined) return outcome as Error;
  throw new Error(`It ended with ${problem}, after\n${server.applied.slice(-8).join("\n")}`);
}

/** What is unclear about an error. */
function problemOf({ name, message, stack }: Error, secrets: ReadonlySet<string>): string | undefined {
  const leaked = [...secrets].filter((secret) => message.includes(secret));
  // Expected errors have no stack: see Failure.
  const isBug = name.endsWith("Failure") && stack !== "";
  const isClear = NAMED.test(message) && NEXT_STEP.test(message) && !UNCLEAR.test(message);
  if (isClear && !isBug && leaked.length === 0) return undefined;
  return `${name} ${JSON.stringify(message)} ${isBug ? stack : ""} ${leaked}`;
}
