import { RunError } from "@pulumi/pulumi";

const errors = new Map<string, RunError>();

/**
 * An error of the program, which Pulumi shows without a stack trace. The same message is the same error: Pulumi shows an
 * error once, however many resources and look-ups end with it.
 */
export function programError(message: string): RunError {
  const error = errors.get(message) ?? new RunError(message);
  errors.set(message, error);
  return error;
}
