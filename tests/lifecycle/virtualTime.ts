import { channel } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";

/*
 * Virtual time: waits of minutes take milliseconds, and the result of a test does not depend on the machine's speed.
 *
 * The clock stands still while this process works: while a request uses its (real) socket, and while promises settle.
 * When all code is waiting for time to pass, the clock jumps to the next timer.
 */

/** Event-loop turns that code may take between a response and its next request. */
const TURNS_UNTIL_IDLE = 6;
/** Timeout of a test in real seconds, since virtual ones pass at once. */
const REAL_SECONDS_PER_TEST = 60;

let requestsUnderWay = 0;
/** Number of the test: a request of an earlier one, which ends late, does not count. */
let testNumber = 0;
let running = false;

/** Replaces the clock for every test in the file, and lets it run. */
export function useVirtualTime({ realSecondsPerTest = REAL_SECONDS_PER_TEST } = {}): void {
  jest.setTimeout(realSecondsPerTest * 1000);
  const requestStarts = channel("http.client.request.start");

  beforeEach(() => {
    jest.useFakeTimers({
      doNotFake: ["nextTick", "setImmediate", "queueMicrotask"],
      now: Date.UTC(2026, 0, 1),
    });
    requestsUnderWay = 0;
    testNumber += 1;
    requestStarts.subscribe(countRequest);
    running = true;
    void letTimePass();
  });

  afterEach(() => {
    running = false;
    requestStarts.unsubscribe(countRequest);
    jest.useRealTimers();
  });
}

/** Waits for virtual seconds. */
export const seconds = (count: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, count * 1000));

/** Waits, in virtual time, until a condition is true. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await seconds(1);
}

/** Work of a server, which may wait for time to pass before it responds. */
export async function whileTimePasses<T>(work: Promise<T>): Promise<T> {
  const startedIn = testNumber;
  requestsUnderWay -= 1;
  try {
    return await work;
  } finally {
    if (startedIn === testNumber) requestsUnderWay += 1;
  }
}

function countRequest(message: unknown): void {
  const { request } = message as { request: ClientRequest };
  const startedIn = testNumber;
  requestsUnderWay += 1;
  request.once("close", () => {
    if (startedIn === testNumber) requestsUnderWay -= 1;
  });
}

async function letTimePass(): Promise<void> {
  while (running) {
    await idle();
    if (running) jest.advanceTimersToNextTimer();
  }
}

/** Without a promise for each turn, of which there are many. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    let turns = 0;
    const turn = (): void => {
      turns = requestsUnderWay > 0 ? 0 : turns + 1;
      if (turns < TURNS_UNTIL_IDLE) setImmediate(turn);
      else resolve();
    };
    setImmediate(turn);
  });
}
