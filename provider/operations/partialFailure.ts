import type { Properties } from "./properties";

/** An operation that failed after the resource came to be, with what is to be kept of it. */
export class Unfinished extends Error {
  override readonly name = "Unfinished";

  constructor(
    override readonly cause: unknown,
    readonly id: string,
    readonly properties: Properties,
  ) {
    super();
  }
}
