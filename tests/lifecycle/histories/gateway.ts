import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { ConnectionReset } from "../../../simulator";
import { whileTimePasses } from "../virtualTime";

/** What answers requests at the far end. */
export type Fetch = (request: Request) => Promise<Response>;

/** Told of each request when it comes, and again before its answer goes: both may cut the line. */
export type OnRequest = (method: string, when: "before" | "after") => void;

/** The only way of one process to the API. Once it is cut, nothing passes, and whoever still asks is refused. */
export class Line {
  /** The requests that went through and may have changed something. */
  readonly writes: string[] = [];
  private isCut = false;
  private refuseAll: (refused: undefined) => void = () => undefined;
  private readonly refused = new Promise<undefined>((resolve) => {
    this.refuseAll = resolve;
  });

  constructor(
    private readonly api: Fetch,
    private readonly onRequest: OnRequest,
  ) {}

  /** From now on nothing passes; what is under way is refused. */
  cut(): void {
    this.isCut = true;
    this.refuseAll(undefined);
  }

  /** @returns undefined for a request that is refused. */
  async answer(request: Request): Promise<Response | undefined> {
    const { method } = request;
    if (!this.isCut) this.onRequest(method, "before");
    if (this.isCut) return undefined;
    if (method !== "GET") this.writes.push(`${method} ${new URL(request.url).pathname}`);
    const answered = this.api(request).finally(() => {
      if (!this.isCut) this.onRequest(method, "after");
    });
    const response = await whileTimePasses(Promise.race([answered, this.refused]));
    return this.isCut ? undefined : response;
  }
}

/** A server of this machine through which processes reach the API, each on a line of its own: told by its key. */
export class Gateway {
  private readonly lines = new Map<string, Line>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((incoming, outgoing) => void this.serve(incoming, outgoing));
  }

  static async start(): Promise<Gateway> {
    const gateway = new Gateway();
    await new Promise<void>((resolve) => gateway.server.listen(0, "127.0.0.1", resolve));
    return gateway;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  /** A line for the process that has this key. */
  open(apiKey: string, api: Fetch, onRequest: OnRequest): Line {
    const line = new Line(api, onRequest);
    this.lines.set(apiKey, line);
    return line;
  }

  /** Ends all lines: whoever still asks is refused. */
  closeLines(): void {
    for (const line of this.lines.values()) line.cut();
    this.lines.clear();
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const line = this.lines.get(String(incoming.headers["x-api-key"]));
    try {
      const response = await line?.answer(await requestOf(incoming, this.url));
      outgoing.writeHead(response?.status ?? 401, Object.fromEntries(response?.headers ?? []));
      outgoing.end(await response?.text());
    } catch (error) {
      if (!(error instanceof ConnectionReset)) throw error;
      incoming.socket.resetAndDestroy();
    }
  }
}

/** The same request, without the keys of the process. */
async function requestOf(incoming: IncomingMessage, base: string): Promise<Request> {
  const { method, headers, url = "" } = incoming;
  const body = await text(incoming);
  const given = { "content-type": headers["content-type"] ?? "application/json" };
  return new Request(new URL(url, base), { method, headers: given, body: body === "" ? undefined : body });
}
