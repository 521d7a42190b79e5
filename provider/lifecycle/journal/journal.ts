import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { sync as writeFileAtomic } from "write-file-atomic";
import { type Intent, type IntentKey, intentShape } from "./intent";

/** Only its owner reads it. */
const MODE = 0o600;
const FOLDER_MODE = 0o700;

/** The journal cannot be written, so nothing may be submitted. */
export class JournalError extends Error {
  override readonly name = "JournalError";

  constructor(folder: string, cause: Error) {
    super(
      `The journal in ${folder} cannot be written (${cause.message}), so nothing was submitted: what is submitted and ` +
        "not written down could be lost. Make room, or set redis-cloud:journal to a folder that can be written.",
      { cause },
    );
  }
}

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

  /** All open intents, of whatever program. */
  list(): Listed {
    const files = this.files();
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

  private files(): readonly string[] {
    try {
      return readdirSync(this.folder)
        .filter((name) => name.endsWith(".json"))
        .map((name) => path.join(this.folder, name));
    } catch {
      return [];
    }
  }

  private read(file: string): Intent | "unreadable" | undefined {
    try {
      // Most resources have none, and a thrown refusal of the file system costs far more than to ask.
      if (statSync(file, { throwIfNoEntry: false }) === undefined) return undefined;
      return intentShape.parse(JSON.parse(readFileSync(file, "utf8")));
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === "ENOENT" ? undefined : "unreadable";
    }
  }

  /** For people, the resource's logical name and the action; the rest tells it from all others. */
  private file({ urn, baseUrl, accountId, action, id }: IntentKey): string {
    const logicalName = urn.slice(urn.lastIndexOf("::") + 2).replace(/[^A-Za-z0-9]+/g, "-");
    const which = JSON.stringify([urn, baseUrl, accountId, action, action === "create" ? undefined : id]);
    const digest = createHash("sha256").update(which).digest("hex").slice(0, 16);
    return path.join(this.folder, `${logicalName.slice(0, 40)}-${action}-${digest}.json`);
  }
}

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
