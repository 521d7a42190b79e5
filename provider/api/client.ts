import got, { type Got, HTTPError, type RequestError, type Response, type RetryFunction } from "got";
import type { z } from "zod";
import type { Advice } from "./advice";
import { answerAtOnce, idAnswer, type Submitted, submittedTask } from "./answers";
import { type LimitSeen, RequestBudget } from "./budget";
import { RedisCloudApiError } from "./error";
import { excerpt, kindOfInvalid, refusalIn } from "./refusal";
import { isLocalMistake, NO_TLS, retryDelayMs, wasNeverSent } from "./retry";
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

/** A request to the API, as data. */
export interface ApiRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Path below the base URL, e.g. `/subscriptions/12`. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: object;
  /** Whether it must not be sent again when its outcome is unknown, although its method is idempotent. */
  readonly isSentOnce?: true;
  /** Whether it may be sent again when its outcome is unknown, although it is a POST: the API refuses it twice. */
  readonly mayRepeat?: true;
  /** For a request that submits: it is complete when it is answered, and creates no task. */
  readonly answeredAtOnce?: true;
  /**
   * For a request that submits, and is answered with the resource itself instead of a task: the property of the answer
   * that holds the resource's ID, a text.
   */
  readonly idIn?: string;
}

const REQUEST_TIMEOUT_MS = 60_000;
const NOTHING = Buffer.alloc(0);

/** Client of the Redis Cloud REST API for one account. It knows neither Pulumi nor the lifecycle of tasks. */
export class RedisCloudApi {
  readonly baseUrl: string;
  private readonly http: Got;
  private readonly keys: readonly string[];

  constructor({ apiKey, apiSecretKey, baseUrl, proxy }: Credentials) {
    this.baseUrl = baseUrl.replace(/\/+$/, "");
    this.keys = [apiKey, apiSecretKey].filter((key) => key !== "");
    const budget = new RequestBudget();
    this.http = got.extend({
      prefixUrl: this.baseUrl,
      headers: { "x-api-key": apiKey, "x-api-secret-key": apiSecretKey, accept: "application/json" },
      timeout: { request: REQUEST_TIMEOUT_MS },
      retry: { limit: Number.POSITIVE_INFINITY, calculateDelay: delayBeforeRetry },
      followRedirect: false,
      ...(proxy === undefined ? {} : { agent: { https: new TunnelAgent(proxy) } }),
      responseType: "text",
      hooks: {
        // Called for every attempt, so that retries count too.
        beforeRequest: [({ method }) => budget.take(method)],
        afterResponse: [
          (response) => {
            budget.learn(limitSeen(response));
            return response;
          },
        ],
      },
    });
  }

  /**
   * Reads a path and validates the answer. An invalid answer is requested again, like after a server fault.
   *
   * @throws {@link RedisCloudApiError}
   */
  async get<T extends z.ZodType>(path: string, shape: T): Promise<z.infer<T>> {
    const request = { method: "GET", path } as const;
    for (let attemptCount = 1; ; attemptCount++) {
      try {
        return await this.answered(request, shape);
      } catch (error) {
        const isInvalid = error instanceof RedisCloudApiError && error.kind === "invalid-answer";
        const delayMs = isInvalid ? retryDelayMs({ ...request, attemptCount }) : 0;
        if (delayMs === 0) throw error;
        await new Promise((resolve) => setTimeout(resolve, delayMs));
      }
    }
  }

  /** Downloads a file. @throws {@link RedisCloudApiError} */
  download(path: string): Promise<string> {
    return this.send({ method: "GET", path }, undefined, { accept: "*/*" });
  }

  /**
   * Submits a request that changes something, once. Returns its task, or the ID of the resource that answers in place of
   * a task; neither when it completes at once.
   *
   * @param advice the next step after error codes, beside the common ones.
   * @throws {@link RedisCloudApiError}; of kind `outcome-unknown` when it may have been accepted.
   */
  async submit(request: ApiRequest, advice?: Advice): Promise<Submitted> {
    const { answeredAtOnce, idIn } = request;
    if (idIn !== undefined) return { id: await this.answered(request, idAnswer(idIn), advice) };
    if (!answeredAtOnce) return this.answered(request, submittedTask, advice);
    await this.answered(request, answerAtOnce, advice);
    return {};
  }

