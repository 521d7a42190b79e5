import path from "node:path";
import { Command } from "commander";
import { accountToRead } from "./account";
import { findDatabase, labelOf, type NamedDatabase } from "./actions/database";
import { type ActionOptions, withTimeout } from "./actions/options";
import { asText, runAction } from "./actions/result";
import { secretsIn } from "./actions/secrets";

interface Options extends ActionOptions {
  to?: string;
  region?: string;
  json?: boolean;
}

/** `pulumi-redis-cloud backup`: backs a database up, and waits for it. */
export function backupCommand(): Command {
  const command = new Command("backup")
    .description("Back up a database now, and say how that ended.")
    .argument("<database>", "its Pulumi ID: <subscription ID>/<database ID>")
    .option("--to <uri>", "a folder for this backup; if omitted, that of the database's regular backups")
    .option("--region <name>", "the region to back up; required for an Active-Active database")
    .option("--json", "print the result as JSON");
  return withTimeout(command).action(backup);
}

async function backup(id: string, { to, region, json, account: name, ...options }: Options): Promise<void> {
  const account = await accountToRead(path.resolve(options.cwd), name);
  const database = await findDatabase(account, id);
  requireRegion(database, region);
  const inputs = { regionName: region, adhocBackupPath: to };
  const secrets = to === undefined ? [] : secretsIn(to);
  const result = await runAction(account, "backup", database, inputs, { ...options, secrets });
  console.log(json ? JSON.stringify(result) : asText("backup", result));
}

/** Regions are backed up by themselves, where a database has several. */
function requireRegion(database: NamedDatabase, region: string | undefined): void {
  const isByRegion = database.plan === "active-active";
  if (isByRegion === (region !== undefined)) return;
  throw new Error(
    isByRegion
      ? `--region is missing: ${labelOf(database)} is an Active-Active database, of which one region is backed up at a time`
      : `--region is for Active-Active databases: ${labelOf(database)} is none`,
  );
}
