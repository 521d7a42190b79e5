import type { StateChange } from "../../simulator";
import type { Database } from "../../simulator/resources/database/state";
import type { EndpointRedirection } from "../../simulator/resources/endpointRedirection/state";
import { customerManagedKeyAccessDetails } from "../../simulator/resources/subscription/keyAccess";
import type { Subscription } from "../../simulator/resources/subscription/state";
import type { PulumiProject, RedisCloud } from "../engine/harness";
import type { Chance } from "./chance";
import { logicalNameOf } from "./declared";
import { resourcesOf } from "./othersSeen";
import { HUB } from "./possible";

const LOOKS_EVERY_MS = 100;
/** How likely it is that something that waits is done at a look. */
const IS_QUICK = 0.2;

const RESUME = "/traffic/resume";
const ENDPOINT = "privateServiceConnectEndpoint";
/** States in which its side in Google Cloud is there. */
const CONNECTED: ReadonlySet<string> = new Set(["pending", "active", "rejected", "failed"]);
const KEY_PENDING = "encryption_key_pending";
/** As the program has it. */
const KEY = "projects/my-gcp-project/locations/us-central1/keyRings/redis/cryptoKeys/first";

/** Whether the other side made a request with this path. It may do so before a command's provider has started. */
export const isByOtherSide = (path: string): boolean => path.endsWith(RESUME);

/** The owner of the networks at the other end of connections, of keys, and of the clients of redirected databases. */
export class OtherSide {
  private readonly shared = new Set<StateChange["id"]>();
  private readonly granted = new Set<StateChange["id"]>();
  /** Endpoints whose deletion the engine has begun. */
  private readonly dropped = new Set<StateChange["id"]>();
  private readonly looking = setInterval(() => void this.look(), LOOKS_EVERY_MS);

  constructor(
    private readonly cloud: RedisCloud,
    private readonly chance: Chance,
    private readonly project: Pick<PulumiProject, "exportState">,
  ) {}

  end(): void {
    clearInterval(this.looking);
  }

  private async look(): Promise<void> {
    await this.accept("subscriptionPeering", "pending-acceptance");
    await this.accept("transitGatewayAttachment", "pendingAcceptance");
    await this.connectEndpoints();
    await this.shareGateways();
    await this.grantKey();
    await this.resumeTraffic();
  }

  /** Accepts what waits in this state, sooner or later. */
  private async accept(kind: string, state: string): Promise<void> {
    const { peer } = this.cloud.simulator;
    for (const [id, { to }] of this.latest(kind))
      if (to === state && this.chance.happens(IS_QUICK)) await peer.accept(kind, id).catch(() => undefined);
  }

  /**
   * Creates the side in Google Cloud of an endpoint that the engine is to accept or to reject, and deletes that of one that
   * it deletes, as resources of the same program do.
   */
  private async connectEndpoints(): Promise<void> {
    const endpoints = [...this.latest(ENDPOINT)].filter(([, { to }]) => to !== "deleted" && to !== "gone");
    if (endpoints.length === 0) return;
    const { decided, deleted } = endpointsUnderWay(this.project);
    for (const [id, { to }] of endpoints) {
      if (deleted.has(Number(id))) this.dropped.add(id);
      const isDeleted = this.dropped.has(id);
      const isDue = isDeleted ? CONNECTED.has(to) : to === "initialized" && decided.has(Number(id));
      if (!isDue || !this.chance.happens(IS_QUICK)) continue;
      const { peer } = this.cloud.simulator;
      await peer.act(ENDPOINT, isDeleted ? "delete" : "create", { id }).catch(() => undefined);
    }
  }

  /** Shares a transit gateway with each subscription that is for one. */
  private async shareGateways(): Promise<void> {
    const { peer } = this.cloud.simulator;
    for (const [id, { name, to }] of this.latest("subscription")) {
      if (logicalNameOf(name) !== HUB || to !== "active" || this.shared.has(id)) continue;
      this.shared.add(id);
      await peer.act("transitGatewayInvitation", "share", { subscriptionId: id }).catch(() => undefined);
    }
  }

  /** Gives each subscription that waits for keys access to the program's. */
  private async grantKey(): Promise<void> {
    const { simulator } = this.cloud;
    const waiting = [...this.latest("subscription")]
      .filter(([id, { to }]) => to === KEY_PENDING && !this.granted.has(id))
      .map(([id]) => id);
    if (waiting.length === 0 || !this.chance.happens(IS_QUICK)) return;
    for (const subscription of resourcesOf<Subscription>(simulator, "subscription")) {
      if (!waiting.includes(subscription.id)) continue;
      const { redisServiceAccount = "" } = customerManagedKeyAccessDetails(subscription, undefined);
      await simulator.peer.grantKey(redisServiceAccount, KEY).catch(() => undefined);
      this.granted.add(subscription.id);
    }
  }

  /** The latest change of each resource of a kind. */
  private latest(kind: string): ReadonlyMap<StateChange["id"], StateChange> {
    const changes = this.cloud.simulator.record.changes.filter((change) => change.kind === kind);
    return new Map(changes.map((change) => [change.id, change]));
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
    const path = `/subscriptions/${subscriptionId}/databases/${id}${RESUME}`;
    await this.cloud.post(path).catch(() => undefined);
  }
}

/** IDs of the endpoints that the engine has begun to accept or to reject, and to delete. */
function endpointsUnderWay(project: Pick<PulumiProject, "exportState">) {
  const decided = new Set<number>();
  const deleted = new Set<number>();
  for (const { type, resource } of operationsIn(project)) {
    const { id = "", inputs = {} } = resource;
    if (type === "creating" && resource.type.endsWith(":PrivateServiceConnectEndpointAccepter"))
      decided.add(Number(inputs.endpointId));
    if (type === "deleting" && resource.type.endsWith(":PrivateServiceConnectEndpoint"))
      deleted.add(Number(id.split("/").at(-1)));
  }
  return { decided, deleted };
}

function operationsIn(project: Pick<PulumiProject, "exportState">) {
  try {
    return project.exportState().deployment.pending_operations ?? [];
  } catch {
    // The engine writes it just now.
    return [];
  }
}
