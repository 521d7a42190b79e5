import type { Account } from "../account";
import { ConnectionReset } from "../http/connectionReset";
import { accountWithKeys } from "../http/environment";
import type { Fetch } from "../http/gateway";
import type { FaultRecord } from "../record";
import { MASK, masked, maskedText, secretsIn, withoutSecretParts } from "./secrets";
import type { Exchange, ExchangeSummary } from "./types";

/** Requests that are remembered, and characters of bodies that are kept for the latest of them. */
const MOST_EXCHANGES = 5_000;
const MOST_CHARACTERS = 8_000_000;

const JSON_TYPE = "application/json";

interface Kept {
  summary: ExchangeSummary;
  request: string;
  answer?: string;
}

/** The requests to the API with their answers, as its clients see them. Bodies are masked when they are asked for. */
export class Exchanges {
  private readonly kept: Kept[] = [];
  /** Requests that are not answered yet. */
  private readonly open = new Set<ExchangeSummary>();
  private count = 0;
  private characters = 0;
  /** Index in `kept` of the first exchange whose bodies are kept. */
  private firstWithBodies = 0;

  /** @param onAnswer called when a request is answered, or its connection is reset */
  constructor(
    private readonly accounts: readonly Account[],
    private readonly now: () => number,
    private readonly onAnswer: (exchange: ExchangeSummary) => void,
  ) {}

  /** Summaries of all remembered requests, oldest first. */
  get all(): ExchangeSummary[] {
    return this.kept.map(({ summary }) => summary);
  }

  /** The same API, whose requests are remembered. */
  around(api: Fetch): Fetch {
    return async (request) => {
      const { pathname, search } = new URL(request.url);
      if (!pathname.startsWith("/v1")) return api(request);
      const summary: ExchangeSummary = {
        number: ++this.count,
        at: this.now(),
        accountId: accountWithKeys(this.accounts, request.headers)?.accountId,
        method: request.method,
        path: pathname + search,
        status: 0,
        durationMs: 0,
        taskId: /^\/v1\/tasks\/([\w-]+)$/.exec(pathname)?.[1],
      };
      const body = request.method === "GET" ? "" : await request.clone().text();
      this.open.add(summary);
      const start = performance.now();
      try {
        const response = await api(request);
        summary.status = response.status;
        const answer = await response.text();
        this.remember(summary, start, body, answer);
        // Cheaper than a clone, whose two streams would both be read.
        return new Response(answer === "" ? null : answer, response);
      } catch (error) {
        if (error instanceof ConnectionReset) this.remember(summary, start, body);
        throw error;
      } finally {
        this.open.delete(summary);
      }
    };
  }

  /** A fault struck: if it is one of requests, it is that of the first open request of the kind. */
  addFault({ method, path, rule }: FaultRecord): void {
    for (const summary of this.open) {
      if (summary.method !== method || summary.path !== path || summary.fault) continue;
      summary.fault = rule.fault;
      return;
    }
  }

  /**
   * A request with its bodies, in which secrets are masked; undefined if it is not remembered.
   *
   * @param origin that of the API, for the command line
   */
  find(number: number, origin: string): Exchange | undefined {
    const index = this.kept.findIndex(({ summary }) => summary.number === number);
    const kept = this.kept[index];
    if (!kept) return undefined;
    const keys = this.accounts.flatMap(({ options }) => [options.apiKey, options.apiSecretKey]);
    const [sent, received] = [parsed(kept.request), parsed(kept.answer ?? "")];
    const secrets = [...keys, ...secretsIn(sent), ...secretsIn(received)];
    const clean = (value: unknown) => cleaned(value, secrets);
    const request = kept.request === "" ? undefined : isJson(sent) ? clean(sent) : UNREADABLE;
    return {
      ...kept.summary,
      request,
      ...(kept.answer === undefined
        ? { note: noteOf(kept.summary, index < this.firstWithBodies) }
        : { answer: clean(received) }),
      curl: curlOf(kept.summary, request, origin),
    };
  }

  private remember(summary: ExchangeSummary, start: number, request: string, answer?: string): void {
    summary.durationMs = Math.round((performance.now() - start) * 10) / 10;
    // Only the answer to a change, or to a dry run, has both a small body and a task of its own.
    const [, taskId] = summary.status === 202 ? (/"taskId":"([\w-]+)"/.exec(answer ?? "") ?? []) : [];
    summary.taskId ??= taskId;
    if (/"dryRun"\s*:\s*true/.test(request)) summary.dryRun = true;
    this.kept.push({ summary, request, answer });
    this.characters += request.length + (answer?.length ?? 0);
    while (this.characters > MOST_CHARACTERS && this.firstWithBodies < this.kept.length) this.forgetBodies();
    if (this.kept.length > MOST_EXCHANGES) this.forgetTenth();
    this.onAnswer(summary);
  }

  private forgetBodies(): void {
    const kept = this.kept[this.firstWithBodies] as Kept;
    this.characters -= kept.request.length + (kept.answer?.length ?? 0);
    kept.request = "";
    kept.answer = undefined;
    this.firstWithBodies += 1;
  }

  private forgetTenth(): void {
    const count = MOST_EXCHANGES / 10;
    while (this.firstWithBodies < count) this.forgetBodies();
    this.kept.splice(0, count);
    this.firstWithBodies -= count;
  }
}

function noteOf({ status }: ExchangeSummary, isForgotten: boolean): string {
  if (isForgotten) return "The bodies of this request are no longer kept.";
  return status === 0 ? "The connection was reset: the client got no answer." : "There is no body.";
}

/** JSON, or the text itself if it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A body that is no JSON can contain secrets anywhere. Answers are written by the simulator, so theirs are known. */
const UNREADABLE = "(not JSON)";
const isJson = (value: unknown): boolean => typeof value === "object" && value !== null;

function cleaned(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === "string") return maskedText(withoutSecretParts(value, MASK), secrets);
  return JSON.parse(maskedText(JSON.stringify(masked(value)), secrets.map(asInJson)));
}

const asInJson = (secret: string): string => JSON.stringify(secret).slice(1, -1);

function curlOf({ method, path }: ExchangeSummary, request: unknown, origin: string): string {
  const lines = [
    `curl -X ${method} ${quoted(origin + path)}`,
    `-H "x-api-key: $REDIS_CLOUD_API_KEY" -H "x-api-secret-key: $REDIS_CLOUD_API_SECRET_KEY"`,
    ...(request === undefined
      ? []
      : [`-H 'content-type: ${JSON_TYPE}'`, `-d ${quoted(JSON.stringify(request))}`]),
  ];
  return lines.join(" \\\n  ");
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
