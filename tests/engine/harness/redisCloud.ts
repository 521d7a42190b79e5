import { type Simulator, type SimulatorOptions, startSimulator } from "../../../simulator";

/** A simulator for real Pulumi, with direct access to its account. */
export interface RedisCloud {
  readonly simulator: Simulator;
  /** For a project's `env`: keys and address of the first account. */
  readonly env: Record<string, string>;
  /** Reads as another client of the account. */
  get<T = Record<string, unknown>>(path: string, account?: number): Promise<T>;
  /** Submits as another client of the account, and waits until it is done. */
  submit(method: "POST" | "PUT" | "DELETE", path: string, body?: object): Promise<number>;
  /** Sends a request of another client of the account that is no task. */
  post(path: string): Promise<void>;
  /** The write requests, e.g. `POST /v1/subscriptions`. */
  writes(): string[];
  /** The resources that exist and are not being deleted, e.g. `database cache`. */
  remaining(accountId?: number): string[];
  close(): Promise<void>;
}

/** The fields of a response that are used here; the response to a submission is a task. */
interface Answer {
  taskId: string;
  status: string;
  response?: { resourceId?: number };
}

/** Starts a simulator that is hundreds of times as fast as the real service, and equal in every run. */
export async function startRedisCloud(options: SimulatorOptions = {}): Promise<RedisCloud> {
  const simulator = await startSimulator({ timeScale: 600, seed: 1, redis: false, ...options });
  const { record, url, accounts } = simulator;

  const send = (method: string, path: string, body?: object, account = 0) => {
    const { apiKey = "", apiSecretKey = "" } = accounts[account] ?? {};
    const headers = {
      "x-api-key": apiKey,
      "x-api-secret-key": apiSecretKey,
      "content-type": "application/json",
      // The server may close a connection that is kept open, just when it is used again.
      connection: "close",
    };
    return fetch(url + path, { method, headers, body: JSON.stringify(body) });
  };

  const request = async (...args: Parameters<typeof send>) => (await (await send(...args)).json()) as Answer;

  const done = async (taskId: string): Promise<number> => {
    const task = await request("GET", `/tasks/${taskId}`);
    if (task.status === "processing-error") throw new Error(JSON.stringify(task));
    const { resourceId } = task.response ?? {};
    const states = new Map(
      record.changes.filter(({ kind }) => kind !== "task").map(({ id, to }) => [id, to]),
    );
    if (resourceId !== undefined && states.get(resourceId) === "active") return resourceId;
    await new Promise((resolve) => setTimeout(resolve, 50));
    return done(taskId);
  };

  return {
    simulator,
    env: {
      REDIS_CLOUD_API_KEY: accounts[0]?.apiKey ?? "",
      REDIS_CLOUD_API_SECRET_KEY: accounts[0]?.apiSecretKey ?? "",
      REDIS_CLOUD_BASE_URL: url,
    },
    get: async (path, account) => (await request("GET", path, undefined, account)) as never,
    submit: async (method, path, body) => done((await request(method, path, body)).taskId),
    post: async (path) => {
      await (await send("POST", path)).arrayBuffer();
    },
    writes: () => record.writes().map(({ method, path }) => `${method} ${path}`),
    remaining: (accountId) =>
      record
        .remaining(accountId)
        .filter(({ to }) => to !== "delete-pending")
        .map(({ kind, name }) => `${kind} ${name}`),
    close: () => simulator.close(),
  };
}
