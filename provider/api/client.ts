import type { RequestError } from "got";
import type { z } from "zod";
import type { Advice } from "./advice";
import { answerAtOnce, idAnswer, type Submitted, submittedTask } from "./answers";
import { RedisCloudApiError } from "./error";
import { excerpt, kindOfInvalid, refusalIn } from "./refusal";
import { isLocalMistake, retryDelayMs, wasNeverSent } from "./retry";
import { type Credentials, codeOf, type HttpAnswer, type HttpRequest, HttpTransport } from "./transport";

/** A request to the API, as data. */
export interface ApiRequest extends Omit<HttpRequest, "headers"> {
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

/** Client of the Redis Cloud REST API for one account. It knows neither Pulumi nor the lifecycle of tasks. */
export class RedisCloudApi {
  readonly baseUrl: string;
  private readonly transport: HttpTransport;
  private readonly keys: readonly string[];

  constructor(credentials: Credentials) {
    const { apiKey, apiSecretKey, baseUrl } = credentials;
    this.baseUrl = baseUrl.replace(/\/+$/, "");
    this.keys = [apiKey, apiSecretKey].filter((key) => key !== "");
    this.transport = new HttpTransport({ ...credentials, baseUrl: this.baseUrl });
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
    headers?: Readonly<Record<string, string>>,
  ): Promise<string> {
    const answer = await this.transport.send({ ...request, headers }).catch((error: RequestError) => {
      throw this.unanswered(request, error);
    });
    if (answer.httpStatus >= 400) throw this.refused(request, answer, advice);
    return answer.body;
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

  private unanswered({ method, path }: ApiRequest, error: RequestError): RedisCloudApiError {
    const code = codeOf(error, method);
    const isLocal = isLocalMistake(code);
    const isWithoutEffect = method === "GET" || wasNeverSent(code);
    const kind = isLocal ? "not-sent" : isWithoutEffect ? "unavailable" : "outcome-unknown";
    const description = this.withoutKeys(error.message);
    const url = this.baseUrl + path;
    return new RedisCloudApiError({ kind, method, url, description, code: isLocal ? code : undefined });
  }

  private refused({ method, path }: ApiRequest, answer: HttpAnswer, advice?: Advice): RedisCloudApiError {
    const { httpStatus, statusMessage, body } = answer;
    const refusal = refusalIn(method, httpStatus, body);
    const description = this.withoutKeys(refusal.description || statusMessage || "no description");
    const url = this.baseUrl + path;
    return new RedisCloudApiError({ ...refusal, method, url, httpStatus, description, advice });
  }

  /** Redacts the keys: a server may repeat what it was sent. */
  private withoutKeys(text: string): string {
    return this.keys.reduce((rest, key) => rest.replaceAll(key, "[secret]"), text);
  }
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
