import type { ClientRequest } from "node:http";
import type { Socket } from "node:net";
import { HttpsProxyAgent } from "https-proxy-agent";
import { displayProxy } from "./proxy";

type ConnectOptions = Parameters<HttpsProxyAgent<string>["connect"]>[1];

/** The proxy could not be reached, closed the connection, or answered 5xx: the request was not sent. */
export const PROXY_UNREACHABLE = "PROXY_UNREACHABLE";
/** The proxy refused to connect to the API: the request was not sent. */
export const PROXY_REFUSED = "PROXY_REFUSED";

/** The connection through the proxy failed. The message names the proxy without credentials. */
class TunnelError extends Error {
  override readonly name = "TunnelError";

  constructor(
    readonly code: typeof PROXY_UNREACHABLE | typeof PROXY_REFUSED,
    message: string,
  ) {
    super(message);
  }
}

/** Connects to the API through a proxy with `CONNECT`, and keeps connections open. */
export class TunnelAgent extends HttpsProxyAgent<string> {
  private readonly displayUrl: string;

  constructor(proxy: string) {
    super(proxy, { keepAlive: true });
    this.displayUrl = displayProxy(proxy);
  }

  /** Throws on a proxy's refusal, which would otherwise be taken for the API's answer. */
  override async connect(request: ClientRequest, options: ConnectOptions): Promise<Socket> {
    let httpStatus = 200;
    request.once("proxyConnect", ({ statusCode }: { statusCode: number }) => {
      httpStatus = statusCode;
    });
    const socket = await super.connect(request, options).catch((error: Error) => {
      throw new TunnelError(
        PROXY_UNREACHABLE,
        `no connection to the proxy ${this.displayUrl}: ${error.message}`,
      );
    });
    if (httpStatus === 200) return socket;
    socket.destroy();
    const code = httpStatus >= 500 ? PROXY_UNREACHABLE : PROXY_REFUSED;
    throw new TunnelError(code, `the proxy ${this.displayUrl} answers ${httpStatus}`);
  }
}
