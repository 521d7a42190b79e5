import path from "node:path";
import { text as readAll } from "node:stream/consumers";
import { Command, Option } from "commander";
import { importSourceProblems, SOURCE_TYPES } from "../provider/resources/actions/importSources";
import type { ImportSourceType } from "../provider/resources/actions/types";
import { accountToRead } from "./account";
import { askInTerminal, confirmLoss } from "./actions/confirm";
import { findDatabase } from "./actions/database";
import { type ActionOptions, repeated, withTimeout } from "./actions/options";
import { asText, runAction } from "./actions/result";
import { secretsIn } from "./actions/secrets";

interface Options extends ActionOptions {
  type: ImportSourceType;
  from: string[];
  confirm?: string;
  json?: boolean;
}

/** `pulumi-redis-cloud import`: imports data into a database, and waits for it. */
export function importCommand(): Command {
  const command = new Command("import")
    .description("Import data into a database, in place of all that it has, and say how that ended.")
    .argument("<database>", "its Pulumi ID: <subscription ID>/<database ID>")
    .addOption(new Option("--type <type>", "type of the source").choices(SOURCE_TYPES).makeOptionMandatory())
    .requiredOption(
      "--from <uri>",
      "where the data is; may be repeated. - reads URIs from standard input, one a line, so that the shell's history " +
        "has no passwords",
      repeated,
    )
    .option("--confirm <name>", "name of the database, instead of the question whether its data may be lost")
    .option("--json", "print the result as JSON");
  return withTimeout(command).action(importData);
}

async function importData(
  id: string,
  { type: sourceType, from, confirm, json, account: name, ...options }: Options,
): Promise<void> {
  const isFromInput = from.includes("-");
  const importFromUri = isFromInput ? await urisFromInput(from) : from;
  const [problem] = importSourceProblems({ sourceType, importFromUri });
  if (problem !== undefined)
    throw new Error(`--from: ${problem.property} ${problem.reason} Nothing was changed`);
  const account = await accountToRead(path.resolve(options.cwd), name);
  const database = await findDatabase(account, id);
  // Standard input has been read to its end.
  await confirmLoss(database, "overwrites all data", confirm, isFromInput ? undefined : askInTerminal());
  const inputs = { sourceType, importFromUri };
  const secrets = importFromUri.flatMap(secretsIn);
  const result = await runAction(account, "import", database, inputs, { ...options, secrets });
  console.log(json ? JSON.stringify(result) : asText("import", result));
}

async function urisFromInput(from: readonly string[]): Promise<string[]> {
  const lines = (await readAll(process.stdin)).split("\n").map((line) => line.trim());
  return [...from.filter((uri) => uri !== "-"), ...lines.filter(Boolean)];
}
