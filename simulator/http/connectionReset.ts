/** The client gets no answer: its connection is reset. `code` is what Node's own errors have then. */
export class ConnectionReset extends Error {
  override readonly name = "ConnectionReset";
  readonly code = "ECONNRESET";

  constructor() {
    super("the simulated Redis Cloud reset the connection");
  }
}
