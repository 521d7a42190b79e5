import { connect } from "node:net";

/** `host:port`. */
const ADDRESS = /^(.+):(\d+)$/;
const LOOK_EVERY_MS = 1_000;
const ANSWER_WITHIN_MS = 2_000;
/** One missed look may be a hiccup of the machine. */
const MISSES = 3;

/**
 * Ends this process when the engine that runs it is gone. An engine that is killed takes nobody with it, and what
 * waits here to be admitted would be submitted beside the next run.
 *
 * @param address the engine's, `host:port`; without one this is no provider process, and nothing is watched.
 */
export function exitWithEngine(
  address: string | undefined = process.argv[2],
  { end = () => process.exit(1), everyMs = LOOK_EVERY_MS }: { end?: () => void; everyMs?: number } = {},
): void {
  const [, host, port] = address?.match(ADDRESS) ?? [];
  if (host === undefined) return;
  let missed = 0;
  const timer = setInterval(async () => {
    missed = (await listens(host, Number(port))) ? 0 : missed + 1;
    if (missed < MISSES) return;
    clearInterval(timer);
    end();
  }, everyMs);
  timer.unref();
}

/**
 * Ends this process when the engine that runs it is gone: looked at right before something is submitted, since
 * a run that follows may be looking for what this one submitted.
 */
export async function requireEngine(
  address: string | undefined = process.argv[2],
  end: () => void = () => process.exit(1),
): Promise<void> {
  const [, host, port] = address?.match(ADDRESS) ?? [];
  if (host === undefined || (await listens(host, Number(port)))) return;
  end();
  throw new Error("The engine is gone, so nothing more was submitted.");
}

function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: ANSWER_WITHIN_MS });
    const told = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", told(true)).once("error", told(false)).once("timeout", told(false));
  });
}
