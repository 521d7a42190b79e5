import type { Unfinished } from "../operations/partialFailure";
import { PROVIDER, type Properties, withoutMissing } from "../operations/properties";

/** What the engine is told when an operation fails: a message for people, without secrets. */
export class Failure extends Error {
  override readonly name: string = "Failure";

  constructor(error: unknown, secrets: readonly string[]) {
    super(redacted(error instanceof Error ? error.message : String(error), secrets));
    // The provider's host prints the stack beside the message.
    this.stack = isBug(error) ? redacted(error.stack ?? "", secrets) : "";
  }
}

/**
 * The resource exists, and did not become what was asked for. The engine keeps it, with its ID and properties, and
 * calls `update` on the next run, whether its arguments change or not.
 */
export class InitializationFailure extends Failure {
  override readonly name = "InitializationFailure";
  readonly id: string;
  readonly properties: Properties;
  readonly reasons: readonly string[];

  /** @param provider the serialized provider, without which nobody could work on the resource any more. */
  constructor({ cause, id, properties }: Unfinished, provider: unknown, secrets: readonly string[]) {
    super(cause, secrets);
    this.id = id;
    this.properties = withoutMissing({ ...properties, [PROVIDER]: provider }) as Properties;
    this.reasons = [this.message];
  }
}

/** A mistake in this package, where only the stack helps. */
const isBug = (error: unknown): error is Error =>
  [TypeError, ReferenceError, RangeError, SyntaxError].some((type) => error instanceof type);

const SHORTEST_SECRET = 4;

/** The text without any of the secrets. */
export function redacted(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, secret) => rest.replaceAll(secret, "[secret]"), text);
}
