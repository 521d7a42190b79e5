import { accessSync, constants, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Command } from "commander";
import { sync as writeFileAtomic } from "write-file-atomic";
import {
  type AccountOptions,
  type Durations,
  type FaultRule,
  KIND_NAMES,
  type Simulator,
  startSimulator,
} from "../simulator";
import { addAccount, addAccountFile, durations, faults, positiveNumber, wholeNumber } from "./arguments";
import { copyAccount } from "./simulate/copyAccount";

/** The default port of `simulate`. */
const DEFAULT_PORT = 7070;

/** Default speed of simulated time: a subscription takes 10 to 25 real seconds. */
const DEFAULT_TIME_SCALE = 60;

/** The type `AccountOptions` documents all fields. */
const ACCOUNTS_HELP = `
Account files: an object as JSON, or a list of them. All fields except the keys are optional:
  {"apiKey": "key", "apiSecretKey": "secret", "accountId": 1001, "name": "ours",
   "billing": "credit-card" | "contract" | "marketplace",
   "paymentMethods": [{"id": 7, "type": "Visa", "creditCardEndsWith": 5556}], "defaultPaymentMethodId": 7,
   "cloudAccounts": [{"name": "our-aws", "signInLoginUrl": "https://123456789012.signin.aws.amazon.com/console"}],
   "defaultRedisVersion": "7.4", "existing": {"/subscriptions": {"subscriptions": […]}, …}}
"existing" has resources that exist from the start, as the API answers each GET; --from --copy-to writes such a file.
By default, an account pays by credit card, has a Visa with ID 2 and a Mastercard with ID 3, neither of them the default
card, has no cloud account except Redis' own, and creates databases with Redis 8.2.
`;

const FROM_HELP = `
Rehearsals: --from reads an account, changes nothing there, and starts with a copy of it: the same IDs, names, sizes and
states, other secrets. What is left out goes to the terminal. In a new project:
  pulumi-redis-cloud simulate --from production
  pulumi-redis-cloud generate --out rehearsal     # with the variables that simulate prints
`;

/** The type `FaultRule` documents all rules. */
const FAULTS_HELP = `
Faults: a JSON list of rules. Each can have
  after, times, probability, accountId     how often it strikes; default: always
and its own fields (seconds are simulated seconds; * in a pattern matches anything):
  {"fault": "refused-request", "status": 429 | 500 | 502 | 503, "html", "retryAfter", "remaining", …}
  {"fault": "slow-answer", "seconds": 20, "when": "before" | "after" acceptance, …}
  {"fault": "reset-connection", "when": "before" | "after" acceptance, …}
      … of requests: "method": "POST", "path": "/subscriptions/**"
  {"fault": "hidden-id", "seconds": 10, "kind": "task" or a kind of resource, …}
  {"fault": "processing-error", "error": "GENERAL_ERROR", "description", …}
  {"fault": "provisioning-error", "kind", …}
  {"fault": "provisioning-stall", "seconds": 900 or for ever, "kind", …}
  {"fault": "pending-subscription", "seconds": 120,
   "taskState": "received" | "processing-in-progress" | "processing-completed", …}
      … of tasks and resources: "commandType": "database*Request", "name": "cache-*"
Kinds of resources: ${KIND_NAMES.join(", ")}.
For example, the responses to the first two creations of a database are lost, and the third creation fails:
  --faults '[{"fault": "reset-connection", "when": "after", "method": "POST", "path": "/subscriptions/*/databases", "times": 2},
             {"fault": "provisioning-error", "commandType": "databaseCreateRequest", "after": 2, "times": 1}]'`;

interface Options {
  port: number;
  timeScale: number;
  seed?: number;
  state?: string;
  record?: string;
  durations?: Partial<Durations>;
  account?: AccountOptions[];
  accountFile?: AccountOptions[];
  from?: string | true;
  cwd: string;
  copyTo?: string;
  redis: boolean;
  console: boolean;
  pendingEvery?: number;
  faults?: FaultRule[];
}

