import { RedisCloudApiError } from "../../provider/api/error";
import type { Account } from "../../provider/lifecycle/account";
import { readByTask } from "../../provider/lifecycle/readByTask";
import { type AccountOptions, type Read, readsToCopy } from "../../simulator";
import { ALL, ofKind } from "../declarations";
import { answerWithoutSecrets } from "./withoutSecrets";

/** Reads that are made at the same time. */
const READS_AT_ONCE = 8;

/** What GETs of an account answer, for `AccountOptions.existing`. */
export interface AccountRead {
  readonly existing: NonNullable<AccountOptions["existing"]>;
  /** What could not be read, and why. */
  readonly leftOut: readonly string[];
}

/**
 * Reads what there is in an account, with GETs only and without its secrets.
 *
 * @throws Error when the account cannot be read at all.
 */
export async function readAccount(account: Account): Promise<AccountRead> {
  const existing: Record<string, unknown> = {};
  const leftOut: string[] = [];
  for (let reads = readsToCopy(existing); reads.length > 0; reads = readsToCopy(existing)) {
    const waiting = [...reads];
    const work = async (): Promise<void> => {
      for (let read = waiting.shift(); read; read = waiting.shift())
        existing[read.path] = await answerTo(account, read).catch((error: unknown) => {
          leftOut.push(unreadable(error));
          return null;
        });
    };
    await Promise.all(Array.from({ length: READS_AT_ONCE }, work));
  }
  return { existing, leftOut };
}

/** The answer; `null` where there is nothing. */
async function answerTo(account: Account, { path, byTask }: Read): Promise<unknown> {
  try {
    if (byTask === undefined) return await account.api.get(path, answerWithoutSecrets);
    const kind = ofKind(byTask.kind, ALL)?.kind;
    if (kind === undefined) throw new Error(`there is no kind of resource called '${byTask.kind}'`);
    return await readByTask(account, { kind, place: {} }, { path, shape: answerWithoutSecrets });
  } catch (error) {
    const isMissing = error instanceof RedisCloudApiError && error.kind === "not-found";
    const isAbsent = error instanceof RedisCloudApiError && byTask?.absent.includes(error.code ?? "");
    if (isMissing || isAbsent) return null;
    throw error;
  }
}

/**
 * The reason why one read failed, while others may succeed.
 *
 * @throws the error itself when it concerns the account as a whole.
 */
function unreadable(error: unknown): string {
  const isOdd =
    error instanceof RedisCloudApiError &&
    (["invalid-answer", "refused"].includes(error.kind) || [400, 501].includes(error.httpStatus ?? 0));
  if (isOdd) return error.message;
  throw error;
}
