import { hostname } from "node:os";
import type { ResourceId } from "../../api/lists";
import type { JournalEntry } from "../../lifecycle/operation";
import type { Intent, IntentKey, Subject } from "./intent";
import type { Journal, ResourceKey } from "./journal";

/** How many characters tell two intents of one resource apart. */
const TOKEN_LENGTH = 8;

/** The journal, as one resource's operations use it. */
export class ResourceJournal {
  constructor(
    private readonly journal: Journal,
    private readonly subject: Subject,
  ) {}

  /** The open intent to create the resource. */
  creation(): Intent | "unreadable" | undefined {
    return this.journal.find(this.key("create"));
  }

  /** The open intent to update it. */
  update(id: ResourceId | undefined): Intent | "unreadable" | undefined {
    return this.journal.find(this.key("update", id));
  }

  /**
   * Begins to write down a creation: nothing is written before it is sent.
   *
   * @param fields names of the arguments that are given.
   */
  creating(fields: readonly string[]): JournalEntry {
    const key = this.key("create");
    return new OpenIntent(this.journal, { ...this.begun(key), fields: [...fields] });
  }

  /** Begins to write down a deletion. */
  deleting(id: ResourceId): JournalEntry {
    return new OpenIntent(this.journal, { ...this.begun(this.key("delete", id)), id });
  }

  /** The open intent to delete it. */
  deletion(id: ResourceId | undefined): Intent | "unreadable" | undefined {
    return this.journal.find(this.key("delete", id));
  }

  /**
   * Begins to write down an update. What an earlier one left open is carried on with, since nobody knows what became
   * of it.
   *
   * @param fields names of the arguments that are to be set.
   */
  updating(id: ResourceId, fields: readonly string[]): JournalEntry {
    const key = this.key("update", id);
    const open = this.journal.find(key);
    const earlier = typeof open === "object" ? open : undefined;
    const all = [...new Set([...(earlier?.fields ?? []), ...fields])];
    const intent = { ...this.begun(key), id, fields: all };
    return new OpenIntent(this.journal, earlier ? { ...intent, token: earlier.token } : intent);
  }

  /** Of a creation that is taken up: which resource it made, and that this process is at work on it now. */
  created(id: ResourceId): void {
    const open = this.creation();
    if (typeof open !== "object") return;
    new OpenIntent(this.journal, { ...open, pid: process.pid, host: hostname() }).processed(id);
  }

  /** The engine has shown to know the resource: the intent to create it is settled. */
  settleCreation(id: ResourceId | undefined): void {
    const creation = this.creation();
    if (id !== undefined && typeof creation === "object" && creation.id === id)
      this.journal.settleCreation({ ...creation, id });
  }

  /** The engine has adopted the resource: no intent to create it, of whatever stack, is open any more. */
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

  /** Whether an engine is known to have learned of a resource of this kind and account: it is not up for grabs. */
  wasKnown(id: ResourceId): boolean {
    return this.journal.isKnown(this.resource(id));
  }

  /** The resource is gone: nothing about it is open any more. */
  closeAll(id: ResourceId): void {
    const creation = this.creation();
    if (typeof creation === "object" && creation.id === id) this.journal.close(this.key("create"));
    this.journal.forgetKnown(this.resource(id));
    this.closeUpdate(id);
    this.closeDeletion(id);
  }

  /** It is gone, or was not deleted after all. */
  closeDeletion(id: ResourceId): void {
    this.journal.close(this.key("delete", id));
  }

  /** The engine has shown to know the outcome of its updates. */
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

  sending(): void {
    this.intent = { ...this.intent, isAccepted: false, submittedAt: new Date().toISOString() };
    this.journal.write(this.intent);
  }

  accepted(taskId: string | undefined): void {
    this.note(taskId === undefined ? { isAccepted: true } : { isAccepted: true, taskId });
  }

  /** Of an update, earlier requests may have been accepted. */
  refused(): void {
    if (this.intent.action === "update") return;
    this.intent = { ...this.intent, taskId: undefined };
    this.journal.close(this.intent);
  }

  processed(id: ResourceId): void {
    this.note({ id });
  }

  /** What is submitted goes on, written down or not: the intent itself is, so that it is looked for. */
  private note(more: Partial<Intent>): void {
    this.intent = { ...this.intent, ...more };
    try {
      this.journal.write(this.intent);
    } catch (error) {
      console.error((error as Error).message);
    }
  }
}
