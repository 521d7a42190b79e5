import { STATUS_CODES } from "node:http";
import type { RefusedRequest, ResetConnection, SlowAnswer } from "../faults/rule";
import type { Backend } from "./app";
import { ConnectionReset } from "./connectionReset";
import { accountWithKeys } from "./environment";
import { errorBody } from "./errors";

/** Answers a request. */
export type Fetch = (request: Request) => Promise<Response>;

/**
 * What stands between the client and the API: here faults strike requests.
 *
 * @throws ConnectionReset where a client would get no answer
 */
export function gateway(backend: Backend, api: Fetch): Fetch {
  return async (request) => {
    const fault = strikingFault(backend, request);
    if (fault?.fault === "refused-request") return refuse(backend, request, fault);
    const when = fault?.when ?? "before";
    if (fault && when === "before") await hinder(backend, fault);
    const response = await api(request);
    if (fault && when === "after") await hinder(backend, fault);
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

async function hinder({ pause }: Backend, fault: SlowAnswer | ResetConnection): Promise<void> {
  if (fault.fault === "reset-connection") throw new ConnectionReset();
  if (!(await pause(fault.seconds * 1000))) throw new ConnectionReset();
}

/** The API never sees the request; the record does. */
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

/** As gateways write it. */
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
