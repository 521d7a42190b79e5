import type { Unfinished } from "../operations/partialFailure";
import { PROVIDER, type Properties, withoutMissing } from "../operations/properties";

/** Error of a failed operation as the engine shows it: a readable message without secrets. */
export class Failure extends Error {
  override readonly name: string = "Failure";

  constructor(error: unknown, secrets: readonly string[]) {
    super(redact(error instanceof Error ? error.message : String(error), secrets));
    // The provider's host prints the stack beside the message.
    this.stack = isBug(error) ? redact(error.stack ?? "", secrets) : "";
  }
}

/**
 * The resource exists but is not in its desired state. The engine keeps its ID and properties, and calls `update` on
 * the next run even if its arguments do not change.
 */
export class InitializationFailure extends Failure {
  override readonly name = "InitializationFailure";
  readonly id: string;
  readonly properties: Properties;
  readonly reasons: readonly string[];

  /** @param provider the serialized provider; without it in the state, the resource is unmanageable. */
  constructor({ cause, id, properties }: Unfinished, provider: unknown, secrets: readonly string[]) {
    super(cause, secrets);
    this.id = id;
    this.properties = withoutMissing({ ...properties, [PROVIDER]: provider }) as Properties;
    this.reasons = [this.message];
  }
}

/** Whether it is a bug in this package, which needs the stack. */
const isBug = (error: unknown): error is Error =>
  [TypeError, ReferenceError, RangeError, SyntaxError].some((type) => error instanceof type);

const SHORTEST_SECRET = 4;

/** Replaces secrets in the text by `[secret]`. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, secret) => rest.replaceAll(secret, "[secret]"), text);
}
