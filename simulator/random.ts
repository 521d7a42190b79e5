const ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/**
 * Random numbers that repeat for a seed (mulberry32). The whole state is one number, which is saved with
 * the account, so that a restart continues the same sequence.
 */
export class Random {
  constructor(public state: number) {}

  /** At least 0, less than 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `lowest` to `highest`, both included. */
  integer(lowest: number, highest: number): number {
    return lowest + Math.floor(this.next() * (highest - lowest + 1));
  }

  /** A number between the two ends of a range. */
  within([lowest, highest]: readonly [number, number]): number {
    return lowest + this.next() * (highest - lowest);
  }

  /** Letters and digits, as in the passwords that Redis Cloud generates. */
  alphanumeric(length: number): string {
    return this.characters(length, ALPHANUMERIC);
  }

  /** A UUID of version 4. */
  uuid(): string {
    const hex = this.characters(32, "0123456789abcdef");
    const variant = "89ab"[this.integer(0, 3)];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  private characters(length: number, alphabet: string): string {
    return Array.from({ length }, () => alphabet[this.integer(0, alphabet.length - 1)]).join("");
  }
}
