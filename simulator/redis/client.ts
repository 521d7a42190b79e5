import { connect } from "node:net";

/** The server rejected a command; the message is the server's. */
export class CommandRefused extends Error {
  override readonly name = "CommandRefused";
}

/**
 * Sends commands to a Redis server and waits until all are answered.
 *
 * @throws CommandRefused when the server refuses one
 */
export function sendCommands(host: string, port: number, commands: string[][]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host, () => socket.write(commands.map(encode).join("")));
    let replies = "";
    socket.setEncoding("utf8");
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("the Redis server closed the connection")));
    socket.on("data", (chunk: string) => {
      replies += chunk;
      // Every command sent here is answered with one line: +OK, a number, or -ERR and the reason.
      const lines = replies.split("\r\n").slice(0, -1);
      const refused = lines.find((line) => line.startsWith("-"));
      if (refused) reject(new CommandRefused(`Redis refused a command: ${refused.slice(1)}`));
      else if (lines.length >= commands.length) resolve();
      else return;
      socket.destroy();
    });
  });
}

/**
 * Sends commands to a Redis server, of which all but the last are answered with one line.
 *
 * @returns the text with which the last is answered
 * @throws CommandRefused when the server refuses one
 */
export function sendForText(host: string, port: number, commands: string[][]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host, () => socket.write(commands.map(encode).join("")));
    let replies = Buffer.alloc(0);
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("the Redis server closed the connection")));
    socket.on("data", (chunk: Buffer) => {
      replies = Buffer.concat([replies, chunk]);
      const [, refused] = /^-([^\r]*)\r\n/m.exec(replies.toString("latin1")) ?? [];
      const text = textAfterLines(replies, commands.length - 1);
      if (text !== undefined) resolve(text);
      else if (refused !== undefined) reject(new CommandRefused(`Redis refused a command: ${refused}`));
      else return;
      socket.destroy();
    });
  });
}

/** The bulk string after a number of one-line replies; undefined until it is complete. */
function textAfterLines(replies: Buffer, lines: number): string | undefined {
  let start = 0;
  for (let line = 0; line < lines; line++) {
    const end = replies.indexOf("\r\n", start);
    if (end < 0) return undefined;
    start = end + 2;
  }
  const [header = "", length] = /^\$(\d+)\r\n/.exec(replies.toString("latin1", start, start + 20)) ?? [];
  const text = replies.subarray(start + header.length);
  return length === undefined || text.length < Number(length)
    ? undefined
    : text.toString("utf8", 0, Number(length));
}

/** Encodes a command in the Redis protocol: an array of strings with their lengths in bytes. */
function encode(words: string[]): string {
  const strings = words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`);
  return `*${words.length}\r\n${strings.join("")}`;
}
