import { TASK_COMPLETED, TASK_UNDER_WAY } from "../../provider/lifecycle/states";
import type { Intent } from "../../provider/recovery/journal/intent";
import { intentsOfStack, isIn, type Look, type SeenAccount } from "./look";
import { findCreatedResource, isKnown, type Orphan } from "./orphans";

/** An open intent that left no orphan. */
export interface OpenIntent {
  readonly intent: Intent;
  /** Whether a process is working on it, or the engine knows its outcome. */
  readonly state: "atWork" | "settled" | "open";
  /** The state in words. */
  readonly note: string;
}

/** The stack's intents, except orphans'. */
export function openIntents(look: Look, orphans: readonly Orphan[]): readonly OpenIntent[] {
  const ofOrphans = new Set(orphans.map(({ intent }) => intent));
  return intentsOfStack(look)
    .filter((intent) => !ofOrphans.has(intent))
    .map((intent) => ({ intent, ...stateOf(intent, look) }));
}

function stateOf(intent: Intent, look: Look): Omit<OpenIntent, "intent"> {
  const { action } = intent;
  if (look.isAtWork(intent)) return { state: "atWork", note: `process ${intent.pid} is working on it` };
  const account = look.accounts.find((one) => isIn(one, intent));
  if (account === undefined) return { state: "open", note: "its account is not in the stack's config" };
  return action === "create" ? creation(intent, account, look) : update(intent, account, look);
}

function creation(intent: Intent, account: SeenAccount, look: Look): Omit<OpenIntent, "intent"> {
  const made = findCreatedResource(intent, account, look);
  if (made !== undefined) {
    const isSettled = isKnown(look, account, {
      kind: { name: intent.kind },
      place: intent.place,
      id: made.id,
    });
    return isSettled ? SETTLED : { state: "open", note: `${made.id} is deleted, or being deleted` };
  }
  const { taskId } = intent;
  const task = account.tasks.find((one) => one.taskId === taskId);
  if (taskId === undefined) return { state: "open", note: "nothing that it created was found" };
  if (task === undefined) return { state: "open", note: `task ${taskId} is no longer known` };
  if (TASK_UNDER_WAY.has(task.status)) return { state: "open", note: `task ${taskId} is not processed yet` };
  const nothing = task.status === TASK_COMPLETED ? "names no resource" : "failed: nothing was created";
  return { state: "open", note: `task ${taskId} ${nothing}` };
}

function update(
  { kind, place, id, token }: Intent,
  account: SeenAccount,
  look: Look,
): Omit<OpenIntent, "intent"> {
  if (id === undefined || !isKnown(look, account, { kind: { name: kind }, place, id }))
    return { state: "open", note: "the engine does not know the resource" };
  const isSettled = look.known.some((one) => one.kind.name === kind && one.id === id && one.token === token);
  return isSettled ? SETTLED : { state: "open", note: "interrupted: the next `pulumi up` corrects it" };
}

const SETTLED = {
  state: "settled",
  note: "the engine knows its outcome: the next run closes it",
} as const;
