import { text } from "node:stream/consumers";
import got, { type BeforeRequestHook, type Got, type PlainResponse, type RequestError } from "got";
import { RequestBudget } from "./budget";
import { NO_TLS, retryDelayMs } from "./retry";
import { TunnelAgent } from "./tunnel";

/** Base URL, keys and proxy of an account. */
export interface Credentials {
  /** The account key, sent as `x-api-key`. */
  readonly apiKey: string;
  /** A user key, sent as `x-api-secret-key`. */
  readonly apiSecretKey: string;
  /** Base URL with its version prefix, e.g. `https://api.redislabs.com/v1`. */
  readonly baseUrl: string;
  /** URL of the HTTP proxy between this machine and the API, with its credentials. @default none */
  readonly proxy?: string;
}

/** A request over HTTP. */
export interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Path below the base URL, e.g. `/subscriptions/12`. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: object;
  /** Sent beside the keys. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A complete answer, of any status. */
export interface HttpAnswer {
  readonly httpStatus: number;
  /** The status text, e.g. `Bad Gateway`. */
  readonly statusMessage: string;
  readonly body: string;
  /** `Retry-After`, in milliseconds from now. */
  readonly retryAfterMs?: number;
}

const REQUEST_TIMEOUT_MS = 60_000;

/** Sends the requests of one account within its request limit, and retries them as {@link retryDelayMs} decides. */
export class HttpTransport {
  private readonly http: Got;
  private readonly budget = new RequestBudget();

  constructor({ apiKey, apiSecretKey, baseUrl, proxy }: Credentials) {
    this.http = got.extend({
      prefixUrl: baseUrl,
      headers: { "x-api-key": apiKey, "x-api-secret-key": apiSecretKey, accept: "application/json" },
      timeout: { request: REQUEST_TIMEOUT_MS },
      retry: { limit: 0 },
      throwHttpErrors: false,
      followRedirect: false,
      ...(proxy === undefined ? {} : { agent: { https: new TunnelAgent(proxy) } }),
      hooks: { beforeRequest: [withoutCacheOptions] },
    });
  }

  /**
   * Returns the last answer to the request.
   *
   * @throws RequestError of `got` when the last attempt had no complete answer.
   */
  async send(request: HttpRequest): Promise<HttpAnswer> {
    const { method } = request;
    for (let attemptCount = 1; ; attemptCount++) {
      const outcome = await this.attempt(request).catch((error: RequestError) => error);
      const failed = outcome instanceof Error;
      const delayMs = retryDelayMs({
        method,
        attemptCount,
        ...(failed ? { errorCode: codeOf(outcome, method) } : outcome),
      });
      if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
      else if (failed) throw outcome;
      else return outcome;
    }
  }

  /**
   * Sends a request once, and reads the response as a stream. The promises of `got` would stay in memory, with everything
   * that they refer to, until V8's next full garbage collection: a process that mostly waits may first grow by hundreds of
   * megabytes.
   */
  private async attempt({ method, path, body: json, headers }: HttpRequest): Promise<HttpAnswer> {
    await this.budget.take(method);
    const stream = this.http.stream(path.replace(/^\/+/, ""), {
      method,
      headers,
      ...(json === undefined ? {} : { json }),
    });
    if (json === undefined && method !== "GET") stream.end();
    const body = await text(stream);
    const {
      statusCode: httpStatus,
      statusMessage = "",
      headers: answered,
    } = stream.response as PlainResponse;
    const retryAfterMs = untilRetry(answered["retry-after"]);
    this.budget.learn({
      httpStatus,
      remaining: wholeNumber(answered["x-rate-limit-remaining"]),
      retryAfterMs,
    });
    return { httpStatus, statusMessage, body, retryAfterMs };
  }
}

/**
 * Empties the options of the cache, which is not used. `got` adds some thirty properties to a copy of them, for which V8
 * would create hidden classes for each request, and keep them until its next full garbage collection.
 */
const withoutCacheOptions: BeforeRequestHook = (options) => {
  options.cacheOptions = {};
};

/**
 * Returns Node's code of the error. Node uses one code for all TLS faults. A server that does not speak TLS at all is
 * distinguished only for reads: for a write, the fault is not certain to be the first answer on the connection.
 */
export const codeOf = ({ code, message }: RequestError, method: string): string =>
  code === "EPROTO" && method === "GET" && message.includes("wrong version number") ? NO_TLS : code;

const wholeNumber = (value: unknown): number | undefined =>
  typeof value === "string" && /^\d+$/.test(value) ? Number(value) : undefined;

/** Returns the milliseconds of a `Retry-After`, which is in seconds or a date; undefined for any other. */
function untilRetry(value: string | undefined): number | undefined {
  const seconds = wholeNumber(value);
  const milliseconds = seconds === undefined ? Date.parse(value ?? "") - Date.now() : seconds * 1000;
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}
