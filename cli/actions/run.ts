import { type Advice, adviceForCode } from "../../provider/api/advice";
import { RedisCloudApiError } from "../../provider/api/error";
import type { Account } from "../../provider/lifecycle/account";
import { LifecycleError, type LifecycleErrorKind } from "../../provider/lifecycle/error";
import type { Target } from "../../provider/lifecycle/kind";
import { operate } from "../../provider/lifecycle/operate";
import type { Submission } from "../../provider/lifecycle/operation";
import { redact } from "../../provider/pulumi/failure";
import { statusReporter } from "../../provider/pulumi/status";

/** How a command runs an operation. */
export interface Run {
  /** What it is, at the start of each line of its progress. */
  readonly label: string;
  readonly timeoutMs: number;
  /** What no message may contain. @default none */
  readonly secrets?: readonly string[];
  /** @default `provisioned` */
  readonly until?: "processed" | "provisioned";
}

/**
 * Runs an operation that a person asked for, within the account's limits, and shows its progress on stderr. It is in no
 * journal: no later run continues it.
 *
 * @throws Error whose next step is one for a person at the command line.
 */
export async function runByHand(
  account: Account,
  operation: Submission,
  { label, timeoutMs, secrets = [], until }: Run,
): Promise<Target> {
  const tell = (text: string) => console.error(redact(`${label}: ${text}`, secrets));
  const watch = {
    timeoutMs,
    maySubmit: async () => undefined,
    report: statusReporter(label, (_, text) => tell(text)),
    announce: tell,
    observe: () => undefined,
  };
  try {
    return await operate(account, operation, watch, until);
  } catch (error) {
    throw new Error(redact(messageByHand(error, operation.target.kind.advice), secrets));
  }
}

const CONTINUES =
  "A submitted task cannot be cancelled and continues: `pulumi-redis-cloud tasks` shows it. Give a longer --timeout to " +
  "wait for it.";

/** Next steps where those of the errors are for programs. */
const NEXT_STEP: Readonly<Partial<Record<LifecycleErrorKind | RedisCloudApiError["kind"], string>>> = {
  "processing-timeout": CONTINUES,
  "provisioning-timeout": CONTINUES,
  "lost-sight": "It continues by itself: `pulumi-redis-cloud tasks` shows how it ends.",
  "provisioning-error": "Correct what it reports, and run the command again.",
  "subscription-error": "Nothing was changed: ask Redis support what happened to the subscription.",
  gone: "Check the IDs.",
  "not-found": "Check the IDs.",
  "outcome-unknown":
    "The request may or may not have been accepted: look at `pulumi-redis-cloud tasks` before you run the command again.",
};

/** The error's message, with the next step for a person at the command line. */
export function messageByHand(error: unknown, own?: Advice): string {
  if (!(error instanceof LifecycleError) && !(error instanceof RedisCloudApiError))
    return error instanceof Error ? error.message : String(error);
  const { message, advice, kind, code } = error;
  const problem = message.slice(0, message.length - advice.length).trim();
  return `${problem} ${adviceForCode(code, own) ?? NEXT_STEP[kind] ?? advice}`;
}
