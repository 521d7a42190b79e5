import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { COLLISIONS } from "../operations/properties";
import type { CollisionEntry } from "../preview/nameCollisions";
import { RunFile } from "./programRun";

/*
 * The program's part of name collisions: it knows when all resources are diffed.
 */

const collisions = new RunFile("names", (file) => {
  for (const problem of problemsIn(readFileSync(file, "utf8"))) void pulumi.log.warn(problem);
});

/** The hidden argument that makes a preview collect name collisions. */
export function collectCollisions(): object {
  return pulumi.runtime.isDryRun() ? { [COLLISIONS]: collisions.path } : {};
}

/** The collisions that remain: those whose name holders the program does not rename. */
function problemsIn(lines: string): readonly string[] {
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
