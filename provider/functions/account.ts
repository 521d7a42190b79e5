import * as pulumi from "@pulumi/pulumi";
import type { Account } from "../lifecycle/account";
import { programError } from "../pulumi/programError";
import type { LookupArgs } from "./lookup";

/**
 * Reads from the account of a look-up.
 *
 * @throws RunError with the API's error, or what to configure.
 */
export async function reading<T>(
  { account }: LookupArgs,
  read: (account: Account) => Promise<T>,
): Promise<T> {
  // Loaded lazily: programs without look-ups need no HTTP client.
  const { accountOf }: typeof import("../pulumi/accounts") = require("../pulumi/accounts");
  try {
    return await read(accountOf((key) => pulumi.runtime.getConfig(key), account));
  } catch (error) {
    throw error instanceof Error ? programError(error.message) : error;
  }
}
