/** The journal cannot be written, so nothing may be submitted. */
export class JournalError extends Error {
  override readonly name = "JournalError";

  constructor(folder: string, cause: Error) {
    super(
      `The journal in ${folder} cannot be written (${cause.message}), so nothing was submitted: what is submitted and ` +
        "not written down could be lost. Make room, or set redis-cloud:journal to a folder that can be written.",
      { cause },
    );
  }
}
