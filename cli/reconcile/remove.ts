import parseDuration from "parse-duration";
import { CoalescedRead } from "../../provider/api/coalescedRead";
import type { Account } from "../../provider/lifecycle/account";
import { LifecycleError } from "../../provider/lifecycle/error";
import { describeTarget } from "../../provider/lifecycle/kind";
import type { Progress } from "../../provider/lifecycle/operation";
import { waitUntilProcessed } from "../../provider/lifecycle/processed";
import { TASK_UNDER_WAY } from "../../provider/lifecycle/states";
import type { AnyDeclaration } from "../../provider/operations/declaration";
import { ResourceSession } from "../../provider/operations/session";
import { statusReporter } from "../../provider/pulumi/status";
import { isAtWork } from "../../provider/recovery/journal/journal";
import { ofKind } from "../declarations";
import { isInside, labelOf } from "../inventory";
import { tooYoung } from "./age";
import { close } from "./forget";
import { readHolders } from "./holders";
import { type Known, knownTo } from "./known";
import { intentsOfStack, isIn, type Look, type Session } from "./look";
import { isKnown, type Orphan } from "./orphans";

/** Outcome of removing orphans. */
export interface Removal {
  readonly deleted: readonly Orphan[];
  readonly refused: readonly Refused[];
}

/** An orphan that was not deleted. */
export interface Refused {
  readonly orphan: Orphan;
  readonly reason: string;
  /** Whether its deletion failed; false when it was skipped on purpose. */
  readonly isFailure: boolean;
}

/** Prints progress messages. */
type Tell = (text: string) => void;

/** Not an orphan any more, or not safe to remove. */
class LeftAlone extends Error {
  override readonly name = "LeftAlone";
}

/**
 * Deletes orphans, within the limits of their accounts. One that cannot be deleted does not stop the others, and none
 * is deleted that a stack of the backend holds or may hold.
 */
export async function remove(
  session: Session,
  orphans: readonly Orphan[],
  { olderThanMs, tell }: { olderThanMs: number; tell: Tell },
): Promise<Removal> {
  const deleted: Orphan[] = [];
  const refused: Refused[] = [];
  const state = new CoalescedRead(async () =>
    knownTo(await session.project.deployment(), session.declarations),
  );
  const holderOf =
    orphans.length > 0 ? await readHolders(session.project, session.declarations) : () => undefined;
  const one = async (orphan: Orphan) => {
    try {
      const holder = holderOf(orphan);
      if (holder !== undefined)
        throw holder.isUnreadable ? new Error(holder.reason) : new LeftAlone(holder.reason);
      const reason = tooYoung(orphan, olderThanMs);
      if (reason !== undefined) throw new LeftAlone(reason);
      await removeOne(session, orphan, state, tell);
      deleted.push(orphan);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      refused.push({ orphan, reason, isFailure: !(error instanceof LeftAlone) });
      tell(`${labelOf(orphan)}: not deleted: ${reason}`);
    }
  };
  // Parents and referenced resources come last.
  for (const { kind } of [...session.declarations].reverse())
    await Promise.all(orphans.filter((orphan) => orphan.kind.name === kind.name).map(one));
  return { deleted, refused };
}

async function removeOne(
  session: Session,
  orphan: Orphan,
  state: CoalescedRead<readonly Known[]>,
  tell: Tell,
): Promise<void> {
  const { kind, place, id } = orphan;
  const target = { kind, place, id };
  const declaration = declarationIn(session, kind.name);
  const account = accountIn(session, orphan);
  const maySubmit = async () => requireOrphan(session, orphan, await state.asOf(Date.now()));
  const timeoutMs = parseDuration(declaration.timeouts.delete) ?? 0;
  const resource = new ResourceSession(account, progressOf(labelOf(orphan), { timeoutMs, maySubmit, tell }));
  await maySubmit();
  const request = declaration.deleteRequest?.(target);
  if (request !== undefined && (await resource.deletable(target))) {
    const inputs = (await declaration.inputsOfOrphan?.(target, resource)) ?? {};
    await declaration.beforeDelete?.(target, inputs, resource);
    await resource.delete(target, request);
  }
  tell(`${labelOf(orphan)}: deleted`);
  if (orphan.intent !== undefined) close(session.journal, orphan.intent);
}

/** Called right before each request: a `pulumi up` may have taken over the resource meanwhile. */
function requireOrphan({ journal, accounts }: Session, orphan: Orphan, known: readonly Known[]): void {
  const inside = known.filter((one) => isInside(one, orphan));
  const held = [orphan, ...inside].find((target) => isKnown({ known, accounts }, orphan.account, target));
  if (held !== undefined) throw new LeftAlone(`the engine knows ${describeTarget(held)}`);
  const { kind, id, name = "" } = orphan;
  const atWork = journal
    .list()
    .intents.find(
      (intent) =>
        intent.kind === kind.name &&
        isIn(orphan.account, intent) &&
        (intent.id === undefined ? intent.name === name : intent.id === id) &&
        isAtWork(intent),
    );
  if (atWork !== undefined) throw new LeftAlone(`process ${atWork.pid} is working on it`);
}

/** Waits for tasks of interrupted creations, since their resources can be removed only then. */
export async function tasksProcessed(session: Session, seen: Look, tell: Tell): Promise<void> {
  const awaited = intentsOfStack(seen).flatMap((intent) => {
    const account = seen.accounts.find((one) => isIn(one, intent));
    const task = account?.tasks.find(({ taskId }) => taskId === intent.taskId);
    const isAwaited = task !== undefined && TASK_UNDER_WAY.has(task.status) && !seen.isAtWork(intent);
    return account !== undefined && isAwaited ? { intent, account, taskId: task.taskId } : [];
  });
  await Promise.all(
    awaited.map(async ({ intent, account, taskId }) => {
      const { kind, timeouts } = declarationIn(session, intent.kind);
      const timeoutMs = parseDuration(timeouts.create) ?? 0;
      const watch = progressOf(`${kind.noun} ${intent.name ?? ""}, task ${taskId}`, { timeoutMs, tell });
      const work = { action: "create", target: { kind, place: intent.place } } as const;
      const waiting = { deadline: Date.now() + timeoutMs, watch, hasFollower: () => false };
      await waitUntilProcessed(accountIn(session, { account }), work, taskId, waiting).catch((error) => {
        // A failed task created nothing.
        if (!(error instanceof LifecycleError) || error.kind !== "processing-error") throw error;
      });
    }),
  );
}

const accountIn = ({ accounts }: Session, { account }: Pick<Orphan, "account">): Account => {
  const found = accounts.find(({ names }) => names === account.names);
  if (found === undefined) throw new Error("the account is not one of the stack's");
  return found.account;
};

function progressOf(
  label: string,
  { tell, ...rest }: Pick<Progress, "timeoutMs"> & Partial<Pick<Progress, "maySubmit">> & { tell: Tell },
): Progress {
  return {
    maySubmit: async () => undefined,
    ...rest,
    report: statusReporter(label, (_, text) => tell(`${label}: ${text}`)),
    announce: (text) => tell(`${label}: ${text}`),
    observe: () => undefined,
  };
}

function declarationIn({ declarations }: Session, kind: string): AnyDeclaration {
  const found = ofKind(kind, declarations);
  if (found === undefined) throw new Error(`this version of the package does not know the kind ${kind}`);
  return found;
}
