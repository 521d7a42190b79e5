import got, { type Got, HTTPError, type RequestError, type Response, type RetryFunction } from "got";
import type { z } from "zod";
import type { ApiErrorKind } from "./advice";
import { type TaskAnswer, taskAnswer } from "./answers";
import { type LimitSeen, RequestBudget } from "./budget";
import { RedisCloudApiError } from "./error";
import { retryDelayMs } from "./retry";

/** Where an account is reached, and with which keys. */
export interface Credentials {
  /** The account key, sent as `x-api-key`. */
  readonly apiKey: string;
  /** A user key, sent as `x-api-secret-key`. */
  readonly apiSecretKey: string;
  /** Base URL with its version prefix, e.g. `https://api.redislabs.com/v1`. */
  readonly baseUrl: string;
}

/** A request as data: what a resource wants of the API. */
export interface ApiRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Path below the base URL, e.g. `/subscriptions/12`. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: object;
}

const REQUEST_TIMEOUT_MS = 60_000;

/** The Redis Cloud REST API of one account. Knows HTTP; knows neither Pulumi nor the lifecycle of tasks. */
export class RedisCloudApi {
  readonly baseUrl: string;
  private readonly http: Got;

  constructor({ apiKey, apiSecretKey, baseUrl }: Credentials) {
    this.baseUrl = baseUrl.replace(/\/+$/, "");
    const budget = new RequestBudget();
    this.http = got.extend({
      prefixUrl: this.baseUrl,
      headers: { "x-api-key": apiKey, "x-api-secret-key": apiSecretKey, accept: "application/json" },
      timeout: { request: REQUEST_TIMEOUT_MS },
      retry: { limit: Number.POSITIVE_INFINITY, calculateDelay: delayBeforeRetry },
      followRedirect: false,
      responseType: "text",
      hooks: {
        // Called for every attempt, so that what is sent again counts too.
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
   * Reads, and checks the shape of what comes.
   *
   * @throws {@link RedisCloudApiError}
   */
  async get<T extends z.ZodType>(path: string, shape: T): Promise<z.infer<T>> {
    return this.parsed({ method: "GET", path }, shape);
  }

  /**
   * Submits a request that changes something. It answers with a task, or at once (tags): then with undefined.
   *
   * @throws {@link RedisCloudApiError}; of kind `outcome-unknown` when it may have been accepted.
   */
  async submit(request: ApiRequest): Promise<TaskAnswer | undefined> {
    const body = this.json(request, await this.send(request));
    const isTask = typeof body === "object" && body !== null && "taskId" in body;
    return isTask ? this.shaped(request, body, taskAnswer) : undefined;
  }

  private async parsed<T extends z.ZodType>(request: ApiRequest, shape: T): Promise<z.infer<T>> {
    return this.shaped(request, this.json(request, await this.send(request)), shape);
  }

  private async send(request: ApiRequest): Promise<string> {
    try {
      const { body } = await this.http(request.path.replace(/^\/+/, ""), {
        method: request.method,
        ...(request.body === undefined ? {} : { json: request.body }),
      });
      return body;
    } catch (error) {
      throw this.failed(request, error as RequestError);
    }
  }

  private json(request: ApiRequest, body: string): unknown {
    try {
      return JSON.parse(body);
    } catch (cause) {
      throw this.invalid(request, `the answer is not JSON: ${excerpt(body)}`, cause);
    }
  }

  private shaped<T extends z.ZodType>(request: ApiRequest, body: unknown, shape: T): z.infer<T> {
    const result = shape.safeParse(body);
    if (result.success) return result.data;
    const problems = result.error.issues
      .slice(0, 3)
      .map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw this.invalid(request, `the answer is not as documented (${problems.join("; ")})`);
  }

  private invalid({ method, path }: ApiRequest, description: string, cause?: unknown): RedisCloudApiError {
    const kind: ApiErrorKind = method === "GET" ? "invalid-answer" : "outcome-unknown";
    return new RedisCloudApiError({ kind, method, url: this.baseUrl + path, description, cause });
  }

  private failed({ method, path }: ApiRequest, error: RequestError): RedisCloudApiError {
    const url = this.baseUrl + path;
    if (!(error instanceof HTTPError)) {
      const kind = method === "GET" || wasNeverSent(error) ? "unavailable" : "outcome-unknown";
      return new RedisCloudApiError({ kind, method, url, description: error.message });
    }
    const httpStatus = error.response.statusCode;
    const said = whatItSaid(String(error.response.body));
    const description = said.description ?? error.response.statusMessage ?? "no description";
    return new RedisCloudApiError({
      kind: kindOf(method, httpStatus),
      method,
      url,
      httpStatus,
      ...said,
      description,
    });
  }
}

const delayBeforeRetry: RetryFunction = ({ attemptCount, error, retryAfter }) =>
  retryDelayMs({
    method: error.options.method,
    attemptCount,
    httpStatus: error.response?.statusCode,
    errorCode: error.code,
    retryAfterMs: retryAfter,
  });

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

/** With no retry left for a write, a delay of more than 0 would only mean that it was never sent. */
const wasNeverSent = (error: RequestError): boolean =>
  retryDelayMs({ method: "POST", attemptCount: 1, errorCode: error.code }) > 0;

function kindOf(method: string, httpStatus: number): ApiErrorKind {
  if (httpStatus === 401 || httpStatus === 403) return "unauthorized";
  if (httpStatus === 404) return "not-found";
  if (httpStatus === 429) return "too-many";
  if (httpStatus < 500 && httpStatus !== 408) return "refused";
  return method === "GET" ? "unavailable" : "outcome-unknown";
}

/** Error bodies come as `{status, error, message, path}` and as `{error: {type, status, description}}`. */
function whatItSaid(body: string): { code?: string; description?: string } {
  let answer: Record<string, unknown>;
  try {
    answer = JSON.parse(body) ?? {};
  } catch {
    return { description: body.trim() === "" ? undefined : excerpt(body) };
  }
  const error = typeof answer.error === "object" && answer.error !== null ? answer.error : answer;
  const { type, description, message } = error as Record<string, unknown>;
  const text = [description, message, answer.error].find((said) => typeof said === "string" && said !== "");
  return {
    code: typeof type === "string" ? type : undefined,
    description: text as string | undefined,
  };
}

const excerpt = (body: string): string => body.replace(/\s+/g, " ").trim().slice(0, 500);
