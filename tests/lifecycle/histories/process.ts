import { cpSync, existsSync } from "node:fs";
import { basename, join } from "node:path";
import { type AccountOptions, DEMO_ACCOUNT, type Simulator } from "../../../simulator";
import { loadAnew } from "../newProcess";
import type { Held, Stack } from "../stack";
import { seconds } from "../virtualTime";
import { PLANTED } from "./declared";
import type { Gateway, Line } from "./gateway";

/** The instant at which the engine and the provider's process are killed. */
export type CrashInstant =
  | { readonly at: "request" | "write"; readonly nth: number; readonly when: "before" | "after" }
  | { readonly at: "checkpoint"; readonly nth: number }
  | { readonly at: "second"; readonly nth: number };

/** What a process leaves behind for the next. */
export interface Left {
  readonly state: ReadonlyMap<string, Held>;
  /** The folder of the journal; there may be none. */
  readonly journal: string;
}

/** The state as an engine works on it: told before each change is written down. */
class Checkpoints extends Map<string, Held> {
  beforeWrite?: () => void;

  override set(name: string, held: Held): this {
    this.beforeWrite?.();
    return super.set(name, held);
  }

  override delete(name: string): boolean {
    this.beforeWrite?.();
    return super.delete(name);
  }
}

let copies = 0;

/**
 * One run's engine and provider process: the provider's modules loaded anew, with a line to the API, a copy of the
 * state and a copy of the journal, so that what it does after its end reaches nobody.
 */
export class Process {
  readonly stack: Stack;
  readonly line: Line;
  /** Resolves at the crash. */
  readonly crash: Promise<"crash">;
  /** How often the engine wrote something down. */
  checkpoints = 0;
  left?: Left;
  private readonly counts = { request: 0, write: 0 };
  private readonly state: Checkpoints;
  private readonly journal: string;
  private crashed: (crash: "crash") => void = () => undefined;

  constructor(
    { accounts: [account], fetch }: Simulator,
    gateway: Gateway,
    before: Left,
    private readonly instant?: CrashInstant,
  ) {
    this.crash = new Promise((resolve) => {
      this.crashed = resolve;
    });
    this.journal = copied(before.journal);
    this.state = new Checkpoints(before.state);
    this.state.beforeWrite = () => this.onCheckpoint();
    const apiKey = `${PLANTED}-key-of-${basename(this.journal)}`;
    const api = (request: Request) => fetch(withKeys(request, account));
    this.line = gateway.open(apiKey, api, (method, when) => this.onRequest(method, when));
    const config = {
      "redis-cloud:apiKey": apiKey,
      "redis-cloud:apiSecretKey": `${PLANTED}-user-key`,
      "redis-cloud:baseUrl": gateway.url,
      "redis-cloud:journal": this.journal,
    };
    this.stack = new (loadAnew().Stack)(config, this.state);
    if (instant?.at === "second") void seconds(instant.nth).then(() => this.kill());
  }

  get hasEnded(): boolean {
    return this.left !== undefined;
  }

  /** Ends it, and keeps what is on the disk at this moment. */
  end(): Left {
    this.line.cut();
    this.left ??= { state: new Map(this.state), journal: copied(this.journal) };
    return this.left;
  }

  private kill(): void {
    if (this.hasEnded) return;
    this.end();
    this.crashed("crash");
  }

  private onRequest(method: string, when: "before" | "after"): void {
    const { instant, counts } = this;
    if (when === "before") counts.request += 1;
    if (when === "before" && method !== "GET") counts.write += 1;
    if (instant === undefined || !("when" in instant) || instant.when !== when) return;
    const isOne = instant.at === "request" || method !== "GET";
    if (isOne && counts[instant.at] >= instant.nth) this.kill();
  }

  private onCheckpoint(): void {
    const { instant } = this;
    if (instant?.at === "checkpoint" && this.checkpoints + 1 === instant.nth) this.kill();
    if (!this.hasEnded) this.checkpoints += 1;
  }
}

function copied(journal: string): string {
  copies += 1;
  const copy = join(journal, "..", `journal-${copies}`);
  if (existsSync(journal)) cpSync(journal, copy, { recursive: true });
  return copy;
}

/** Each process has keys of its own, by which the gateway tells it from those before; the account has but one pair. */
function withKeys(request: Request, { apiKey, apiSecretKey }: AccountOptions = DEMO_ACCOUNT): Request {
  request.headers.set("x-api-key", apiKey);
  request.headers.set("x-api-secret-key", apiSecretKey);
  return request;
}
