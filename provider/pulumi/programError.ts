import { RunError } from "@pulumi/pulumi";

const errors = new Map<string, RunError>();

/**
 * Returns a program error, which Pulumi shows without a stack trace. Equal messages give the same error object, which
 * Pulumi shows once even if many resources and look-ups throw it.
 */
export function programError(message: string): RunError {
  const error = errors.get(message) ?? new RunError(message);
  errors.set(message, error);
  return error;
}
