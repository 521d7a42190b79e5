import { STATUS_CODES } from "node:http";
import type { RefusedRequest, ResetConnection, SlowAnswer } from "../faults/rule";
import type { Backend } from "./app";
import { ConnectionReset } from "./connectionReset";
import { accountWithKeys } from "./environment";
import { errorBody } from "./errors";

/** Answers a request, as the global `fetch` does. */
export type Fetch = (request: Request) => Promise<Response>;

/**
 * Puts a gateway in front of the API, where faults strike requests.
 *
 * @throws ConnectionReset when a client would get no response
 */
export function gateway(backend: Backend, api: Fetch): Fetch {
  return async (request) => {
    if (!new URL(request.url).pathname.startsWith("/v1")) return api(request);
    const fault = strikingFault(backend, request);
    if (fault?.fault === "refused-request") return refuse(backend, request, fault);
    const when = fault?.when ?? "before";
    if (fault && when === "before") await delayOrReset(backend, fault);
    const response = await api(request);
    if (fault && when === "after") await delayOrReset(backend, fault);
    return response;
  };
}

function strikingFault({ accounts, faults, now }: Backend, request: Request) {
  return faults.strike(["refused-request", "slow-answer", "reset-connection"], {
    at: now(),
    accountId: accountWithKeys(accounts, request.headers)?.accountId,
    method: request.method,
    path: pathOf(request),
  });
}

async function delayOrReset({ pause }: Backend, fault: SlowAnswer | ResetConnection): Promise<void> {
  if (fault.fault === "reset-connection") throw new ConnectionReset();
  if (!(await pause(fault.seconds * 1000))) throw new ConnectionReset();
}

/** Answers instead of the API, which does not receive the request, and records it. */
function refuse({ accounts, record, now }: Backend, request: Request, fault: RefusedRequest): Response {
  const { status, html, retryAfter, remaining } = fault;
  const { pathname } = new URL(request.url);
  const accountId = accountWithKeys(accounts, request.headers)?.accountId;
  record.addRequest({ at: now(), accountId, method: request.method, path: pathOf(request), status });
  const headers = new Headers({ "content-type": html ? "text/html" : "application/json" });
  if (retryAfter !== undefined) headers.set("Retry-After", String(retryAfter));
  if (remaining !== undefined) headers.set("X-Rate-Limit-Remaining", String(remaining));
  const message = "The simulated Redis Cloud was asked to answer like this.";
  const body = html ? errorPage(status) : JSON.stringify(errorBody(now(), status, message, pathname));
  return new Response(body, { status, headers });
}

/** An error page in the form of common gateways. */
function errorPage(status: number): string {
  const title = `${status} ${STATUS_CODES[status]}`;
  return [
    "<html>",
    `<head><title>${title}</title></head>`,
    "<body>",
    `<center><h1>${title}</h1></center>`,
    "<hr><center>nginx</center>",
    "</body>",
    "</html>",
    "",
  ].join("\r\n");
}

function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return pathname + search;
}
