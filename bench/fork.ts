import { fork, type SerializationType } from "node:child_process";
import { once } from "node:events";
import { onExit } from "./cleanup";

interface Forked {
  /** What the process is for errors, e.g. `the process of the scenario`. */
  readonly name: string;
  /** How it is ended when this process exits. @default SIGKILL */
  readonly endedBy?: NodeJS.Signals;
  /** @default json */
  readonly serialization?: SerializationType;
}

/**
 * Runs a module in a process of its own, which answers one message with one.
 *
 * @throws Error when the process ends without an answer.
 */
export async function askProcess<Answer>(
  module: string,
  order: object,
  { name, endedBy = "SIGKILL", serialization }: Forked,
): Promise<Answer> {
  const child = fork(module, { serialization });
  const end = onExit(() => child.kill(endedBy));
  const answered = once(child, "message") as Promise<[Answer]>;
  const ended = once(child, "exit").then(([code, signal]) => {
    throw new Error(`${name} ended with ${code ?? signal}`);
  });
  child.send(order);
  try {
    const [answer] = await Promise.race([answered, ended]);
    return answer;
  } finally {
    end();
    ended.catch(() => undefined);
  }
}
