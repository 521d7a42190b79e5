import { sync as writeFileAtomic } from "write-file-atomic";
import { type AccountOptions, DEMO_ACCOUNT } from "../../simulator";
import { accountToRead } from "../account";
import { readAccount } from "./readAccount";

/** What no copy has, whatever the account. */
const NEVER_COPIED = [
  "secrets: passwords of databases and users are random, cloud accounts have no keys",
  "client certificates and customer-managed keys, of which the API only tells that there are any",
  "data of databases, endpoints (they are names only), and the history: tasks, logs, backups, imports, upgrades",
  "which transit gateways invitations are for, and whether gateways accept attachments by themselves (none does)",
  "team members, the default payment method, and whether the other side granted access to keys (it counts as granted)",
];

/**
 * Reads an account for a copy of it, which has the keys of the demo account.
 *
 * @param folder inside a Pulumi project whose selected stack has the keys in its config, unless the environment has.
 * @param name one of `redis-cloud:accounts`; the default account if omitted.
 * @param file where to write the copy as an account file.
 * @throws Error that says why the account cannot be read.
 */
export async function copyAccount(folder: string, name?: string, file?: string): Promise<AccountOptions> {
  const { existing, leftOut } = await readAccount(await accountToRead(folder, name));
  const copy = { ...DEMO_ACCOUNT, existing };
  if (file !== undefined) writeFileAtomic(file, `${JSON.stringify(copy, null, 2)}\n`, { mode: 0o600 });
  for (const reason of leftOut) console.error(`left out: ${reason}`);
  for (const what of NEVER_COPIED) console.error(`not copied: ${what}`);
  return copy;
}
