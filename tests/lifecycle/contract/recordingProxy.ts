import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Simulator } from "../../../simulator";

/** A request and its answer. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

/** A server between the provider and the simulator, which records what they say to each other. */
export class RecordingProxy {
  readonly exchanges: Exchange[] = [];
  private readonly server: Server;

  constructor(private readonly simulator: Simulator) {
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

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", url = "", headers } = request;
    const body = await text(request);
    const keys = {
      "x-api-key": String(headers["x-api-key"]),
      "x-api-secret-key": String(headers["x-api-secret-key"]),
      "content-type": "application/json",
    };
    const given = body === "" ? {} : { body };
    const asked = new Request(new URL(url, this.simulator.url), { method, headers: keys, ...given });
    const answer = await this.simulator.fetch(asked);
    const said = await answer.text();
    const exchange = { method, url, status: answer.status, answer: JSON.parse(said) };
    this.exchanges.push({ ...exchange, body: body === "" ? undefined : JSON.parse(body) });
    response.writeHead(answer.status, { "content-type": "application/json" }).end(said);
  }
}
