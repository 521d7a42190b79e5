import { hostname } from "node:os";
import type { Submitted } from "../../api/answers";
import type { ResourceId } from "../../api/lists";
import type { JournalEntry } from "../../lifecycle/operation";
import type { Intent, IntentKey, Subject } from "./intent";
import type { Journal, ResourceKey } from "./journal";

/** Length of the token that distinguishes two intents of one resource. */
const TOKEN_LENGTH = 8;

/** The journal's records of one resource. */
export class ResourceJournal {
  constructor(
    private readonly journal: Journal,
    private readonly subject: Subject,
  ) {}

  /** Returns the open intent to create the resource. */
  creation(): Intent | "unreadable" | undefined {
    return this.journal.find(this.key("create"));
  }

  /** Returns the open intent to update it. */
  update(id: ResourceId | undefined): Intent | "unreadable" | undefined {
    return this.journal.find(this.key("update", id));
  }

  /**
   * Prepares the entry of a creation: nothing is written until the request is about to be sent.
   *
   * @param fields names of the arguments that are given.
   */
  creating(fields: readonly string[]): JournalEntry {
    const key = this.key("create");
    return new OpenIntent(this.journal, { ...this.begun(key), fields: [...fields] });
  }

  /** Prepares the entry of a deletion. */
  deleting(id: ResourceId): JournalEntry {
    return new OpenIntent(this.journal, { ...this.begun(this.key("delete", id)), id });
  }

  /** Returns the open intent to delete it. */
  deletion(id: ResourceId | undefined): Intent | "unreadable" | undefined {
    return this.journal.find(this.key("delete", id));
  }

  /**
   * Prepares the entry of an update. It continues an open intent of an earlier update, whose outcome is unknown.
   *
   * @param fields names of the arguments that the update sets.
   */
  updating(id: ResourceId, fields: readonly string[]): JournalEntry {
    const key = this.key("update", id);
    const open = this.journal.find(key);
    const earlier = typeof open === "object" ? open : undefined;
    const all = [...new Set([...(earlier?.fields ?? []), ...fields])];
    const intent = { ...this.begun(key), id, fields: all };
    return new OpenIntent(this.journal, earlier ? { ...intent, token: earlier.token } : intent);
  }

  /** Records, for a recovered creation, the resource that it made, and that this process works on it now. */
  created(id: ResourceId): void {
    const open = this.creation();
    if (typeof open !== "object") return;
    new OpenIntent(this.journal, { ...open, pid: process.pid, host: hostname() }).processed(id);
  }

  /** Settles the intent to create the resource: the engine knows the resource. */
  settleCreation(id: ResourceId | undefined): void {
    const creation = this.creation();
    if (id !== undefined && typeof creation === "object" && creation.id === id)
      this.journal.settleCreation({ ...creation, id });
  }

  /** Records that the engine has adopted the resource, and settles the intents to create it, of any stack. */
  noteAdopted(id: ResourceId): void {
    const { kind, baseUrl, accountId } = this.subject;
    const { intents } = this.journal.list();
    const creations = intents.filter(
      (intent) =>
        intent.action === "create" &&
        intent.kind === kind &&
        intent.id === id &&
        intent.baseUrl === baseUrl &&
        intent.accountId === accountId,
    );
    for (const creation of creations) this.journal.settleCreation({ ...creation, id });
    this.journal.noteKnown(this.resource(id));
  }

  /** Whether an engine is recorded as knowing a resource of this kind and account: it must not be taken over. */
  wasKnown(id: ResourceId): boolean {
    return this.journal.isKnown(this.resource(id));
  }

  /** Whether another resource's creation, which its engine may not know yet, led to this resource or task. */
  isClaimed(id: ResourceId): boolean {
    const { urn, kind, baseUrl, accountId } = this.subject;
    return this.journal
      .list()
      .intents.some(
        (intent) =>
          intent.action === "create" &&
          intent.urn !== urn &&
          intent.kind === kind &&
          intent.baseUrl === baseUrl &&
          intent.accountId === accountId &&
          (intent.id === id || intent.taskId === id),
      );
  }

  /** Removes all records of the resource, which is gone. */
  closeAll(id: ResourceId): void {
    const creation = this.creation();
    if (typeof creation === "object" && creation.id === id) this.journal.close(this.key("create"));
    this.journal.forgetKnown(this.resource(id));
    this.closeUpdate(id);
    this.closeDeletion(id);
  }

  /** Closes the intent to delete it: it is gone, or was not deleted after all. */
  closeDeletion(id: ResourceId): void {
    this.journal.close(this.key("delete", id));
  }

  /** Closes the intent to update it: the engine knows the outcome. */
  closeUpdate(id: ResourceId): void {
    this.journal.close(this.key("update", id));
  }

  private resource(id: ResourceId): ResourceKey {
    const { kind, baseUrl, accountId } = this.subject;
    return { kind, baseUrl, accountId, id };
  }

  private key(action: Intent["action"], id?: ResourceId): IntentKey {
    const { urn, baseUrl, accountId } = this.subject;
    return { urn, baseUrl, accountId, action, id };
  }

  private begun({ action }: IntentKey): Intent {
    return {
      version: 1,
      ...this.subject,
      action,
      token: crypto.randomUUID().slice(0, TOKEN_LENGTH),
      submittedAt: new Date().toISOString(),
      pid: process.pid,
      host: hostname(),
    };
  }
}

class OpenIntent implements JournalEntry {
  constructor(
    private readonly journal: Journal,
    private intent: Intent,
  ) {}

  sending(earlierTasks?: readonly string[]): void {
    const submittedAt = new Date().toISOString();
    this.intent = {
      ...this.intent,
      isAccepted: false,
      submittedAt,
      ...(earlierTasks && { earlierTasks: [...earlierTasks] }),
    };
    this.journal.write(this.intent);
  }

  accepted({ taskId, id }: Submitted): void {
    const { id: known = id } = this.intent;
    this.note({
      isAccepted: true,
      ...(taskId !== undefined && { taskId }),
      ...(known !== undefined && { id: known }),
    });
  }

  /** Closes the intent. That of an update stays open, since an earlier request may have been accepted. */
  refused(): void {
    if (this.intent.action === "update") return;
    this.intent = { ...this.intent, taskId: undefined };
    this.journal.close(this.intent);
  }

  processed(id: ResourceId): void {
    this.note({ id });
  }

  /** Adds facts to the intent. A failed write is only logged: the intent itself is on disk, so a later run finds it. */
  private note(more: Partial<Intent>): void {
    this.intent = { ...this.intent, ...more };
    try {
      this.journal.write(this.intent);
    } catch (error) {
      console.error((error as Error).message);
    }
  }
}
