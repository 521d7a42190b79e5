import type { Cost } from "../../provider/api/pricing";
import { isSubscription, pulumiIdOf } from "../../provider/lifecycle/kind";
import { resolveCredentials } from "../../provider/pulumi/credentials";
import { redact } from "../../provider/pulumi/failure";
import { ALL, type Declarations } from "../declarations";
import { openProject, type Project } from "../project";
import { costOf } from "./cost";
import { forget } from "./forget";
import { openIntents } from "./intents";
import { begin, intentsOfStack, type Look, look, type Session } from "./look";
import { isProven, type Orphan, orphansOf } from "./orphans";
import { remove, tasksProcessed } from "./remove";
import { asJson, asText, type Report } from "./report";

/** Command options. */
export interface Wish {
  readonly stack?: string;
  readonly json?: boolean;
  /** `true` deletes the orphans that the journal or the state proves; IDs, those however they were found. */
  readonly delete?: true | readonly string[];
  readonly forget?: boolean;
  /** In milliseconds. */
  readonly olderThan: number;
}

/** Reports what killed runs left behind, and removes it on request; returns the exit code. */
export async function reconcile(
  folder: string,
  wish: Wish,
  declarations: Declarations = ALL,
): Promise<number> {
  const project = await openProject(folder, wish.stack);
  try {
    return await reconcileProject(project, wish, declarations);
  } catch (error) {
    throw new Error(withoutKeys(project, error instanceof Error ? error.message : String(error)));
  }
}

async function reconcileProject(project: Project, wish: Wish, declarations: Declarations): Promise<number> {
  const tell = (text: string) => console.error(withoutKeys(project, text));
  const session = await begin(project, declarations);
  let seen = await look(session);
  if (wish.delete) {
    await tasksProcessed(session, seen, tell);
    seen = await look(session);
  }
  const found = await reportOn(session, seen);
  const removal = wish.delete
    ? await remove(session, selectOrphans(found.orphans, wish.delete), { olderThanMs: wish.olderThan, tell })
    : undefined;
  if (wish.forget) {
    // The next run must still find orphans that were not removed.
    const kept = new Set(removal?.refused.map(({ orphan }) => orphan.intent));
    const closable = intentsOfStack(seen).filter((intent) => !kept.has(intent));
    forget(session.journal, closable, seen.journal.unreadable).forEach(tell);
  }
  const report = { ...found, removal };
  console.log(wish.json ? asJson(report) : asText(report, wish.olderThan));
  return removal?.refused.some(({ isFailure }) => isFailure) ? 1 : 0;
}

/** @throws Error when no orphan or more than one has a given ID. */
function selectOrphans(orphans: readonly Orphan[], ids: true | readonly string[]): readonly Orphan[] {
  if (ids === true) return orphans.filter(isProven);
  return ids.map((id) => {
    const [found, another] = orphans.filter((orphan) => pulumiIdOf(orphan) === id);
    if (found !== undefined && another === undefined) return found;
    throw new Error(
      `--delete ${id}: ${found === undefined ? "no orphan has" : "several orphans have"} this ID. Nothing was deleted.`,
    );
  });
}

async function reportOn(session: Session, seen: Look): Promise<Report> {
  const orphans = orphansOf(seen);
  const costs = new Map<Orphan, Cost>();
  await Promise.all(
    orphans
      .filter(({ kind }) => isSubscription(kind))
      .map(async (orphan) => {
        const account = session.accounts.find(({ names }) => names === orphan.account.names)?.account;
        const cost = account && (await costOf(account.api, Number(orphan.id)));
        if (cost !== undefined) costs.set(orphan, cost);
      }),
  );
  const { intents, unreadable } = seen.journal;
  return {
    orphans,
    costs,
    intents: openIntents(seen, orphans),
    ofOtherStacks: intents.length - intentsOfStack(seen).length,
    unreadable,
  };
}

/** Removes keys from a message, which may quote the API or the network. */
function withoutKeys({ config }: Project, text: string): string {
  const secrets = [config("redis-cloud:accounts") ?? ""];
  try {
    const { apiKey, apiSecretKey } = resolveCredentials(config, process.env);
    secrets.push(apiKey, apiSecretKey);
  } catch {
    // No keys are configured.
  }
  return redact(text, secrets);
}
