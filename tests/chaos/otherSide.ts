import type { Database } from "../../simulator/resources/database/state";
import type { EndpointRedirection } from "../../simulator/resources/endpointRedirection/state";
import type { RedisCloud } from "../engine/harness";
import type { Chance } from "./chance";
import { resourcesOf } from "./othersSeen";

const LOOKS_EVERY_MS = 100;
/** How likely it is that something that waits is done at a look. */
const IS_QUICK = 0.2;

/** The owner of the networks at the other end of connections, and of the clients of redirected databases. */
export class OtherSide {
  private readonly looking = setInterval(() => void this.look(), LOOKS_EVERY_MS);

  constructor(
    private readonly cloud: RedisCloud,
    private readonly chance: Chance,
  ) {}

  end(): void {
    clearInterval(this.looking);
  }

  private async look(): Promise<void> {
    await this.acceptPeerings();
    await this.resumeTraffic();
  }

  /** Accepts peerings, sooner or later. */
  private async acceptPeerings(): Promise<void> {
    const { record, peer } = this.cloud.simulator;
    const last = new Map(
      record.changes
        .filter(({ kind }) => kind === "subscriptionPeering")
        .map(({ id, to }) => [id, to] as const),
    );
    for (const [id, to] of last)
      if (to === "pending-acceptance" && this.chance.happens(IS_QUICK))
        await peer.accept("subscriptionPeering", id).catch(() => undefined);
  }

  /** Resumes the traffic that redirections have stopped, once that is allowed. */
  private async resumeTraffic(): Promise<void> {
    const { simulator } = this.cloud;
    if (!simulator.record.changes.some(({ kind }) => kind === "endpointRedirection")) return;
    for (const { blocked } of resourcesOf<EndpointRedirection>(simulator, "endpointRedirection")) {
      if (blocked === undefined || blocked.until > simulator.now()) continue;
      const database = resourcesOf<Database>(simulator, "database").find(
        ({ id }) => id === blocked.databaseId,
      );
      if (database && this.chance.happens(IS_QUICK)) await this.resume(database);
    }
  }

  private async resume({ subscriptionId, id }: Database): Promise<void> {
    const path = `/subscriptions/${subscriptionId}/databases/${id}/traffic/resume`;
    await this.cloud.post(path).catch(() => undefined);
  }
}
