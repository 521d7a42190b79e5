import { Hono, type MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Account } from "../account";
import type { Faults } from "../faults/faults";
import type { ResourceKind } from "../kind";
import { OtherSide } from "../otherSide";
import type { SimulatorRecord } from "../record";
import { accountRoutes } from "./accountRoutes";
import { isDryRun } from "./body";
import { accountWithKeys, type Environment } from "./environment";
import { ApiError, errorAnswer, notFound, notImplemented, UnreadableRequest } from "./errors";
import { findOperation } from "./operations";
import { peerRoutes } from "./peerRoutes";
import type { RateLimits } from "./rateLimit";
import { taskRoutes } from "./taskRoutes";

/** The parts of the simulator that the HTTP side needs. */
export interface Backend {
  accounts: Account[];
  kinds: readonly ResourceKind[];
  record: SimulatorRecord;
  faults: Faults;
  rateLimits: RateLimits;
  /** Simulated milliseconds since 1970. */
  now(): number;
  /** Waits simulated milliseconds; returns whether the simulator still runs. */
  pause(milliseconds: number): Promise<boolean>;
  /** Brings an account up to date: performs everything that is due. */
  bringUpToDate(account: Account): Promise<void>;
  /** Saves what a request changed, before it is answered. */
  saveChanges(): void;
}

/** The API over HTTP: recording, authentication, rate limit and routes. */
export function createApp(backend: Backend): Hono<Environment> {
  const app = new Hono<Environment>({ strict: false });
  app.use("/simulator/*", authenticate(backend), bringUpToDate(backend));
  app.route("/simulator/peer", peerRoutes(new OtherSide(backend)));
  app.use(recordRequests(backend));
  app.use("/v1/*", authenticate(backend), bringUpToDate(backend), limitRate(backend));
  const routes = [taskRoutes, ...backend.kinds.map((kind) => kind.routes), accountRoutes];
  for (const route of routes) app.route("/v1", route);
  app.notFound((context) => {
    const { pathname } = new URL(context.req.url);
    const operation = findOperation(context.req.method, pathname.replace(/^\/v1/, ""));
    throw operation === undefined ? notFound() : notImplemented(operation);
  });
  app.onError((error, context) => {
    if (error instanceof UnreadableRequest) return context.text(error.message, error.status);
    if (error instanceof HTTPException) {
      return errorAnswer(context, backend.now(), error.status as ApiError["status"], error.message);
    }
    console.error(error);
    return errorAnswer(context, backend.now(), 500, `The simulator failed: ${error.message}`);
  });
  return app;
}

function recordRequests({ record, now }: Backend): MiddlewareHandler<Environment> {
  return async (context, next) => {
    await next();
    const { pathname, search } = new URL(context.req.url);
    record.addRequest({
      at: now(),
      accountId: context.get("account")?.accountId,
      method: context.req.method,
      path: pathname + search,
      status: context.res.status,
      ...((await isDryRun(context)) && { dryRun: true }),
    });
  };
}

/** Requires both keys on every request. */
function authenticate({ accounts }: Backend): MiddlewareHandler<Environment> {
  return async (context, next) => {
    const account = accountWithKeys(accounts, context.req.raw.headers);
    if (!account) throw new ApiError(401, "Unauthorized: x-api-key or x-api-secret-key is missing or wrong.");
    context.set("account", account);
    await next();
  };
}

function bringUpToDate(backend: Backend): MiddlewareHandler<Environment> {
  return async (context, next) => {
    await backend.bringUpToDate(context.get("account"));
    await next();
    backend.saveChanges();
  };
}

function limitRate({ rateLimits, now }: Backend): MiddlewareHandler<Environment> {
  return async (context, next) => {
    const remaining = rateLimits.take(context.get("account").accountId, now());
    context.header("X-Rate-Limit-Remaining", String(remaining ?? 0));
    if (remaining === undefined) {
      throw new ApiError(429, `Too many requests: the limit is ${rateLimits.limit} a minute.`);
    }
    await next();
  };
}
