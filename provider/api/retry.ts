import { PROXY_REFUSED, PROXY_UNREACHABLE } from "./tunnel";

/** What is known about a failed attempt. */
export interface Attempt {
  readonly method: string;
  /** 1 for the first. */
  readonly attemptCount: number;
  /** Absent when no complete answer came. */
  readonly httpStatus?: number;
  /** Node's error code when no answer came, e.g. `ECONNRESET`. */
  readonly errorCode?: string;
  /** The delay that the server asked for, in milliseconds. */
  readonly retryAfterMs?: number;
}

/** The connection was never made, so the request was never sent; a retry may succeed. */
const NEVER_SENT: readonly string[] = [
  PROXY_UNREACHABLE,
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
];
/** The server does not speak TLS. */
export const NO_TLS = "ERR_SSL_WRONG_VERSION_NUMBER";

/**
 * The configuration of this machine keeps the request from being sent: a retry would fail the same way. Codes of Node,
 * of OpenSSL for certificates (`man verify`), and of the proxy.
 */
const LOCAL_MISTAKES: ReadonlySet<string> = new Set([
  "ERR_HTTP_INVALID_HEADER_VALUE",
  "ERR_INVALID_ARG_TYPE",
  "ERR_INVALID_ARG_VALUE",
  "ERR_INVALID_CHAR",
  "ERR_INVALID_HTTP_TOKEN",
  "ERR_INVALID_PROTOCOL",
  "ERR_INVALID_URL",
  "ERR_SOCKET_BAD_PORT",
  "ERR_UNESCAPED_CHARACTERS",
  "ERR_UNSUPPORTED_PROTOCOL",
  "CERT_CHAIN_TOO_LONG",
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "CERT_REJECTED",
  "CERT_REVOKED",
  "CERT_SIGNATURE_FAILURE",
  "CERT_UNTRUSTED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "INVALID_CA",
  "INVALID_PURPOSE",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  NO_TLS,
  PROXY_REFUSED,
]);
const PASSING_FAULTS: readonly number[] = [408, 500, 502, 503, 504];

const MAX_ATTEMPTS = 6;
/** Enough to outlast a whole minute of the request limit. */
const MAX_ATTEMPTS_AFTER_429 = 9;
const LONGEST_DELAY_MS = 20_000;
/** The request limit is per minute, so a longer delay that the server asks for is cut to this. */
const LONGEST_RETRY_AFTER_MS = 60_000;

/**
 * Returns the delay before the same request is sent again; 0 for no retry.
 *
 * A request that submits is sent again only when it certainly was not accepted: refused by 429, or never sent.
 * Any other retry could submit it twice.
 */
export function retryDelayMs(attempt: Attempt, random: () => number = Math.random): number {
  const limit = attempt.httpStatus === 429 ? MAX_ATTEMPTS_AFTER_429 : MAX_ATTEMPTS;
  if (attempt.attemptCount >= limit || !mayBeSentAgain(attempt)) return 0;
  const askedMs = boundedRetryAfterMs(attempt.retryAfterMs);
  if (askedMs !== undefined) return Math.max(1, askedMs);
  const exponential = 500 * 2 ** (attempt.attemptCount - 1);
  return Math.min(exponential, LONGEST_DELAY_MS) * (0.75 + random() / 2);
}

/** Limits the delay that the server asked for to a minute; undefined for one that is missing or invalid. */
export function boundedRetryAfterMs(retryAfterMs: number | undefined): number | undefined {
  if (retryAfterMs === undefined || !(retryAfterMs >= 0)) return undefined;
  return Math.min(retryAfterMs, LONGEST_RETRY_AFTER_MS);
}

/** Whether the error code means that no connection was made for the request; a retry may succeed. */
export const wasNeverSent = (errorCode: string | undefined): boolean =>
  errorCode !== undefined && NEVER_SENT.includes(errorCode);

/** Whether the error code means that this machine's configuration kept the request from being sent. */
export const isLocalMistake = (errorCode: string | undefined): boolean =>
  errorCode !== undefined && LOCAL_MISTAKES.has(errorCode);

function mayBeSentAgain({ method, httpStatus, errorCode }: Attempt): boolean {
  if (httpStatus === 429) return true;
  if (httpStatus === undefined && isLocalMistake(errorCode)) return false;
  if (httpStatus === undefined && wasNeverSent(errorCode)) return true;
  if (method !== "GET") return false;
  return httpStatus === undefined || PASSING_FAULTS.includes(httpStatus);
}
