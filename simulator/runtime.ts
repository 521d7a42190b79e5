import type { Account } from "./account";
import type { Clock } from "./clock";
import type { ResourceKind } from "./kind";
import type { Kinds } from "./kinds";
import type { Settings } from "./settings";
import { advance } from "./simulation";
import { type SavedState, stateOf, writeState } from "./store";

/** Real milliseconds after which the state file shows changes that only time has caused. */
const SAVE_DELAY_MS = 500;

/** Servers that run for resources of the accounts. */
export interface Servers {
  /** Starts, changes and stops servers until they match the accounts. */
  reconcile(accounts: Account[]): Promise<void>;
  stop(): Promise<void>;
}

/** Brings the accounts up to date: before each request, and when something is due. */
export class Runtime {
  private timer: NodeJS.Timeout | undefined;
  private saveTimer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly kinds: Kinds<ResourceKind>,
    private readonly accounts: Account[],
    private readonly servers: Servers,
  ) {
    clock.onChange(() => this.setTimer());
  }

  async bringUpToDate(): Promise<void> {
    for (const account of this.accounts) this.advance(account);
    await this.servers.reconcile(this.accounts);
    this.saveChanges();
  }

  /** A copy of the present state. */
  state(): SavedState {
    for (const account of this.accounts) this.advance(account);
    return JSON.parse(JSON.stringify(stateOf(this.clock.now(), this.accounts)));
  }

  /** Saves what requests have changed, and sets the timer for the next appointment. */
  saveChanges(): void {
    if (this.stopped) return;
    if (this.accounts.some((account) => account.changed)) this.save();
    this.setTimer();
  }

  /** Moves time to the next transition that is scheduled, and performs it; returns whether there was one. */
  async step(): Promise<boolean> {
    const due = this.accounts.flatMap((account) => account.agenda.next() ?? []);
    if (due.length === 0) return false;
    this.clock.advanceTo(Math.min(...due));
    await this.bringUpToDate();
    return true;
  }

  /** Sets the timer for the next appointment. */
  private setTimer(): void {
    clearTimeout(this.timer);
    if (this.stopped || this.clock.isPaused) return;
    const due = this.accounts.flatMap((account) => account.agenda.next() ?? []);
    if (due.length === 0) return;
    const delay = this.clock.realMillisecondsUntil(Math.min(...due));
    this.timer = setTimeout(() => void this.bringUpToDate(), delay);
    this.timer.unref?.();
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.stopped = true;
    try {
      this.save();
    } finally {
      await this.servers.stop();
    }
  }

  /**
   * Changes that only time causes follow from what is saved already, down to every ID and password; only those by a
   * fault in provisioning do not. They are saved with a delay, so that a large account is not written again for each
   * of its many changes.
   */
  private advance(account: Account): void {
    const { changed } = account;
    account.changed = false;
    advance(this.kinds, account, this.clock.now());
    if (account.changed) this.saveSoon();
    account.changed = changed;
  }

  private saveSoon(): void {
    if (this.settings.stateFile === undefined || this.stopped) return;
    this.saveTimer ??= setTimeout(() => this.save(), SAVE_DELAY_MS);
    this.saveTimer.unref?.();
  }

  private save(): void {
    clearTimeout(this.saveTimer);
    this.saveTimer = undefined;
    for (const account of this.accounts) account.changed = false;
    const { stateFile } = this.settings;
    if (stateFile !== undefined) writeState(stateFile, stateOf(this.clock.now(), this.accounts));
  }
}
