interface Asked<T> {
  readonly askedAt: number;
  readonly answer: Promise<T>;
  answered: boolean;
}

interface Expecting<T> {
  /** When the wait began: a request that was sent before does not count. */
  readonly since: number;
  resolve(value: T): void;
  reject(error: unknown): void;
}

/** A read of one value, shared by all callers. */
export type SharedRead<T> = Pick<CoalescedRead<T>, "asOf" | "next">;

/** A part of a shared value, which is read with the whole. */
export class SelectedRead<Whole extends object, Part> implements SharedRead<Part> {
  private readonly parts = new WeakMap<Whole, Part>();

  constructor(
    private readonly whole: SharedRead<Whole>,
    private readonly select: (whole: Whole) => Part,
  ) {}

  asOf(since: number): Promise<Part> {
    return this.whole.asOf(since).then((whole) => this.partOf(whole));
  }

  next(dueAt: number): Promise<Part> {
    return this.whole.next(dueAt).then((whole) => this.partOf(whole));
  }

  private partOf(whole: Whole): Part {
    if (!this.parts.has(whole)) this.parts.set(whole, this.select(whole));
    return this.parts.get(whole) as Part;
  }
}

/**
 * A read of one value from the API, shared by all callers: at most one request is in flight, and its answer goes to all
 * of them.
 */
export class CoalescedRead<T> {
  /** How long the latest answer took, in milliseconds. */
  tookMs = 0;
  private latest?: Asked<T>;
  private following?: Promise<T>;
  private expecting: readonly Expecting<T>[] = [];
  private timer?: { readonly dueAt: number; readonly timeout: NodeJS.Timeout };

  /** @param read sends the request. */
  constructor(private readonly read: () => Promise<T>) {}

  /**
   * Returns the value, read no earlier than `since`.
   *
   * @param since milliseconds of `Date.now()`: the earliest moment at which the request may have been sent.
   */
  asOf(since: number): Promise<T> {
    const { latest } = this;
    if (latest !== undefined && latest.askedAt >= since) return latest.answer;
    if (latest === undefined || latest.answered) return this.ask();
    this.following ??= latest.answer
      .catch(() => undefined)
      .then(() => {
        this.following = undefined;
        return this.ask();
      });
    return this.following;
  }

  /**
   * Returns the next value that is read for any caller. It is requested at `dueAt`, or earlier by another caller.
   *
   * @param dueAt milliseconds of `Date.now()`; infinity leaves the request to other callers.
   */
  next(dueAt: number): Promise<T> {
    return new Promise((resolve, reject) => {
      this.expecting = [...this.expecting, { since: Date.now(), resolve, reject }];
      this.askAt(dueAt);
    });
  }

  /** Whether anybody waits for the next value. */
  protected get isAwaited(): boolean {
    return this.expecting.length > 0;
  }

  /** By how many milliseconds the next value is put off when it is due. */
  protected get delayMs(): number {
    return 0;
  }

  private askAt(dueAt: number): void {
    if (dueAt >= (this.timer?.dueAt ?? Number.POSITIVE_INFINITY)) return;
    clearTimeout(this.timer?.timeout);
    const ask = () => {
      this.timer = undefined;
      const { delayMs } = this;
      if (delayMs > 0) return this.askAt(Date.now() + delayMs);
      // Waiting callers receive a failure through `settle`.
      this.asOf(dueAt).catch(() => undefined);
    };
    this.timer = { dueAt, timeout: setTimeout(ask, Math.max(0, dueAt - Date.now())) };
  }

  private ask(): Promise<T> {
    const asked: Asked<T> = { askedAt: Date.now(), answer: this.read(), answered: false };
    this.latest = asked;
    asked.answer.then(
      (value) => this.settle(asked, ({ resolve }) => resolve(value)),
      (error) => {
        // A failure is not kept: the next caller sends a new request.
        if (this.latest === asked) this.latest = undefined;
        this.settle(asked, ({ reject }) => reject(error));
      },
    );
    return asked.answer;
  }

  private settle(asked: Asked<T>, tell: (expecting: Expecting<T>) => void): void {
    asked.answered = true;
    this.tookMs = Date.now() - asked.askedAt;
    const waiting = this.expecting.filter(({ since }) => since <= asked.askedAt);
    this.expecting = this.expecting.filter(({ since }) => since > asked.askedAt);
    if (this.expecting.length === 0) {
      clearTimeout(this.timer?.timeout);
      this.timer = undefined;
    }
    waiting.forEach(tell);
  }
}
