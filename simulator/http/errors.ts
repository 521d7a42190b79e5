import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";

const REASONS: Partial<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  409: "Conflict",
  422: "Unprocessable Entity",
  429: "Too Many Requests",
  500: "Internal Server Error",
  501: "Not Implemented",
  502: "Bad Gateway",
  503: "Service Unavailable",
};

/** A client error that is answered at once, without a task. */
export class ApiError extends HTTPException {
  constructor(
    override readonly status: ContentfulStatusCode,
    message: string,
  ) {
    super(status, { message });
  }
}

/** A body that is not a valid request. The response is plain text, as recorded. */
export class UnreadableRequest extends ApiError {
  constructor(reason: string) {
    super(
      400,
      `Bad Request: JSON parameter contains unsupported fields / values. JSON parse error: ${reason}`,
    );
  }
}

/** A path that does not exist, or a resource in it. */
export function notFound(message = "The requested resource was not found."): ApiError {
  return new ApiError(404, message);
}

/** An operation of the API that the simulator does not serve. */
export function notImplemented(operation: string): ApiError {
  return new ApiError(501, `The real API has ${operation}, but the simulator does not serve it.`);
}

/** The body of an error, as recorded for 404: `{timestamp, status, error, message, path}`. */
export function errorBody(now: number, status: number, message: string, path: string) {
  return { timestamp: new Date(now).toISOString(), status, error: REASONS[status] ?? "Error", message, path };
}

/** Answers with an error. */
export function errorAnswer(context: Context, now: number, status: ContentfulStatusCode, message: string) {
  return context.json(errorBody(now, status, message, new URL(context.req.url).pathname), status);
}
