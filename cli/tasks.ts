import path from "node:path";
import { clearScreenDown, cursorTo } from "node:readline";
import { Command } from "commander";
import type { Account } from "../provider/lifecycle/account";
import { accountToRead } from "./account";
import { positiveNumber } from "./arguments";
import { lookAt, type Seen } from "./tasks/look";
import { asJson, asText, type Since, seenSince } from "./tasks/report";

const DEFAULT_INTERVAL_SECONDS = 5;

interface Options {
  account?: string;
  once?: boolean;
  json?: boolean;
  interval: number;
  cwd: string;
}

/** `pulumi-redis-cloud tasks`: shows an account's activity until interrupted. */
export function tasksCommand(): Command {
  return new Command("tasks")
    .description("Watch an account: its tasks, and its resources that are changing.")
    .option("--account <name>", "an account in redis-cloud:accounts; if omitted, the default account")
    .option("--once", "print once and exit; the default without a terminal")
    .option("--json", "print once as JSON and exit")
    .option("--interval <seconds>", "time between two updates", positiveNumber, DEFAULT_INTERVAL_SECONDS)
    .option(
      "--cwd <folder>",
      "a Pulumi project whose selected stack has the keys in its config, unless they are in the environment",
      ".",
    )
    .action(tasks);
}

async function tasks({ account: name, once, json, interval, cwd }: Options): Promise<void> {
  const account = await accountToRead(path.resolve(cwd), name);
  if (!once && !json && process.stdout.isTTY) return watch(account, interval * 1000);
  const seen = await lookAt(account);
  console.log(json ? asJson(seen) : asText(seen, Date.now()));
}

/** Runs until Ctrl-C. */
async function watch(account: Account, intervalMs: number): Promise<never> {
  process.once("SIGINT", () => {
    process.stdout.write("\n");
    process.exit(0);
  });
  let seen: Seen = await lookAt(account);
  let since: Since = new Map();
  let failure = "";
  for (;;) {
    since = seenSince(seen, since, Date.now());
    draw(`${asText(seen, Date.now(), since)}\n\n${failure}Press Ctrl-C to stop it.`);
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
    try {
      seen = await lookAt(account, seen.changing);
      failure = "";
    } catch (error) {
      // The next poll may succeed.
      failure = `${(error as Error).message}\n`;
    }
  }
}

/** Redraws the screen; cuts off text that would make it scroll. */
function draw(text: string): void {
  const { columns, rows } = process.stdout;
  const lines = text.split("\n").map((line) => line.slice(0, columns));
  cursorTo(process.stdout, 0, 0);
  clearScreenDown(process.stdout);
  process.stdout.write(lines.slice(0, rows - 1).join("\n"));
}
