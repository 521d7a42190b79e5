import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { sync as writeFileAtomic } from "write-file-atomic";
import type { ResourceId } from "../../api/lists";
import { JournalError } from "../../lifecycle/journalError";
import { type Intent, type IntentKey, writtenIntent } from "./intent";

/** Only its owner reads it. */
const MODE = 0o600;
const FOLDER_MODE = 0o700;

/** A resource of an account, as the journal tells it from all others. */
export type ResourceKey = Pick<Intent, "baseUrl" | "accountId" | "kind"> & { readonly id: ResourceId };

/** The API lists tasks for ten days; what it does not list is not taken over by its name. */
const KNOWN_FOR_MS = 10 * 24 * 3_600_000;
const KNOWN_SUFFIX = ".known";

/** What the journal's folder holds. */
export interface Listed {
  readonly intents: readonly Intent[];
  /** Files that are damaged, or of another version of this package. */
  readonly unreadable: readonly string[];
}

/**
 * Writes down what is about to be submitted, and what became of it: a folder with a small file for each open intent.
 * Files are replaced as a whole, and written at once: when a call returns, it is on the disk. Several processes may
 * share the folder, since each resource has files of its own.
 */
export class Journal {
  constructor(readonly folder: string) {}

  /** The open intent; of a file that cannot be read no more is known than that there is one, and since when. */
  find(key: IntentKey): Intent | "unreadable" | undefined {
    return this.read(this.file(key));
  }

  /** @throws {@link JournalError} */
  write(intent: Intent): void {
    try {
      mkdirSync(this.folder, { recursive: true, mode: FOLDER_MODE });
      writeFileAtomic(this.file(intent), `${JSON.stringify(intent, undefined, 2)}\n`, { mode: MODE });
    } catch (error) {
      throw new JournalError(this.folder, error as Error);
    }
  }

  /** Forgets the intent: it is settled. A file that cannot be removed is settled again by whoever meets it. */
  close(key: IntentKey): void {
    this.remove(this.file(key));
  }

  /**
   * Settles a creation: an engine has shown to know the resource. That is kept for as long as the resource could be taken
   * over by its name, so that a stack which has lost it, or given it away, does not take it for one that a killed run left.
   */
  settleCreation(intent: Intent & { readonly id: ResourceId }): void {
    this.forgetOldKnown();
    try {
      renameSync(this.file(intent), this.knownFile(intent));
    } catch {
      this.close(intent);
    }
  }

  /** Notes that an engine knows the resource, which no run on this machine created: it was adopted. */
  noteKnown(resource: ResourceKey): void {
    try {
      mkdirSync(this.folder, { recursive: true, mode: FOLDER_MODE });
      writeFileSync(this.knownFile(resource), "{}\n", { mode: MODE });
    } catch {
      // Without it no more is at stake than on a machine without a journal.
    }
  }

  /** Whether an engine is known to have learned of the resource, within the last ten days. */
  isKnown(resource: ResourceKey): boolean {
    return statSync(this.knownFile(resource), { throwIfNoEntry: false }) !== undefined;
  }

  /** The resource is gone: nothing of it is left to be told. */
  forgetKnown(resource: ResourceKey): void {
    this.remove(this.knownFile(resource));
  }

  private forgetOldKnown(): void {
    if (pruned.has(this.folder)) return;
    pruned.add(this.folder);
    for (const file of this.files(KNOWN_SUFFIX)) {
      const { mtimeMs = Date.now() } = statSync(file, { throwIfNoEntry: false }) ?? {};
      if (Date.now() - mtimeMs > KNOWN_FOR_MS) this.remove(file);
    }
  }

  /** All open intents, of whatever program. */
  list(): Listed {
    const files = this.files(".json");
    const read = files.map((file) => ({ file, intent: this.read(file) }));
    return {
      intents: read.flatMap(({ intent }) => (typeof intent === "object" ? [intent] : [])),
      unreadable: read.filter(({ intent }) => intent === "unreadable").map(({ file }) => file),
    };
  }

  /** Removes one of {@link Listed.unreadable}. */
  remove(file: string): void {
    try {
      rmSync(file, { force: true });
    } catch {
      // It stays, and is met again.
    }
  }

  private files(suffix: string): readonly string[] {
    try {
      return readdirSync(this.folder)
        .filter((name) => name.endsWith(suffix))
        .map((name) => path.join(this.folder, name));
    } catch {
      return [];
    }
  }

  private read(file: string): Intent | "unreadable" | undefined {
    try {
      // Most resources have none, and a thrown refusal of the file system costs far more than to ask.
      if (statSync(file, { throwIfNoEntry: false }) === undefined) return undefined;
      return writtenIntent.parse(JSON.parse(readFileSync(file, "utf8")));
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === "ENOENT" ? undefined : "unreadable";
    }
  }

  /** For people, the resource's logical name and the action; the rest tells it from all others. */
  private file({ urn, baseUrl, accountId, action, id }: IntentKey): string {
    const logicalName = urn.slice(urn.lastIndexOf("::") + 2).replace(/[^A-Za-z0-9]+/g, "-");
    const which = [urn, baseUrl, accountId, action, action === "create" ? undefined : id];
    return path.join(this.folder, `${logicalName.slice(0, 40)}-${action}-${digestOf(which)}.json`);
  }

  private knownFile({ kind, id, baseUrl, accountId }: ResourceKey): string {
    return path.join(
      this.folder,
      `${kind}-${String(id).replace(/[^A-Za-z0-9]+/g, "-")}-${digestOf([baseUrl, accountId])}${KNOWN_SUFFIX}`,
    );
  }
}

/** Folders that were cleared of old files in this process. */
const pruned = new Set<string>();

const digestOf = (parts: readonly unknown[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);

/** Whether the process that wrote the intent is another one on this machine and still there. */
export function isAtWork({ pid, host }: Pick<Intent, "pid" | "host">): boolean {
  if (host !== hostname() || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
