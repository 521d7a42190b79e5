import type { ExportedRecord } from "../../record";
import type { Model } from "./model";
import { recordedStates } from "./recorded";
import { Store } from "./store";

const FRAME_MS = 100;

/** Real seconds that a replay takes at its first speed. */
const FIRST_DURATION_S = 30;

/** Plays a record: its model at any time, and as time passes. */
export class Player {
  readonly store = new Store();
  readonly from: number;
  readonly to: number;
  /** Simulated milliseconds per real one. */
  speed: number;
  at: number;
  isPlaying = false;
  private readonly listeners = new Set<() => void>();
  private readonly modelAt: (at: number) => Model;
  private timer = 0;
  private last = 0;

  constructor(
    record: ExportedRecord,
    readonly name: string,
  ) {
    const times = [...record.changes, ...record.requests].map(({ at }) => at);
    this.from = times.reduce((first, at) => Math.min(first, at), times[0] ?? record.start.simulated);
    this.to = times.reduce((last, at) => Math.max(last, at), this.from);
    this.speed = Math.max(1, Math.round((this.to - this.from) / (FIRST_DURATION_S * 1000)));
    this.at = this.from;
    this.modelAt = recordedStates(record);
    this.seek(this.from);
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Shows the state at a time. */
  seek(at: number): void {
    this.at = Math.min(Math.max(at, this.from), this.to);
    const model = this.modelAt(this.at);
    const paused = !this.isPlaying || this.at >= this.to;
    this.store.set({
      ...model,
      time: { now: this.at, timeScale: this.speed, paused },
      receivedAt: performance.now(),
    });
    for (const listener of this.listeners) listener();
  }

  /** Moves to the next change. */
  step(): void {
    this.pause();
    this.seek(this.modelAt(this.at).time.next ?? this.to);
  }

  play(): void {
    if (this.at >= this.to) this.at = this.from;
    this.isPlaying = true;
    this.last = performance.now();
    clearInterval(this.timer);
    this.timer = window.setInterval(() => this.advance(), FRAME_MS);
    this.seek(this.at);
  }

  pause(): void {
    clearInterval(this.timer);
    this.isPlaying = false;
    this.seek(this.at);
  }

  setSpeed(speed: number): void {
    this.speed = speed;
    this.seek(this.at);
  }

  private advance(): void {
    const now = performance.now();
    const to = this.at + (now - this.last) * this.speed;
    this.last = now;
    this.seek(to);
    if (this.at >= this.to) this.pause();
  }
}
