import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, connect, type Server, type Socket } from "node:net";
import path from "node:path";
import { createServer as createTlsServer } from "node:tls";

const read = (file: string) => readFileSync(path.join(__dirname, "certificate", file));

/** The self-signed certificate of the API behind the proxy, for `NODE_EXTRA_CA_CERTS`. */
export const CERTIFICATE_FILE = path.join(__dirname, "certificate/certificate.pem");

export interface ProxyOptions {
  /** Port of the API on this machine, which speaks plain HTTP. */
  readonly apiPort: number;
  /** `user:password` that the proxy requires. */
  readonly credentials?: string;
  /** Status with which the proxy responds instead of connecting. */
  readonly refuses?: number;
}

/** An HTTP proxy with an API over TLS behind it, whose host name only the proxy can resolve. */
export interface ProxyServer {
  /** Without credentials. */
  readonly url: string;
  /** Base URL of the API behind the proxy; the name resolves to nothing. */
  readonly apiUrl: string;
  /** Port on which the API speaks TLS on this machine. */
  readonly tlsPort: number;
  /** The hosts to which the proxy was asked to connect. */
  readonly connected: string[];
  close(): Promise<void>;
}

/** Starts the proxy and the API. */
export async function startProxy({ apiPort, credentials, refuses }: ProxyOptions): Promise<ProxyServer> {
  const sockets = new Set<Socket>();
  const connected: string[] = [];
  const api = createTlsServer({ key: read("key.pem"), cert: read("certificate.pem") }, (socket) =>
    join(socket, connect(apiPort, "127.0.0.1")),
  );
  const tlsPort = await listening(api, sockets);
  const proxy = createServer();
  proxy.on("connect", ({ url = "", headers }: IncomingMessage, socket: Socket) => {
    const expected = credentials && `Basic ${Buffer.from(credentials).toString("base64")}`;
    const isKnown = expected === undefined || headers["proxy-authorization"] === expected;
    const status = isKnown ? refuses : 407;
    if (status !== undefined) return socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 2\r\n\r\nNo`);
    connected.push(url);
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    return join(socket, connect(tlsPort, "127.0.0.1"));
  });
  const port = await listening(proxy, sockets);
  return {
    url: `http://127.0.0.1:${port}`,
    apiUrl: "https://api.redis.test/v1",
    tlsPort,
    connected,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all([proxy, api].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

function join(one: Socket, other: Socket): void {
  for (const socket of [one, other]) socket.on("error", () => undefined);
  one.pipe(other).pipe(one);
}

async function listening(server: Server, sockets: Set<Socket>): Promise<number> {
  server.on("connection", (socket) => sockets.add(socket.on("close", () => sockets.delete(socket))));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}
