import { type Context, Hono } from "hono";
import { ApiError, notFound } from "../http/errors";
import type { Exchanges } from "./exchanges";
import type { ExchangeSummary } from "./types";

const MOST_IN_ANSWER = 1000;

/** `/requests`: what clients sent to the API, and what it answered. */
export function requestRoutes(exchanges: Exchanges): Hono {
  return new Hono({ strict: false })
    .get("/", (context) => {
      const found = exchanges.all.filter(filterOf(context));
      return context.json(found.slice(-limitOf(context)));
    })
    .get("/:number", (context) => {
      const number = context.req.param("number");
      const exchange = exchanges.find(Number(number), new URL(context.req.url).origin);
      if (!exchange) throw notFound(`Request ${number} is not remembered.`);
      return context.json(exchange);
    });
}

/** `resource` is a part of the path, `status` a code or its first digit. */
function filterOf(context: Context): (exchange: ExchangeSummary) => boolean {
  const { accountId, method, resource, status, taskId } = context.req.query();
  return (exchange) =>
    (accountId === undefined || String(exchange.accountId) === accountId) &&
    (method === undefined || exchange.method === method.toUpperCase()) &&
    (resource === undefined || exchange.path.includes(resource)) &&
    (status === undefined || String(exchange.status).startsWith(status.replace(/xx$/, ""))) &&
    (taskId === undefined || exchange.taskId === taskId);
}

function limitOf(context: Context): number {
  const limit = Number(context.req.query("limit") ?? MOST_IN_ANSWER);
  if (Number.isInteger(limit) && limit > 0 && limit <= MOST_IN_ANSWER) return limit;
  throw new ApiError(400, `Query parameter 'limit' must be a number from 1 to ${MOST_IN_ANSWER}.`);
}
