import { hash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { sync as writeFileAtomic } from "write-file-atomic";
import type { ResourceId } from "../../api/lists";
import { JournalError } from "../../lifecycle/journalError";
import { type Intent, type IntentKey, writtenIntent } from "./intent";

/** Only the owner may read a file. */
const MODE = 0o600;
const FOLDER_MODE = 0o700;

/** Key of a resource in the journal. */
export type ResourceKey = Pick<Intent, "baseUrl" | "accountId" | "kind"> & { readonly id: ResourceId };

/** The API lists tasks for ten days; a resource whose creation it no longer lists is not taken over by name. */
const KNOWN_FOR_MS = 10 * 24 * 3_600_000;
const KNOWN_SUFFIX = ".known";

/** Contents of the journal's folder. */
export interface Listed {
  readonly intents: readonly Intent[];
  /** Files that are damaged, or from another version of this package. */
  readonly unreadable: readonly string[];
}

/**
 * Records what is about to be submitted, and its outcome, in a folder with a small file for each open intent. Files are
 * replaced atomically and written synchronously: when a call returns, the file is on disk. Several processes may share
 * the folder, since each resource has files of its own.
 */
export class Journal {
  constructor(readonly folder: string) {}

  /** Returns the open intent; `unreadable` when there is a file that cannot be read. */
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

  /** Removes a settled intent. If its file cannot be removed, the next run that finds it settles it again. */
  close(key: IntentKey): void {
    this.remove(this.file(key));
  }

  /**
   * Settles a creation: an engine knows the resource. The record is kept for as long as the resource could be taken
   * over by name, so that a stack that lost it, or gave it away, does not mistake it for one that a killed run left.
   */
  settleCreation(intent: Intent & { readonly id: ResourceId }): void {
    this.forgetOldKnown();
    try {
      renameSync(this.file(intent), this.knownFile(intent));
    } catch {
      this.close(intent);
    }
  }

  /** Records that an engine knows the resource, which was adopted: no run on this machine created it. */
  noteKnown(resource: ResourceKey): void {
    try {
      mkdirSync(this.folder, { recursive: true, mode: FOLDER_MODE });
      writeFileSync(this.knownFile(resource), "{}\n", { mode: MODE });
    } catch {
      // Without the record, the risk is the same as on a machine without a journal.
    }
  }

  /** Whether an engine is recorded as knowing the resource, within the last ten days. */
  isKnown(resource: ResourceKey): boolean {
    return statSync(this.knownFile(resource), { throwIfNoEntry: false }) !== undefined;
  }

  /** Removes the record that an engine knows the resource, which is gone. */
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

  /** Returns all open intents, of any program. */
  list(): Listed {
    const files = this.files(".json");
    const read = files.map((file) => ({ file, intent: this.read(file) }));
    return {
      intents: read.flatMap(({ intent }) => (typeof intent === "object" ? [intent] : [])),
      unreadable: read.filter(({ intent }) => intent === "unreadable").map(({ file }) => file),
    };
  }

  /** Removes a file, e.g. one of {@link Listed.unreadable}. */
  remove(file: string): void {
    try {
      rmSync(file, { force: true });
    } catch {
      // The file stays, and the next run finds it again.
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
      // Most resources have no file, and an exception of the file system costs far more than this check.
      if (statSync(file, { throwIfNoEntry: false }) === undefined) return undefined;
      return writtenIntent.parse(JSON.parse(readFileSync(file, "utf8")));
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === "ENOENT" ? undefined : "unreadable";
    }
  }

  /** Path of an intent's file: the logical name and the action are for people, the digest makes it unique. */
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

/** Folders from which this process has removed old files. */
const pruned = new Set<string>();

const digestOf = (parts: readonly unknown[]): string =>
  hash("sha256", JSON.stringify(parts), "hex").slice(0, 16);

/** Whether another process on this machine wrote the intent and is still running. */
export function isAtWork({ pid, host }: Pick<Intent, "pid" | "host">): boolean {
  if (host !== hostname() || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
