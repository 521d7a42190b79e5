import type { Phase } from "./phase";

const MINUTE_MS = 60_000;

/** How much a phase asked of the API. */
export interface Requests {
  readonly sent: number;
  /** In the busiest minute of simulated time, wherever it begins. */
  readonly busiestMinute: number;
  /** Answers 429. */
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
