import type { AddressInfo } from "node:net";
import { Hono } from "hono";
import { closeServer, listen } from "../http/server";
import { CONSOLE_PATH, consoleApp } from "./index";

/** A console that replays a record. */
export interface Replay {
  /** Address of the page. */
  readonly consoleUrl: string;
  close(): Promise<void>;
}

/**
 * Serves the console on 127.0.0.1 for the record of a simulator that no longer runs.
 *
 * @param record what `simulate --record` wrote
 * @throws Error when the port is taken
 */
export async function startReplay(record: object, port: number): Promise<Replay> {
  const app = consoleApp(
    new Hono({ strict: false })
      .get("/state", (context) => context.json({ mode: "recorded" }))
      .get("/record", (context) => context.json(record)),
  );
  const server = await listen(port, async (request) => app.fetch(request));
  return {
    consoleUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}${CONSOLE_PATH}`,
    close: () => closeServer(server),
  };
}
