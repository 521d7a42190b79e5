import { Redis } from "ioredis";
import { type Simulator, startSimulator } from "../../simulator";
import { redisServerOnPath } from "../../simulator/redis/servers";
import { type Answer, type Client, clientOf, EXACT, subscriptionRequest } from "./client";

/** These tests run in accelerated real time, because real servers do not support virtual time. */
const TIME_SCALE = 2000;

export const withRedis = redisServerOnPath() ? test : test.skip;

/** A simulator whose active databases are real Redis servers. */
export class RealCloud {
  private constructor(
    private readonly simulator: Simulator,
    readonly api: Client,
  ) {}

  static async start(): Promise<RealCloud> {
    const simulator = await startSimulator({ timeScale: TIME_SCALE, durations: EXACT, rateLimit: 1_000_000 });
    return new RealCloud(simulator, clientOf(simulator));
  }

  close(): Promise<void> {
    return this.simulator.close();
  }

  /** Creates a subscription with a database, and waits until it is active; returns its path. */
  async database(changes: object = {}): Promise<string> {
    const created = await this.processed(this.api.post("/subscriptions", subscriptionRequest()));
    const subscription = `/subscriptions/${created}`;
    await this.state(subscription, "active");
    const request = { name: "real", datasetSizeInGb: 1, ...changes };
    const path = `${subscription}/databases/${await this.processed(this.api.post(`${subscription}/databases`, request))}`;
    await this.state(path, "active");
    return path;
  }

  /** Connects to a database, as its default user unless another one is named. */
  async connect(path: string, password?: string, username?: string): Promise<Redis> {
    const { publicEndpoint, security } = (await this.api.get(path)).body;
    return this.connectTo(publicEndpoint, password ?? security.password, username);
  }

  /** Connects to an endpoint, such as `127.0.0.1:12345`. */
  async connectTo(endpoint: string, password: string, username?: string): Promise<Redis> {
    const [host, port] = endpoint.split(":");
    const redis = new Redis({
      host,
      port: Number(port),
      username,
      password,
      lazyConnect: true,
      enableReadyCheck: false,
      retryStrategy: () => null,
    });
    redis.on("error", () => {});
    await redis.connect();
    return redis;
  }

  /** Waits until a task is processed; returns the ID of its resource. */
  async processed(answer: Promise<Answer>): Promise<number> {
    const { status: httpStatus, body: accepted } = await answer;
    expect(httpStatus).toBe(202);
    const { taskId } = accepted;
    for (;;) {
      const { status, body } = await this.api.get(`/tasks/${taskId}`);
      if (body.status === "processing-completed") return body.response.resourceId;
      expect(status === 404 || body.status !== "processing-error").toBe(true);
    }
  }

  /** Waits until a resource is in this state; undefined: gone. */
  async state(path: string, status: string | undefined): Promise<void> {
    while ((await this.api.get(path)).body.status !== (status ?? 404)) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
}
