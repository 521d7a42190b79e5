import { type Advice, type ApiErrorKind, adviceFor } from "./advice";

/** The facts of a failed request. */
export interface ApiErrorDetails {
  readonly kind: ApiErrorKind;
  readonly method: string;
  /** Full URL of the request, without credentials. */
  readonly url: string;
  /** Absent when no answer came. */
  readonly httpStatus?: number;
  /** The API's error code, e.g. `SUBSCRIPTION_NOT_ACTIVE`; for kind `not-sent`, that of Node. */
  readonly code?: string;
  /** What the API, or the network, said. */
  readonly description: string;
  /** Advice of the kind of resource that the request concerns. */
  readonly advice?: Advice;
  readonly cause?: unknown;
}

/** The error of a failed request. Its message names the request, what the API said, and the next step. */
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
    const status = [details.httpStatus, details.code].filter((part) => part !== undefined).join(" ");
    super(
      `${details.method} ${details.url}: ${status ? `${status}: ` : ""}${sentence(details.description)} ${advice}`,
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

const LONGEST_SENTENCE = 1000;

/** Returns the text on one line, shortened if necessary, and ended like a sentence. */
export function sentence(text: string): string {
  const line = oneLine(text);
  if (line.length > LONGEST_SENTENCE) return `${line.slice(0, LONGEST_SENTENCE)}…`;
  return /[.!?…]$/.test(line) ? line : `${line}.`;
}

/** Replaces line breaks and control characters, which a terminal would interpret, with spaces. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}\ufffd]+/gu, " ").trim();
