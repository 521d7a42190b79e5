import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onExit } from "../cleanup";
import { clockEnvironment } from "../clock/environment";
import type { Begin, Order, Report } from "./process";

/** A separate process that works on an account like the engine, at a time scale. */
export class Driver {
  private readonly child: ChildProcess;
  private readonly release: () => void;

  private constructor(timeScale: number) {
    const inherited = Object.entries(process.env).filter(([name]) => !/^REDIS_?CLOUD_/.test(name));
    const journal = mkdtempSync(path.join(tmpdir(), "pulumi-redis-cloud-bench-journal-"));
    const env = {
      ...Object.fromEntries(inherited),
      ...clockEnvironment(timeScale),
      REDIS_CLOUD_JOURNAL: journal,
    };
    this.child = fork(path.join(__dirname, "process.js"), { env });
    this.release = onExit(() => {
      this.child.kill("SIGKILL");
      rmSync(journal, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    });
  }

  /** @param work what it is to do, and with which config (by full key): where the account is, and its keys. */
  static async start(work: Omit<Begin, "do">, timeScale: number): Promise<Driver> {
    const driver = new Driver(timeScale);
    await driver.order({ do: "begin", ...work });
    return driver;
  }

  /** @throws Error with the provider's message. */
  async order(order: Order): Promise<Report> {
    const ended = new AbortController();
    const answered = once(this.child, "message", { signal: ended.signal }) as Promise<[Report]>;
    const gone = once(this.child, "exit", { signal: ended.signal }).then(([code]) => {
      throw new Error(`the process of the provider ended with ${code}`);
    });
    this.child.send(order);
    try {
      const [report] = await Promise.race([answered, gone]);
      if (report.error !== undefined) throw new Error(report.error);
      return report;
    } finally {
      ended.abort();
      await Promise.allSettled([answered, gone]);
    }
  }

  end(): void {
    this.release();
  }
}
