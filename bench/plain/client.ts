import type { Simulator } from "../../simulator";
import type { VirtualClock } from "../clock/virtual";

const FIRST_LOOK_SECONDS = 10;
const BETWEEN_LOOKS_SECONDS = 30;

/** Refusals that pass by themselves. */
const PASSING: ReadonlySet<string> = new Set([
  "TOO_MANY_PENDING_SUBSCRIPTIONS",
  "SUBSCRIPTION_NOT_ACTIVE",
  "DATABASE_SUBSCRIPTION_IN_PENDING_STATUS",
  "SUBSCRIPTION_CONTAINS_NON_ACTIVE_DATABASE",
]);

/** The fields of a response that are used here; the response to a submission is a task. */
interface Answer {
  readonly taskId: string;
  readonly status: string;
  readonly response?: { readonly resourceId?: number; readonly error?: { readonly type: string } };
  readonly subscription?: readonly { readonly databases: readonly { readonly databaseId: number }[] }[];
}

/** A client that polls one resource at a time: after ten seconds, then every thirty seconds. */
export class PlainClient {
  constructor(
    private readonly simulator: Simulator,
    private readonly clock: VirtualClock,
  ) {}

  /** Reads a path; undefined if it does not exist. */
  async get(path: string): Promise<Answer | undefined> {
    const { status, answer } = await this.send("GET", path);
    return status === 404 ? undefined : answer;
  }

  /** Submits, and waits until the task is processed; retries after a polling interval what is refused for now. */
  async submit(method: "POST" | "DELETE", path: string, body?: object): Promise<number> {
    for (;;) {
      const { taskId } = (await this.send(method, path, body)).answer;
      const task = await this.until(async () => {
        const task = await this.get(`/tasks/${taskId}`);
        return task?.status.startsWith("processing-") && task.status !== "processing-in-progress"
          ? task
          : false;
      });
      if (task.status === "processing-completed") return task.response?.resourceId ?? 0;
      const { type: code = "" } = task.response?.error ?? {};
      if (!PASSING.has(code)) throw new Error(`${method} ${path}: ${code}`);
      await seconds(BETWEEN_LOOKS_SECONDS);
    }
  }

  /** Waits until the resource is active. */
  active(path: string): Promise<unknown> {
    return this.until(async () => (await this.get(path))?.status === "active");
  }

  /** Waits until the resource is gone. */
  gone(path: string): Promise<unknown> {
    return this.until(async () => (await this.get(path)) === undefined);
  }

  private async until<T>(look: () => Promise<T | false>): Promise<T> {
    await seconds(FIRST_LOOK_SECONDS);
    for (;;) {
      const seen = await look();
      if (seen !== false) return seen;
      await seconds(BETWEEN_LOOKS_SECONDS);
    }
  }

  private async send(
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; answer: Answer }> {
    const { url, accounts } = this.simulator;
    const { apiKey = "", apiSecretKey = "" } = accounts[0] ?? {};
    const headers = {
      "x-api-key": apiKey,
      "x-api-secret-key": apiSecretKey,
      "content-type": "application/json",
    };
    const answered = async () => {
      const request = new Request(url + path, { method, headers, body: JSON.stringify(body) });
      const response = await this.simulator.fetch(request);
      return { status: response.status, answer: (await response.json()) as Answer };
    };
    const { status, answer } = await this.clock.during(answered());
    if (status >= 400 && status !== 404) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return { status, answer };
  }
}

const seconds = (count: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, count * 1000));
