import type { Command } from "commander";
import { durationMs } from "../arguments";

/** Options of every command that works on a database or an account. */
export interface ActionOptions {
  account?: string;
  cwd: string;
  /** In milliseconds. */
  timeout: number;
}

const DEFAULT_TIMEOUT = "2h";

/** Adds the options that say which account a command works on. */
export function withAccount(command: Command): Command {
  return command
    .option("--account <name>", "an account in redis-cloud:accounts; if omitted, the default account")
    .option(
      "--cwd <folder>",
      "a Pulumi project whose selected stack has the keys in its config, unless they are in the environment",
      ".",
    );
}

/** Adds the same, and how long a command waits. */
export function withTimeout(command: Command): Command {
  return withAccount(command).option(
    "--timeout <duration>",
    `how long to wait for the API, e.g. 30m (default: ${DEFAULT_TIMEOUT})`,
    durationMs,
    durationMs(DEFAULT_TIMEOUT),
  );
}

/** Adds a value to those that an option was given before. */
export const repeated = (value: string, before: readonly string[] = []): string[] => [...before, value];
