import type { MiddlewareHandler } from "hono";
import { ApiError } from "../http/errors";

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;

/** What the page may load: its own files, and the API of the console. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};

/**
 * Refuses requests that a page of another origin makes.
 *
 * The simulator listens on the loopback interface only, but any page in a browser on this machine can send requests
 * there: to a name that its owner resolves to 127.0.0.1 (DNS rebinding; the `Host` gives that away), or with its own
 * `Origin`. Only a link to the page itself may come from elsewhere.
 */
export const ownOriginOnly: MiddlewareHandler = async (context, next) => {
  const host = context.req.header("host") ?? new URL(context.req.url).host;
  if (!LOOPBACK.test(host)) {
    throw new ApiError(403, "The console only answers to the names of this machine, such as 127.0.0.1.");
  }
  const origin = context.req.header("origin");
  const site = context.req.header("sec-fetch-site");
  const isLink = context.req.method === "GET" && context.req.header("sec-fetch-mode") === "navigate";
  const isForeign =
    (origin !== undefined && origin !== `http://${host}`) ||
    (site !== undefined && site !== "same-origin" && site !== "none" && !isLink);
  if (isForeign) throw new ApiError(403, "The console does not answer to pages of another origin.");
  await next();
  for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
};
