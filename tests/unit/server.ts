import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { RedisCloudApi } from "../../provider/api/client";

/** A request that the server received. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The server's response; an object is sent as JSON, a string unchanged. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: object | string;
}

/** Closes the connection without a response. */
export const HANG_UP = "hang up";

const servers: Server[] = [];

/** Serves on this machine until the test ends; `reply` receives the number of earlier requests. */
export async function serving(
  reply: (request: Seen, before: number) => Reply | typeof HANG_UP,
): Promise<{ api: RedisCloudApi; url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const one = { method: request.method ?? "", path: request.url ?? "", headers: request.headers, body };
    const answer = reply(one, seen.push(one) - 1);
    if (answer === HANG_UP) return request.socket.destroy();
    response.writeHead(answer.status ?? 200, answer.headers);
    return response.end(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  servers.push(server);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return { api: apiAt(url), url, seen };
}

export const KEYS = { apiKey: "account-key-of-ours", apiSecretKey: "user-key-of-ours" };

export const apiAt = (baseUrl: string): RedisCloudApi => new RedisCloudApi({ ...KEYS, baseUrl });

/** Closes the servers of each test in the file. */
export function endServers(): void {
  afterEach(async () => {
    await Promise.all(
      servers.splice(0).map((server) => {
        server.closeAllConnections();
        return new Promise((resolve) => server.close(resolve));
      }),
    );
  });
}
