import { setTimeout as realTime } from "node:timers/promises";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator";
import { onExit } from "../cleanup";

/** A simulated account for one scenario. */
export class SimulatedAccount {
  private constructor(
    readonly simulator: Simulator,
    private readonly closeNow: () => void,
  ) {}

  static async open(options: SimulatorOptions): Promise<SimulatedAccount> {
    const simulator = await startSimulator({ redis: false, ...options });
    const closeNow = onExit(() => void simulator.close());
    return new SimulatedAccount(simulator, closeNow);
  }

  /** Pulumi config, by full key. */
  get config(): Readonly<Record<string, string>> {
    const { url, accounts } = this.simulator;
    const { apiKey = "", apiSecretKey = "" } = accounts[0] ?? {};
    return {
      "redis-cloud:baseUrl": url,
      "redis-cloud:apiKey": apiKey,
      "redis-cloud:apiSecretKey": apiSecretKey,
    };
  }

  /** The same for the environment of a process. */
  get environment(): Readonly<Record<string, string>> {
    const { config } = this;
    return {
      REDIS_CLOUD_BASE_URL: config["redis-cloud:baseUrl"] ?? "",
      REDIS_CLOUD_API_KEY: config["redis-cloud:apiKey"] ?? "",
      REDIS_CLOUD_API_SECRET_KEY: config["redis-cloud:apiSecretKey"] ?? "",
    };
  }

  /** Waits until no subscription changes any more, including growing clusters. */
  async atRest(): Promise<void> {
    const { record, timeScale } = this.simulator;
    const changing = () =>
      record.remaining().some(({ kind, to }) => kind === "subscription" && to !== "active");
    while (changing()) await realTime(1000 / timeScale + 10);
  }

  close(): void {
    this.closeNow();
  }
}
