import path from "node:path";
import { Command } from "commander";
import { activeActiveDatabaseKind } from "../provider/resources/activeActiveDatabase/kind";
import { accountToRead } from "./account";
import { confirmLoss } from "./actions/confirm";
import { findDatabase, labelOf } from "./actions/database";
import { type ActionOptions, withTimeout } from "./actions/options";
import { runByHand } from "./actions/run";

interface Options extends ActionOptions {
  confirm?: string;
}

/** `pulumi-redis-cloud flush`: deletes all data of an Active-Active database. */
export function flushCommand(): Command {
  const command = new Command("flush")
    .description("Delete all data of an Active-Active database, in all its regions.")
    .argument("<database>", "its Pulumi ID: <subscription ID>/<database ID>")
    .option("--confirm <name>", "name of the database, instead of the question whether its data may be lost");
  return withTimeout(command).action(flush);
}

async function flush(id: string, { confirm, account: name, ...options }: Options): Promise<void> {
  const account = await accountToRead(path.resolve(options.cwd), name);
  const database = await findDatabase(account, id);
  if (database.plan !== "active-active")
    throw new Error(
      `${labelOf(database)} is no Active-Active database, and the API flushes no others: connect to it and run FLUSHALL. ` +
        "Nothing was changed",
    );
  await confirmLoss(database, "deletes all data", confirm);
  const { subscriptionId, databaseId } = database;
  const target = { kind: activeActiveDatabaseKind, place: { subscriptionId }, id: databaseId };
  const flushPath = `/subscriptions/${subscriptionId}/databases/${databaseId}/flush`;
  // A second flush would delete what was written after the first.
  const request = { method: "PUT", path: flushPath, body: {}, isSentOnce: true } as const;
  const label = `flush of ${labelOf(database)}`;
  await runByHand(account, { action: "update", target, request }, { label, timeoutMs: options.timeout });
  console.log(`${label}: all data is deleted`);
}
