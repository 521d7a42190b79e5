import type { Phase } from "./phase";

const MINUTE_MS = 60_000;

/** The requests of a phase. */
export interface Requests {
  readonly sent: number;
  /** Maximum number in any minute of simulated time. */
  readonly busiestMinute: number;
  /** Number of responses with status 429. */
  readonly refused: number;
}

export function requestsOf({ requests }: Phase): Requests {
  const times = requests.map(({ at }) => at).sort((a, b) => a - b);
  let [busiestMinute, first] = [0, 0];
  times.forEach((at, last) => {
    while (at - (times[first] ?? at) >= MINUTE_MS) first += 1;
    busiestMinute = Math.max(busiestMinute, last - first + 1);
  });
  return {
    sent: times.length,
    busiestMinute,
    refused: requests.filter(({ status }) => status === 429).length,
  };
}
