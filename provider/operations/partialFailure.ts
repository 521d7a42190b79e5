import type { Properties } from "./properties";

/** Failure of an operation whose resource exists, with the properties to keep in the state. */
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
