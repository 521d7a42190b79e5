import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import * as pulumi from "@pulumi/pulumi";
import { getAllResources } from "@pulumi/pulumi/output";

/*
 * One process may run several programs, one after the other or at the same time: those of the Automation API.
 */

/** Whether Pulumi started this process for one run of one program. */
const isOwnProcess = /[\\/]cmd[\\/]run[\\/]/.test(require.main?.filename ?? "");

/** For programs without a stack resource, such as those in tests with mocks. */
const NO_STACK = {};

/** The run that the program's code runs in. */
export const currentRun = (): object => pulumi.runtime.getStackResource() ?? NO_STACK;

/** The registrations that a run has begun, by its stack resource. */
const registrations = new WeakMap<object, Promise<unknown>[]>();

/** Notes that the run registers a resource, unless the end of the process is that of the run. */
export function noteRegistration(registrationOf: () => Promise<unknown>): void {
  if (isOwnProcess) return;
  const run = currentRun();
  const registration = registrationOf();
  const noted = registrations.get(run);
  if (noted === undefined) registrations.set(run, [registration]);
  else noted.push(registration);
}

/** What is to be done at the ends of runs, by their stack resources. */
const ends = new WeakMap<object, Set<() => void>>();

/** Does something at the end of the current run, once however often it is asked to. */
export function atEndOfRun(end: () => void): void {
  const run = currentRun();
  const noted = ends.get(run) ?? new Set();
  if (noted.has(end)) return;
  ends.set(run, noted.add(end));
  onEnd(run, end);
}

/** Folders of runs that have not ended. */
const folders = new Set<string>();
let isRemovedOnExit = false;

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  folders.delete(folder);
}

/** A file in which the provider's answers in one run of a program are collected. It is removed when the run ends. */
export class RunFile {
  private readonly paths = new WeakMap<object, string>();

  /** @param atEnd reads the file when the run has registered all its resources. */
  constructor(
    private readonly name: string,
    private readonly atEnd: (file: string) => void,
  ) {}

  /** Path of the file of the current run. */
  get path(): string {
    const run = currentRun();
    const known = this.paths.get(run);
    if (known !== undefined) return known;
    const folder = mkdtempSync(path.join(tmpdir(), `pulumi-redis-cloud-${this.name}-`));
    if (!isRemovedOnExit) process.once("exit", () => [...folders].forEach(removeFolder));
    isRemovedOnExit = true;
    folders.add(folder);
    const file = path.join(folder, `${this.name}.jsonl`);
    writeFileSync(file, "");
    this.paths.set(run, file);
    onEnd(run, () => {
      this.atEnd(file);
      removeFolder(folder);
    });
    return file;
  }
}

function onEnd(run: object, end: () => void): void {
  // The event loop is empty: every resource is registered.
  if (isOwnProcess) process.once("beforeExit", end);
  else void waitForRegistrations(run).then(end);
}

/** Waits until the program has ended, and so have the registrations that it began. */
async function waitForRegistrations(run: object): Promise<void> {
  // The stack resource gets its outputs after it began to run the program.
  await setImmediate();
  const { outputs } = run as { outputs?: pulumi.Output<unknown> };
  // Known or not: a preview calls no `apply` of outputs that are not.
  if (outputs !== undefined) await getAllResources(outputs);
  const noted = registrations.get(run) ?? [];
  for (let count = -1; count !== noted.length; ) {
    count = noted.length;
    await Promise.allSettled(noted);
  }
  // What awaits the outputs of the last resource comes first.
  await setImmediate();
}
