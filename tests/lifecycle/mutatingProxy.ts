import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Simulator } from "../../simulator";
import type { Answer, Mutation } from "./mutations";

/** Chooses the mutation of the response to a request; undefined leaves it unchanged. */
export type ChooseMutation = (method: string, url: string) => Mutation | undefined;

/** A server between the provider and the simulator, which changes responses. */
export class MutatingProxy {
  /** Number of changed responses, of all servers in the run of the test file. */
  static mutated = 0;
  /** The mutations, for the message of a failed test. */
  readonly applied: string[] = [];
  /** Secrets, including passwords in responses. */
  readonly secrets: Set<string>;
  /** How the next answers change. */
  mutationOf: ChooseMutation = () => undefined;
  /** Requests that were accepted, with a response that does not say so. */
  private doubtful: readonly string[] = [];
  private resent: readonly string[] = [];
  private readonly server: Server;

  /** @param secrets other strings that no error may contain. */
  constructor(
    private readonly simulator: Simulator,
    secrets: readonly string[],
  ) {
    this.secrets = new Set(secrets);
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  /** Listens; returns the base URL. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Creations that were sent again although they had been accepted. */
  get sentTwice(): readonly string[] {
    return this.resent;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", url = "" } = request;
    const body = await text(request);
    const mutation = this.mutationOf(method, url);
    const genuine = mutation?.inTheWay ? NO_ANSWER : await this.genuine(request, body);
    const answer = mutation?.change(genuine) ?? genuine;
    if (answer.body !== genuine.body || answer.headers !== genuine.headers) {
      MutatingProxy.mutated += 1;
      this.applied.push(`${mutation?.how} for ${method} ${url}`);
    }
    if (method === "POST") this.watch(`${method} ${url} ${body}`, mutation?.inTheWay ? genuine : answer);
    response.writeHead(answer.status, answer.headers);
    if (!isCut(answer)) response.end(answer.body);
    else response.write(answer.body, () => response.destroy());
  }

  private watch(write: string, answer: Answer): void {
    if (this.doubtful.includes(write)) this.resent = [...this.resent, write];
    const namesTask = /"taskId":"[\w-]+"/.test(String(answer.body)) && !isCut(answer);
    if (answer !== NO_ANSWER && !namesTask) this.doubtful = [...this.doubtful, write];
  }

  private async genuine({ method = "", url = "", headers }: IncomingMessage, body: string): Promise<Answer> {
    const asked = new Request(new URL(url, this.simulator.url), {
      method,
      headers: {
        "x-api-key": String(headers["x-api-key"]),
        "x-api-secret-key": String(headers["x-api-secret-key"]),
        "content-type": "application/json",
      },
      body: body === "" ? undefined : body,
    });
    const answer = await this.simulator.fetch(asked);
    const said = await answer.text();
    for (const [, password = ""] of said.matchAll(/"password":"([^"]+)"/g)) this.secrets.add(password);
    return { status: answer.status, headers: { "content-type": "application/json" }, body: said };
  }
}

const NO_ANSWER: Answer = { status: 200, headers: {}, body: "" };

const isCut = ({ headers }: Answer): boolean => headers["content-length"] !== undefined;
