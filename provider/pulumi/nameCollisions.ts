import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { COLLISIONS } from "../operations/properties";
import type { CollisionEntry } from "../preview/nameCollisions";

/*
 * The program's side of name collisions: it knows when the whole program is compared.
 */

let file: string | undefined;

/** The hidden argument by which a preview collects collisions of names. */
export function collectCollisions(): object {
  if (!pulumi.runtime.isDryRun()) return {};
  file ??= openFile();
  return { [COLLISIONS]: file };
}

function openFile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "pulumi-redis-cloud-names-"));
  const opened = path.join(folder, "collisions.jsonl");
  writeFileSync(opened, "");
  // Nothing is under way any more: each resource is registered, hence compared.
  process.once("beforeExit", () => {
    for (const problem of problemsIn(readFileSync(opened, "utf8"))) void pulumi.log.warn(problem);
  });
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return opened;
}

/** What is wrong in the end: with the names whose holders the program does not rename. */
export function problemsIn(lines: string): readonly string[] {
  const entries = lines
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as CollisionEntry);
  const renamed = new Set(entries.filter(({ problem }) => problem === undefined).map(({ holder }) => holder));
  const problems = entries
    .filter(({ holder }) => !renamed.has(holder))
    .flatMap(({ problem }) => problem ?? []);
  return [...new Set(problems)];
}
