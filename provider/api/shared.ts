/**
 * One value read from the API for whoever asks: concurrent askers share a request, and a recent enough answer is
 * not asked for again.
 */
export class Shared<T> {
  private latest?: { readonly askedAt: number; readonly answer: Promise<T> };

  /** @param read asks the API. */
  constructor(private readonly read: () => Promise<T>) {}

  /**
   * The value as it was at some moment not before `since`.
   *
   * @param since milliseconds of `Date.now()`: the earliest moment at which the request may have been sent.
   */
  async asOf(since: number): Promise<T> {
    if (this.latest === undefined || this.latest.askedAt < since) {
      const asked = { askedAt: Date.now(), answer: this.read() };
      this.latest = asked;
      // A failure is not kept: whoever asks next asks anew.
      asked.answer.catch(() => {
        if (this.latest === asked) this.latest = undefined;
      });
    }
    return this.latest.answer;
  }
}
