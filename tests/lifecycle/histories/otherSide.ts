import type { Simulator, StateChange } from "../../../simulator";
import type { Database } from "../../../simulator/resources/database/state";
import type { EndpointRedirection } from "../../../simulator/resources/endpointRedirection/state";
import type { Held, Stack } from "../stack";
import { seconds, until } from "../virtualTime";
import type { Declared } from "./declared";
import { FIRST_REGION } from "./types/activeActive";
import { isInRegion } from "./types/connections";
import { KEY } from "./types/pro";
import { lastPart, ofKind, type Resources, type SharedGateway } from "./types/type";

/** Seconds between two looks. */
const LOOK_S = 7;
const ENDPOINT = "privateServiceConnectEndpoint";
const WAITS: ReadonlySet<string> = new Set(["subscriptionPeering", "transitGatewayAttachment", ENDPOINT]);

/**
 * The owner of the networks and the key at the other end of connections. It accepts peerings when it sees them, as
 * people do; it creates and deletes what endpoints have in Google Cloud, and grants access to its key, as resources of
 * the same program do.
 */
export class OtherSide {
  private seen = 0;
  private readonly waiting = new Map<string | number, StateChange>();
  /** Endpoints whose resources in Google Cloud the program no longer has. */
  private readonly dropped = new Set<number>();
  private isEnded = false;

  /**
   * @param isKnown whether the state holds the endpoint: otherwise the program has nothing to connect to it.
   * @param post sends a request of a person.
   */
  constructor(
    private readonly simulator: Simulator,
    private readonly isKnown: (endpointId: number) => boolean,
    private readonly post: (path: string) => Promise<void>,
  ) {}

  /** Acts on whatever waits for it, until {@link end}. */
  async watch(): Promise<void> {
    while (!this.isEnded) {
      await seconds(LOOK_S);
      await this.look();
    }
  }

  end(): void {
    this.isEnded = true;
  }

  /** What the owner of a transit gateway has shared with a subscription. */
  sharedWith(subscriptionId: string): SharedGateway {
    const idIn = (kind: string) =>
      ofKind<{ id: number; subscriptionId: number }>(this.resources(), kind).find(
        (one) => String(one.subscriptionId) === subscriptionId,
      )?.id ?? 0;
    return { invitationId: idIn("transitGatewayInvitation"), gatewayId: idIn("transitGateway") };
  }

  /** What the program does before this resource is created or updated. */
  async prepare({ type, name, parent = "" }: Declared, stack: Stack): Promise<void> {
    if (type === "TransitGatewayInvitationAcceptor") await this.share(parent, stack.state(parent).id);
    // A look-up of the gateway waits until it is there.
    if (type === "TransitGatewayAttachment")
      await until(() => this.isEnded || this.sharedWith(stack.state(parent).id).gatewayId > 0);
    if (type === "PrivateServiceConnectEndpoint" && stack.has(name))
      this.dropped.delete(Number(lastPart(stack.state(name).id)));
    if (type !== "SubscriptionEncryptionKeys") return;
    const { customerManagedKeyAccessDetails: details } = stack.state(parent).outputs;
    const { redisIamRole = "" } = (details ?? {}) as { redisIamRole?: string };
    await this.simulator.peer.grantKey(redisIamRole, KEY).catch(() => undefined);
  }

  /** What the program does before this resource is deleted. */
  async prepareDeletion({ type, id }: Pick<Held, "type" | "id">): Promise<void> {
    if (type !== "PrivateServiceConnectEndpoint") return;
    const endpointId = Number(lastPart(id));
    this.dropped.add(endpointId);
    // Nothing to do where nothing was created.
    await this.simulator.peer.act(ENDPOINT, "delete", { id: endpointId }).catch(() => undefined);
  }

  /** Resumes the traffic that redirections have stopped, as soon as that is allowed. */
  private async resumeTraffic(): Promise<void> {
    const resources = this.resources();
    const databases = ofKind<Database>(resources, "database");
    for (const { blocked } of ofKind<EndpointRedirection>(resources, "endpointRedirection")) {
      const database = databases.find(({ id }) => id === blocked?.databaseId);
      if (blocked === undefined || database === undefined || blocked.until > this.simulator.now()) continue;
      await this.post(`/subscriptions/${database.subscriptionId}/databases/${database.id}/traffic/resume`);
    }
  }

  /** Shares a transit gateway with a subscription, once. */
  private async share(parent: string, id: string): Promise<void> {
    if (this.sharedWith(id).invitationId > 0) return;
    const region = isInRegion(parent) ? { regionId: FIRST_REGION.regionId } : {};
    const request = { subscriptionId: Number(id), ...region };
    await this.simulator.peer.act("transitGatewayInvitation", "share", request);
  }

  private resources(): Resources {
    return this.simulator.state().accounts[0]?.resources ?? {};
  }

  private async look(): Promise<void> {
    await this.resumeTraffic();
    const { changes } = this.simulator.record;
    for (const change of changes.slice(this.seen)) {
      if (WAITS.has(change.kind)) this.waiting.set(`${change.kind} ${change.id}`, change);
    }
    this.seen = changes.length;
    for (const [key, { kind, id, to }] of this.waiting) {
      const isPeering = to === "pending-acceptance" || to === "pendingAcceptance";
      const isEndpoint = to === "initialized" && this.isKnown(Number(id)) && !this.dropped.has(Number(id));
      if (isPeering || isEndpoint)
        await this.simulator.peer.act(kind, isPeering ? "accept" : "create", { id }).catch(() => undefined);
      if (isPeering || to !== "initialized") this.waiting.delete(key);
    }
  }
}
