import { ADDITIONAL_INFO, DESCRIPTIONS } from "./resources/refusals";

/** A code of the API that the simulator uses. */
export type ErrorCode = keyof typeof DESCRIPTIONS;

/** All codes with which the simulator refuses a request. */
export const ERROR_CODES = Object.keys(DESCRIPTIONS) as readonly ErrorCode[];

/** `response.error` of a failed task, as recorded from the real server. */
export interface TaskError {
  /** An {@link ErrorCode}, or any other code of the API that a fault asks for. */
  type: string;
  status: string;
  description: string;
}

/** Thrown while a task is processed: the task ends in `processing-error` with this code. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    /** An {@link ErrorCode}, or a code of a kind that is not one of the API's. */
    readonly code: string,
    description: string = descriptionOf(code),
  ) {
    super(description);
  }

  /** `response` of the task. */
  toResponse(): { error: TaskError; additionalInfo?: string } {
    const additionalInfo = ADDITIONAL_INFO[this.code];
    return { error: taskErrorOf(this.code, this.message), ...(additionalInfo && { additionalInfo }) };
  }
}

/** The error of a task for any code of the API. */
export function taskErrorOf(code: string, description = descriptionOf(code)): TaskError {
  return { type: code, status: statusOf(code), description };
}

function descriptionOf(code: string): string {
  return Object.hasOwn(DESCRIPTIONS, code) ? DESCRIPTIONS[code as ErrorCode] : DESCRIPTIONS.GENERAL_ERROR;
}

/** As recorded: 400 for a missing payment method, and 403 for a subscription that is changing. */
function statusOf(code: string): string {
  if (code === "SUBSCRIPTION_NOT_ACTIVE") return "403 FORBIDDEN";
  return code.endsWith("_NOT_FOUND") && code !== "SUBSCRIPTION_PI_NOT_FOUND"
    ? "404 NOT_FOUND"
    : "400 BAD_REQUEST";
}

/** @throws Refusal unless `condition` holds */
export function requireThat(condition: unknown, code: ErrorCode, description?: string): asserts condition {
  if (!condition) throw new Refusal(code, description);
}
