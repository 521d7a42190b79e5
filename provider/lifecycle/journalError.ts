/** The journal cannot be written, so nothing may be submitted. */
export class JournalError extends Error {
  override readonly name = "JournalError";

  constructor(folder: string, cause: Error) {
    super(
      `The journal in ${folder} cannot be written (${cause.message}), so nothing was submitted: an operation that is not ` +
        "recorded could be lost. Free disk space, or set redis-cloud:journal to a writable folder.",
      { cause },
    );
  }
}
