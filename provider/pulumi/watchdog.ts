import { connect } from "node:net";

/** `host:port`. */
const ADDRESS = /^(.+):(\d+)$/;
const LOOK_EVERY_MS = 1_000;
const ANSWER_WITHIN_MS = 2_000;
/** One failed check may be due to load on the machine. */
const MISSES = 3;

/**
 * Exits this process when its engine is gone. Killing the engine does not end this process, whose queued operations
 * would be submitted during the next run.
 *
 * @param address the engine's `host:port`; undefined outside a provider process, where nothing is watched.
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
 * Exits this process when its engine is gone. Called right before each submission, since the next run may already be
 * searching for what this one submitted.
 */
export async function requireEngine(
  address: string | undefined = process.argv[2],
  end: () => void = () => process.exit(1),
): Promise<void> {
  const [, host, port] = address?.match(ADDRESS) ?? [];
  if (host === undefined || (await listens(host, Number(port)))) return;
  end();
  throw new Error("The engine has ended, so nothing more was submitted.");
}

function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: ANSWER_WITHIN_MS });
    const settle = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", settle(true)).once("error", settle(false)).once("timeout", settle(false));
  });
}
