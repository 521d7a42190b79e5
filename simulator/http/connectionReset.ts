/** The client gets no response: its connection is reset. `code` is that of Node's own error. */
export class ConnectionReset extends Error {
  override readonly name = "ConnectionReset";
  readonly code = "ECONNRESET";

  constructor() {
    super("the simulated Redis Cloud reset the connection");
  }
}