  private async answered<T extends z.ZodType>(
    request: ApiRequest,
    shape: T,
    advice?: Advice,
  ): Promise<z.infer<T>> {
    const body = this.json(request, await this.send(request, advice));
    const result = shape.safeParse(body);
    if (result.success) return result.data;
    const problems = result.error.issues.slice(0, 3).map(inWords).join("; ");
    throw this.invalid(request, `the response is not as documented (${problems})`);
  }

  private async send(
    request: ApiRequest,
    advice?: Advice,
    headers: Record<string, string> = {},
  ): Promise<string> {
    try {
      const response = await this.http(request.path.replace(/^\/+/, ""), {
        method: request.method,
        headers,
        ...(request.body === undefined ? {} : { json: request.body }),
      });
      const { body } = response;
      // p-cancelable keeps the response until the next full garbage collection, and lists are long and read often.
      response.body = "";
      response.rawBody = NOTHING;
      return body;
    } catch (error) {
      throw this.failed(request, error as RequestError, advice);
    }
  }

  private json(request: ApiRequest, body: string): unknown {
    try {
      return JSON.parse(body);
    } catch (cause) {
      throw this.invalid(request, whyNotJson(body), cause);
    }
  }

  private invalid({ method, path }: ApiRequest, description: string, cause?: unknown): RedisCloudApiError {
    const [kind, url] = [kindOfInvalid(method), this.baseUrl + path];
    return new RedisCloudApiError({ kind, method, url, description: this.withoutKeys(description), cause });
  }

  private failed({ method, path }: ApiRequest, error: RequestError, advice?: Advice): RedisCloudApiError {
    const url = this.baseUrl + path;
    if (!(error instanceof HTTPError)) {
      const code = codeOf(error, method);
      const isLocal = isLocalMistake(code);
      const kind = isLocal
        ? "not-sent"
        : method === "GET" || wasNeverSent(code)
          ? "unavailable"
          : "outcome-unknown";
      const description = this.withoutKeys(error.message);
      return new RedisCloudApiError({ kind, method, url, description, code: isLocal ? code : undefined });
    }
    const { statusCode: httpStatus, statusMessage, body } = error.response;
    const refusal = refusalIn(method, httpStatus, String(body));
    const description = this.withoutKeys(refusal.description || statusMessage || "no description");
    return new RedisCloudApiError({ ...refusal, method, url, httpStatus, description, advice });
  }

  /** Redacts the keys: a server may repeat what it was sent. */
  private withoutKeys(text: string): string {
    return this.keys.reduce((rest, key) => rest.replaceAll(key, "[secret]"), text);
  }
}

const delayBeforeRetry: RetryFunction = ({ attemptCount, error, retryAfter }) =>
  retryDelayMs({
    method: error.options.method,
    attemptCount,
    // An incomplete answer does not count, whatever its status was.
    httpStatus: error instanceof HTTPError ? error.response.statusCode : undefined,
    errorCode: codeOf(error, error.options.method),
    retryAfterMs: retryAfter,
  });

/**
 * Returns Node's code of the error. Node uses one code for all TLS faults. A server that does not speak TLS at all is
 * distinguished only for reads: for a write, the fault is not certain to be the first answer on the connection.
 */
const codeOf = ({ code, message }: RequestError, method: string): string =>
  code === "EPROTO" && method === "GET" && message.includes("wrong version number") ? NO_TLS : code;

function limitSeen({ statusCode, headers }: Response): LimitSeen {
  const wholeNumber = (value: unknown): number | undefined =>
    typeof value === "string" && /^\d+$/.test(value) ? Number(value) : undefined;
  const retryAfter = wholeNumber(headers["retry-after"]);
  return {
    httpStatus: statusCode,
    remaining: wholeNumber(headers["x-rate-limit-remaining"]),
    retryAfterMs: retryAfter === undefined ? undefined : retryAfter * 1000,
  };
}

/** Quotes only text that is not the API's: a part of the API's own answer may contain passwords. */
function whyNotJson(body: string): string {
  const text = excerpt(body);
  if (text === "") return "the response is empty";
  const isForeign = text.startsWith("<") || !text.includes('"');
  return isForeign ? `the response is not JSON: ${text}` : "the response is not JSON, or incomplete";
}

function inWords({ path, message }: z.core.$ZodIssue): string {
  const where = path.length === 0 ? "" : `${path.join(".")}: `;
  return where + message.replace("received undefined", "but it is missing");
}
