import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { streamSSE } from "hono/streaming";
import type { Fetch } from "../http/gateway";
import { ownOriginOnly } from "./access";
import { assets } from "./assets";
import { controls } from "./controls";
import { Exchanges } from "./exchanges";
import { Feed } from "./feed";
import type { Parts } from "./parts";
import { requestRoutes } from "./requests";

/** Path of the console: the page, and below it `/api`. */
export const CONSOLE_PATH = "/console";

/**
 * The API of the simulator, with the console beside it.
 *
 * The console reads the simulator's own objects and never sends a request to its API, so it neither uses the rate limit
 * nor shows in the record.
 */
export function withConsole(parts: Parts): Fetch {
  const exchanges = new Exchanges(parts.accounts, parts.now, (exchange) => feed.addRequest(exchange));
  const feed: Feed = new Feed(parts, () => exchanges);
  const console = consoleApp(
    new Hono({ strict: false })
      .get("/state", async (context) => context.json(await feed.state(apiUrl(context.req.url))))
      .get("/events", (context) => {
        const url = apiUrl(context.req.url);
        return streamSSE(context, async (stream) => {
          const end = await feed.listen(url, (event) => void stream.write(event));
          await new Promise<void>((resolve) => stream.onAbort(resolve));
          end();
        });
      })
      .get("/record", (context) => context.json(parts.record.toJSON()))
      .route("/requests", requestRoutes(exchanges))
      .route("/", controls(parts, feed)),
  );
  const api = exchanges.around(parts.api);
  return async (request) =>
    /^\/console(?:\/|$)/.test(new URL(request.url).pathname) ? console.fetch(request) : api(request);
}

/** A console that serves the page and this API. */
export function consoleApp(api: Hono): Hono {
  const app = new Hono({ strict: false });
  app.use(ownOriginOnly);
  app.route(`${CONSOLE_PATH}/api`, api);
  app.route(CONSOLE_PATH, assets);
  app.notFound((context) => context.json({ message: "The console has no such path." }, 404));
  app.onError((error, context) => {
    if (error instanceof HTTPException) return context.json({ message: error.message }, error.status);
    return context.json({ message: `The console failed: ${error.message}` }, 500);
  });
  return app;
}

const apiUrl = (url: string): string => `${new URL(url).origin}/v1`;
