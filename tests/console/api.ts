import type { Simulator, SimulatorOptions } from "../../simulator";
import type {
  AccountState,
  ConsoleChanges,
  ConsoleState,
  Exchange,
  ExchangeSummary,
  TimeState,
} from "../../simulator/console/types";
import { type Client, simulate } from "../simulator/client";

/** A client of the console's API, which is called in process. */
export interface ConsoleClient {
  /** Sends a request; fails unless the answer has the status. */
  send(method: string, path: string, body?: unknown, status?: number): Promise<unknown>;
  state(): Promise<ConsoleState>;
  account(): Promise<AccountState>;
  time(change: object): Promise<TimeState>;
  step(seconds?: number): Promise<TimeState>;
  requests(query?: string): Promise<ExchangeSummary[]>;
  request(number: number): Promise<Exchange>;
}

/** A simulator with a console, in virtual time. */
export async function simulateWithConsole(
  options: SimulatorOptions = {},
): Promise<{ simulator: Simulator; api: Client; console: ConsoleClient }> {
  const { simulator, api } = await simulate({ console: true, ...options });
  return { simulator, api, console: consoleOf(simulator) };
}

export function consoleOf(simulator: Simulator): ConsoleClient {
  const send: ConsoleClient["send"] = async (method, path, body, status = 200) => {
    const url = `${simulator.consoleUrl}/api${path}`;
    const response = await simulator.fetch(new Request(url, { method, body: JSON.stringify(body) }));
    const answer: unknown = await response.json();
    if (response.status !== status) {
      throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    }
    return answer;
  };
  const get = <Answer>(path: string) => send("GET", path) as Promise<Answer>;
  return {
    send,
    state: () => get<ConsoleState>("/state"),
    account: async () => (await get<ConsoleState>("/state")).accounts[0] as AccountState,
    time: (change) => send("POST", "/time", change) as Promise<TimeState>,
    step: (seconds) => send("POST", "/time/step", { seconds }) as Promise<TimeState>,
    requests: (query = "") => get<ExchangeSummary[]>(`/requests${query}`),
    request: (number) => get<Exchange>(`/requests/${number}`),
  };
}

/** An event of the console's stream. */
export type ConsoleEvent =
  | { event: "state"; data: ConsoleState }
  | { event: "changes"; data: ConsoleChanges };

/** Reads the stream of events; `received` grows. */
export async function events(simulator: Simulator): Promise<{ received: ConsoleEvent[]; end(): void }> {
  const ending = new AbortController();
  const url = `${simulator.consoleUrl}/api/events`;
  const response = await simulator.fetch(new Request(url, { signal: ending.signal }));
  const reader = (response.body as ReadableStream<Uint8Array>)
    .pipeThrough(new TextDecoderStream())
    .getReader();
  const received: ConsoleEvent[] = [];
  void (async () => {
    let text = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      text += value;
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      received.push(...blocks.map(eventOf));
    }
  })().catch(() => undefined);
  return { received, end: () => void reader.cancel() };
}

function eventOf(block: string): ConsoleEvent {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? "";
  return { event: field("event"), data: JSON.parse(field("data")) } as ConsoleEvent;
}
