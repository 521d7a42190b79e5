import { channel } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";

/*
 * Virtual time: waits of minutes take milliseconds, and what a test sees does not depend on the machine's speed.
 *
 * The clock stands still while anything is under way in this process: while a request is on its way over its (real)
 * socket, and while promises go on. Only when all are waiting for time to pass does it leap to the next timer.
 */

/** As many turns of the event loop as what follows an answer may take before it sends the next request. */
const TURNS_UNTIL_IDLE = 6;
/** For tests that wait for something that never comes: real seconds, since virtual ones are soon over. */
const REAL_SECONDS_PER_TEST = 60;

let requestsUnderWay = 0;
let running = false;

/** Replaces the clock for every test of the file, and lets it run. */
export function useVirtualTime({ realSecondsPerTest = REAL_SECONDS_PER_TEST } = {}): void {
  jest.setTimeout(realSecondsPerTest * 1000);
  const requestStarts = channel("http.client.request.start");

  beforeEach(() => {
    jest.useFakeTimers({
      doNotFake: ["nextTick", "setImmediate", "queueMicrotask"],
      now: Date.UTC(2026, 0, 1),
    });
    requestsUnderWay = 0;
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

/** Waits, in virtual time, until something holds. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await seconds(1);
}

/** Work of a server, which may itself wait for time to pass before it answers a request that is under way. */
export async function whileTimePasses<T>(work: Promise<T>): Promise<T> {
  requestsUnderWay -= 1;
  try {
    return await work;
  } finally {
    requestsUnderWay += 1;
  }
}

function countRequest(message: unknown): void {
  const { request } = message as { request: ClientRequest };
  requestsUnderWay += 1;
  request.once("close", () => {
    requestsUnderWay -= 1;
  });
}

async function letTimePass(): Promise<void> {
  while (running) {
    await idle();
    if (running) jest.advanceTimersToNextTimer();
  }
}

async function idle(): Promise<void> {
  for (let turns = 0; turns < TURNS_UNTIL_IDLE; turns++) {
    await new Promise((resolve) => setImmediate(resolve));
    if (requestsUnderWay > 0) turns = 0;
  }
}
