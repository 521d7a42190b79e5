import { adviceFor } from "./advice";

/**
 * What went wrong with a request, as far as the caller has to tell cases apart:
 *
 * - `refused`: the API answered and did not accept it; nothing was submitted.
 * - `unauthorized`: 401 or 403; the keys are wrong, or may not do this.
 * - `not-found`: 404.
 * - `too-many`: 429, still, after waiting: the request limit, or too many resources changing at once.
 * - `unavailable`: no connection, or a server fault, on a request that changes nothing.
 * - `outcome-unknown`: the same on a request that submits: it may or may not have been accepted.
 * - `invalid-answer`: an answer that is not what the API documents (for instance an HTML page).
 */
export type ApiErrorKind =
  | "refused"
  | "unauthorized"
  | "not-found"
  | "too-many"
  | "unavailable"
  | "outcome-unknown"
  | "invalid-answer";

/** The facts of a failed request. */
export interface ApiErrorDetails {
  readonly kind: ApiErrorKind;
  readonly method: string;
  /** Full URL of the request, without credentials. */
  readonly url: string;
  /** Absent when no answer came. */
  readonly httpStatus?: number;
  /** The API's error code, e.g. `SUBSCRIPTION_NOT_ACTIVE`. */
  readonly code?: string;
  /** What the API, or the network, said. */
  readonly description: string;
  readonly cause?: unknown;
}

/** The one error of the API client. Its message names the request, what the API said, and the next step. */
export class RedisCloudApiError extends Error {
  override readonly name = "RedisCloudApiError";
  readonly kind: ApiErrorKind;
  readonly method: string;
  readonly url: string;
  readonly httpStatus?: number;
  readonly code?: string;
  readonly description: string;
  /** The next step for the user. */
  readonly advice: string;

  constructor(details: ApiErrorDetails) {
    const advice = adviceFor(details);
    const said = [details.httpStatus, details.code].filter((part) => part !== undefined).join(" ");
    super(
      `${details.method} ${details.url}: ${said ? `${said}: ` : ""}${sentence(details.description)} ${advice}`,
      {
        cause: details.cause,
      },
    );
    this.kind = details.kind;
    this.method = details.method;
    this.url = details.url;
    this.httpStatus = details.httpStatus;
    this.code = details.code;
    this.description = details.description;
    this.advice = advice;
  }
}

/** The text, ending as a sentence does. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
