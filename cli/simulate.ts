import { accessSync, constants, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Command } from "commander";
import { sync as writeFileAtomic } from "write-file-atomic";
import { type AccountOptions, type Durations, type Simulator, startSimulator } from "../simulator";
import { addAccount, durations, positiveNumber, wholeNumber } from "./arguments";

/** The port that `simulate` listens on unless it is told another. */
const DEFAULT_PORT = 7070;

/** Simulated time runs this much faster unless it is told otherwise: a subscription takes 10 to 25 seconds. */
const DEFAULT_TIME_SCALE = 60;

interface Options {
  port: number;
  timeScale: number;
  seed?: number;
  state?: string;
  record?: string;
  durations?: Partial<Durations>;
  account?: AccountOptions[];
  redis: boolean;
  pendingEvery?: number;
}

/** `pulumi-redis-cloud simulate`: a Redis Cloud on this machine, until it is interrupted. */
export function simulateCommand(): Command {
  return new Command("simulate")
    .description("Run a Redis Cloud on this machine: the same API, no account, no cost.")
    .option("--port <number>", "TCP port on 127.0.0.1; 0 takes any free one", wholeNumber, DEFAULT_PORT)
    .option("--time-scale <number>", "simulated seconds per second", positiveNumber, DEFAULT_TIME_SCALE)
    .option("--seed <number>", "make durations and passwords repeat", wholeNumber)
    .option("--state <file>", "keep the accounts in this file over a restart")
    .option(
      "--record <file>",
      "when it ends, write all requests and state changes to this file (see timeline)",
    )
    .option(
      "--durations <json>",
      `simulated seconds that differ from the default, e.g. '{"databaseCreate": 90, "taskProcessing": [1, 5]}'`,
      durations,
    )
    .option("--account <key:secret[:name]>", "an account with these keys; may be repeated", addAccount)
    .option("--no-redis", "do not start a redis-server for each active database")
    .option(
      "--pending-every <n>",
      "every nth new database turns its subscription pending; 0: none",
      wholeNumber,
    )
    .action(simulate);
}

async function simulate({ state, record, account, redis, ...options }: Options): Promise<void> {
  if (record !== undefined) insistOnFolder(record);
  const simulator = await startSimulator({
    ...options,
    stateFile: state,
    accounts: account,
    redis: redis ? "auto" : false,
  });
  console.log(introduction(simulator));
  await new Promise((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  await simulator.close();
  if (record !== undefined) writeFileAtomic(record, `${JSON.stringify(simulator.record)}\n`);
}

/** A record that cannot be written would be noticed only when all is over. */
function insistOnFolder(file: string): void {
  const folder = dirname(resolve(file));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`--record ${file}: there is no folder ${folder}`);
  }
  accessSync(folder, constants.W_OK);
}

function introduction({ url, accounts, timeScale, seed, realDatabases }: Simulator): string {
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
    "",
    ...exports.flat(),
    "",
    "Press Ctrl-C to end it.",
  ].join("\n");
}
