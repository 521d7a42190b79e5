import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PLANTED } from "./declared";

/** What journals hold, in one folder or many. */
export interface Journals {
  readonly files: number;
  /** Those with a secret in them. */
  readonly leaks: readonly string[];
}

export function readJournals(folder: string): Journals {
  if (!existsSync(folder)) return { files: 0, leaks: [] };
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const leaks = files.filter((file) => (file + readFileSync(file, "utf8")).includes(PLANTED));
  return {
    files: files.length,
    leaks: leaks.map((file) => `a secret in ${file}: ${readFileSync(file, "utf8")}`),
  };
}
