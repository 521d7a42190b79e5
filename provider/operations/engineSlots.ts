import { appendFileSync } from "node:fs";
import type { Progress } from "../lifecycle/operation";

/** What the engine's limit of resources at a time (`--parallel`) has cost an account in this run. */
export interface SlotLoss {
  /** Time in which the account had nothing to process, although the engine had more to do. */
  readonly lostMs: number;
  /** Unix time in milliseconds at which the run's first operation began. */
  readonly since: number;
  /** Most operations at the same time. */
  readonly atOnce: number;
  /** Operations so far. */
  readonly operations: number;
}

/** A smaller loss is not worth a message ... */
const LEAST_MS = 1_000;
/** ... and neither is a smaller part of the run. */
const LEAST_PART = 0.05;

/** Whether the loss is worth a message. */
export const isConsiderable = ({ lostMs, since }: SlotLoss, now: number): boolean =>
  lostMs >= LEAST_MS && lostMs >= LEAST_PART * (now - since);

/**
 * Measures what the engine's limit of resources at a time costs an account. An operation keeps its slot in the engine
 * while its resource is provisioned, when the account could process the next task. That time is lost if
 * - the engine has an operation ready that has no slot: it is checked and compared, but not started, or it deletes a
 *   resource along with others that it started before;
 * - the account has no task of ours to process;
 * - once the operation has its slot, no limit of the account keeps it waiting.
 */
export class EngineSlots {
  /** Operations that have been submitted, or are about to be, and are not processed yet. */
  private readonly busy = new Set<string>();
  private readonly running = new Set<string>();
  /** For operations without a slot, the idle time when they were ready. */
  private readonly ready = new Map<string, number>();
  /** For operations that had to wait for a slot, the idle time meanwhile. */
  private readonly lost = new Map<string, number>();
  private idleMs = 0;
  private updatedAt = 0;
  /** The idle time when the engine began with the deletions that it is at: it begins with all that it can. */
  private deletingSince = 0;
  /** Whether all that runs deletes. */
  private isDeleting = false;
  /** Idle time until here is counted. */
  private countedUntil = 0;
  private loss: SlotLoss = { lostMs: 0, since: 0, atOnce: 0, operations: 0 };
  private isTold = false;

  constructor(private readonly now: () => number = () => Date.now()) {}

  /** Records that the engine has checked or compared a resource, and starts its operation when it has a slot. */
  noteReady(urn: string): void {
    this.ready.set(urn, this.idleUntilNow());
  }

  /** Records that the engine starts an operation. Only deletions are not checked or compared before. */
  noteStarted(urn: string): void {
    const idle = this.idleUntilNow();
    const isFirst = this.running.size === 0;
    const readySince = this.ready.get(urn);
    if (isFirst) this.deletingSince = idle;
    this.isDeleting = readySince === undefined && (isFirst || this.isDeleting);
    const since = Math.max(readySince ?? (this.isDeleting ? this.deletingSince : idle), this.countedUntil);
    this.ready.delete(urn);
    if (idle > since) this.lost.set(urn, idle - since);
    this.countedUntil = idle;
    this.running.add(urn);
    this.busy.add(urn);
    const { atOnce, operations, since: begun } = this.loss;
    this.loss = {
      ...this.loss,
      since: begun || this.now(),
      atOnce: Math.max(atOnce, this.running.size),
      operations: operations + 1,
    };
  }

  /** Follows the phases of an operation. */
  observe(urn: string, phase: Parameters<Progress["observe"]>[1], detail?: string): void {
    this.idleUntilNow();
    const isLimited = phase === "waiting" && detail !== undefined;
    if (isLimited) this.lost.delete(urn);
    if (isLimited || phase === "processed" || phase === "ready" || phase === "failed") this.busy.delete(urn);
    else if (this.running.has(urn)) this.busy.add(urn);
    if (phase === "submitted") this.count(urn);
  }

  noteEnded(urn: string): void {
    this.idleUntilNow();
    this.running.delete(urn);
    this.busy.delete(urn);
    this.lost.delete(urn);
  }

  /** The loss so far. */
  get total(): SlotLoss {
    return this.loss;
  }

  /** Whether nothing runs, and a considerable loss is not told: by no program, since none runs when all is deleted. */
  get hasUntoldLoss(): boolean {
    const isQuiet = runFile === undefined && this.running.size === 0;
    return isQuiet && !this.isTold && isConsiderable(this.loss, this.now());
  }

  noteTold(): void {
    this.isTold = true;
  }

  private count(urn: string): void {
    const lostMs = this.lost.get(urn);
    if (lostMs === undefined) return;
    this.lost.delete(urn);
    this.loss = { ...this.loss, lostMs: this.loss.lostMs + lostMs };
    if (runFile !== undefined) append(runFile, this.loss);
  }

  private idleUntilNow(): number {
    const now = this.now();
    if (this.running.size > 0 && this.busy.size === 0) this.idleMs += now - this.updatedAt;
    this.updatedAt = now;
    return this.idleMs;
  }
}

/** File in which the run's program wants the losses; undefined in a run without a program. */
let runFile: string | undefined;

/** Records where this run collects the losses, as lines of JSON. */
export function collectLosses(file: unknown): void {
  if (typeof file === "string") runFile = file;
}

function append(file: string, loss: SlotLoss): void {
  try {
    appendFileSync(file, `${JSON.stringify(loss)}\n`);
  } catch {
    // The program has ended: nobody reads it any more.
  }
}
