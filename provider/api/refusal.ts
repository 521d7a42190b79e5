import type { ApiErrorKind } from "./advice";
import { oneLine } from "./error";

/** What an answer with an error status says. */
export interface Refusal {
  readonly kind: ApiErrorKind;
  /** The API's error code. */
  readonly code?: string;
  /** Undefined when it says nothing. */
  readonly description?: string;
}

/** Parses an error answer: `{status, error, message, path}` or `{error: {type, status, description}}`. */
export function refusalIn(method: string, httpStatus: number, body: string): Refusal {
  const answer = objectIn(body);
  // A proxy's 404 page says nothing about the API's resources, which would otherwise count as gone.
  const isFromApi = answer !== undefined || body.trim() === "";
  const kind = httpStatus === 404 && !isFromApi ? kindOfInvalid(method) : kindOf(method, httpStatus);
  if (answer === undefined) return { kind, description: excerpt(body) || undefined };
  const error = typeof answer.error === "object" && answer.error !== null ? answer.error : answer;
  const { type, description, message } = error as Record<string, unknown>;
  const text = [description, message, answer.error].find((text) => typeof text === "string" && text !== "");
  return {
    kind,
    code: typeof type === "string" && /^\w+$/.test(type) ? type : undefined,
    description: text as string | undefined,
  };
}

/** Returns the kind of an invalid answer: whether a request that submits was accepted remains unknown. */
export const kindOfInvalid = (method: string): ApiErrorKind =>
  method === "GET" ? "invalid-answer" : "outcome-unknown";

/** Returns the beginning of a text that is not the API's own, on one line. */
export const excerpt = (text: string): string => oneLine(text).slice(0, 500);

function kindOf(method: string, httpStatus: number): ApiErrorKind {
  if (httpStatus === 401 || httpStatus === 403) return "unauthorized";
  if (httpStatus === 404) return "not-found";
  if (httpStatus === 429) return "too-many";
  if (httpStatus < 500 && httpStatus !== 408) return "refused";
  return method === "GET" ? "unavailable" : "outcome-unknown";
}

function objectIn(body: string): Record<string, unknown> | undefined {
  try {
    const answer: unknown = JSON.parse(body);
    const isObject = typeof answer === "object" && answer !== null && !Array.isArray(answer);
    return isObject ? (answer as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
