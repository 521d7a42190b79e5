import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { COLLISIONS } from "../operations/properties";
import type { CollisionEntry } from "../preview/nameCollisions";

/*
 * The program's part of name collisions: it knows when all resources are diffed.
 */

let file: string | undefined;

/** The hidden argument that makes a preview collect name collisions. */
export function collectCollisions(): object {
  if (!pulumi.runtime.isDryRun()) return {};
  file ??= openFile();
  return { [COLLISIONS]: file };
}

function openFile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "pulumi-redis-cloud-names-"));
  const opened = path.join(folder, "collisions.jsonl");
  writeFileSync(opened, "");
  // The event loop is empty: every resource is registered, hence diffed.
  process.once("beforeExit", () => {
    for (const problem of problemsIn(readFileSync(opened, "utf8"))) void pulumi.log.warn(problem);
  });
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return opened;
}

/** The collisions that remain: those whose name holders the program does not rename. */
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
