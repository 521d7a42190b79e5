import { writeFileSync } from "node:fs";
import path from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { accountToRead } from "./account";
import { type ActionOptions, repeated, withTimeout } from "./actions/options";
import { wholeNumber } from "./arguments";
import { type CostReportRequest, createCostReport } from "./costReport/create";

interface Options extends ActionOptions {
  from: string;
  to: string;
  format: "csv" | "json";
  subscription?: number[];
  database?: number[];
  type?: "pro" | "essentials";
  region?: string[];
  tag?: { key: string; value: string }[];
  out?: string;
}

/** `pulumi-redis-cloud cost-report`: what the account cost, in the format of FOCUS. */
export function costReportCommand(): Command {
  const command = new Command("cost-report")
    .description("Write what an account cost, in the format of FOCUS (https://focus.finops.org).")
    .requiredOption("--from <date>", "first day, e.g. 2026-01-01")
    .requiredOption("--to <date>", "last day, at most 40 days later")
    .addOption(
      new Option("--format <format>", "format of the report").choices(["csv", "json"]).default("csv"),
    )
    .option("--subscription <id>", "only this subscription; may be repeated", addNumber)
    .option("--database <id>", "only this database; may be repeated", addNumber)
    .addOption(new Option("--type <plan>", "only subscriptions of this plan").choices(["pro", "essentials"]))
    .option("--region <name>", "only this region, e.g. us-east-1; may be repeated", repeated)
    .option("--tag <key=value>", "only databases with this tag; may be repeated", addTag)
    .option("--out <file>", "write it there, instead of to the terminal");
  return withTimeout(command).action(costReport);
}

async function costReport({ out, account: name, cwd, timeout, ...options }: Options): Promise<void> {
  const account = await accountToRead(path.resolve(cwd), name);
  const report = await createCostReport(account, requestOf(options), timeout);
  if (out === undefined) process.stdout.write(report);
  else {
    writeFileSync(out, report);
    console.error(`written: ${path.resolve(out)}`);
  }
}

const requestOf = (options: Omit<Options, keyof ActionOptions | "out">): CostReportRequest => ({
  startDate: options.from,
  endDate: options.to,
  format: options.format,
  subscriptionIds: options.subscription,
  databaseIds: options.database,
  subscriptionType: options.type,
  regions: options.region,
  tags: options.tag,
});

const addNumber = (text: string, before: readonly number[] = []): number[] => [...before, wholeNumber(text)];

function addTag(text: string, before: Options["tag"] = []): Options["tag"] {
  const [key = "", ...value] = text.split("=");
  if (key === "" || value.length === 0) throw new InvalidArgumentError("Write it as key=value.");
  return [...before, { key, value: value.join("=") }];
}
