import type { Server } from "node:http";
import type { Socket } from "node:net";
import { type Http2Bindings, type HttpBindings, serve } from "@hono/node-server";
import { ConnectionReset } from "./connectionReset";
import type { Fetch } from "./gateway";

/** Ends a server with all its connections. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Serves on 127.0.0.1. A `ConnectionReset` resets the connection of its request. */
export function listen(port: number, fetch: Fetch): Promise<Server> {
  const overSocket = async (request: Request, { incoming }: HttpBindings | Http2Bindings) => {
    try {
      return await fetch(request);
    } catch (error) {
      if (!(error instanceof ConnectionReset)) throw error;
      (incoming.socket as Socket).resetAndDestroy();
      // There is no socket left to write it to.
      return new Response();
    }
  };
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: overSocket, port, hostname: "127.0.0.1" }, () => resolve(server)) as Server;
    server.once("error", reject);
  });
}