/** `pulumi-redis-cloud simulate`: runs a simulated Redis Cloud until interrupted. */
export function simulateCommand(): Command {
  return new Command("simulate")
    .description("Run a Redis Cloud on this machine: the same API, no account, no cost.")
    .option("--port <number>", "TCP port on 127.0.0.1; 0 takes any free one", wholeNumber, DEFAULT_PORT)
    .option("--time-scale <number>", "simulated seconds per real second", positiveNumber, DEFAULT_TIME_SCALE)
    .option("--seed <number>", "make durations, passwords and faults repeatable", wholeNumber)
    .option("--state <file>", "keep the accounts in this file across restarts")
    .option(
      "--record <file>",
      "on exit, write all requests, state changes and faults to this file (see timeline)",
    )
    .option(
      "--durations <json>",
      `simulated seconds that differ from the default, e.g. '{"databaseCreate": 90, "taskProcessing": [1, 5]}'`,
      durations,
    )
    .option("--account <key:secret[:name]>", "an account with these keys; may be repeated", addAccount)
    .option(
      "--account-file <json>",
      "accounts with all their options (see below); may be repeated",
      addAccountFile,
    )
    .option(
      "--from [account]",
      "start with a copy of this account in redis-cloud:accounts, or of the default account (see below)",
    )
    .option(
      "--cwd <folder>",
      "for --from: a Pulumi project whose selected stack has the keys in its config, unless they are in the environment",
      ".",
    )
    .option("--copy-to <file>", "for --from: also write the copy there, for --account-file")
    .option("--no-redis", "do not start a redis-server for each active database")
    .option("--no-console", "do not serve the console")
    .option(
      "--pending-every <n>",
      "every nth new database turns its subscription pending; 0: none",
      wholeNumber,
    )
    .option(
      "--faults <json>",
      "faults to inject: a probability for random faults, e.g. 0.01, or rules (see below)",
      faults,
    )
    .addHelpText("after", ACCOUNTS_HELP + FROM_HELP + FAULTS_HELP)
    .action(simulate);
}

async function simulate(given: Options): Promise<void> {
  const { state, record, account, accountFile, from, cwd, copyTo, redis, ...options } = given;
  if (record !== undefined) requireFolder(record);
  if (copyTo !== undefined && from === undefined) throw new Error("--copy-to needs --from");
  const copies = from === undefined ? [] : [await copyAccount(resolve(cwd), nameOf(from), copyTo)];
  const accounts = [...copies, ...(account ?? []), ...(accountFile ?? [])];
  const simulator = await startSimulator({
    ...options,
    stateFile: state,
    accounts: accounts.length > 0 ? accounts : undefined,
    // A copy may have hundreds of databases, and none of their data.
    redis: redis && from === undefined ? "auto" : false,
  });
  for (const reason of simulator.leftOut) console.error(`left out: ${reason}`);
  console.log(introduction(simulator));
  await new Promise((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  await simulator.close();
  if (record !== undefined) writeFileAtomic(record, `${JSON.stringify(simulator.record)}\n`);
}

/** The name that follows an option, if any. */
const nameOf = (value: string | true): string | undefined => (value === true ? undefined : value);

/** Checks the record's folder now: otherwise writing fails only at the end. */
function requireFolder(file: string): void {
  const folder = dirname(resolve(file));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`--record ${file}: there is no folder ${folder}`);
  }
  accessSync(folder, constants.W_OK);
}

function introduction({ url, consoleUrl, accounts, timeScale, seed, realDatabases }: Simulator): string {
  const exports = accounts.map(({ apiKey, apiSecretKey, accountId, name }) => [
    ...(accounts.length > 1 ? [`# account ${accountId}: ${name}`] : []),
    `export REDIS_CLOUD_API_KEY=${apiKey}`,
    `export REDIS_CLOUD_API_SECRET_KEY=${apiSecretKey}`,
    `export REDIS_CLOUD_BASE_URL=${url}`,
  ]);
  return [
    `A simulated Redis Cloud listens on ${url}`,
    `  time        ${timeScale} simulated seconds per second (seed ${seed})`,
    `  databases   ${realDatabases ? "real: each active one is a redis-server on 127.0.0.1" : "names only"}`,
    ...(consoleUrl === undefined ? [] : [`  console     ${consoleUrl}`]),
    "",
    ...exports.flat(),
    "",
    "Press Ctrl-C to stop it.",
  ].join("\n");
}
