import type { Simulator } from "../../simulator";
import { datasetSizeInGb } from "../../simulator/resources/database/shards";
import type { Database } from "../../simulator/resources/database/state";
import type { EssentialsDatabase } from "../../simulator/resources/essentialsDatabase/state";
import type { EssentialsSubscription } from "../../simulator/resources/essentialsSubscription/state";
import type { PrivateLink } from "../../simulator/resources/privateLink/state";
import type { PrivateServiceConnectEndpoint } from "../../simulator/resources/privateServiceConnectEndpoint/state";
import type { Subscription } from "../../simulator/resources/subscription/state";
import type { SubscriptionPeering } from "../../simulator/resources/subscriptionPeering/state";
import type { TransitGatewayAttachment } from "../../simulator/resources/transitGatewayAttachment/state";
import type { TransitGatewayInvitation } from "../../simulator/resources/transitGatewayInvitation/state";
import type { DeclaredOther } from "../engine/programs/chaos/program";
import { explicitName, identityOf } from "./declared";
import type { Instance } from "./instances";
import type { Session } from "./session";

/** What the account holds, as the simulator's state tells: lists of connections are tasks. */
export const resourcesOf = <T>(simulator: Simulator, kind: string): readonly T[] =>
  simulator.state().accounts.flatMap(({ resources }) => resources[kind] ?? []) as unknown as T[];

const FIRST_REGIONS: ReadonlySet<string> = new Set(["us-east-1", "eu-west-1"]);

/** The regions that were added to subscriptions: they are part of these, so that the record does not tell of them. */
export function regionsIn(simulator: Simulator): Instance[] {
  return resourcesOf<Subscription>(simulator, "subscription").flatMap(({ id, regions = [], status }) =>
    regions
      .filter(({ region }) => !FIRST_REGIONS.has(region))
      .map(
        ({ region }): Instance => ({
          kind: "activeActiveRegion",
          id: region,
          subscriptionId: id,
          createdAs: region,
          name: region,
          identity: identityOf("activeActiveRegion", region),
          isPlanned: false,
          createdAt: 0,
          ...(status === "deleting" && { leftAt: 0 }),
          state: "active",
          hasFailed: false,
        }),
      ),
  );
}

const PLAN_OF_CARDS = [2, 3];
const POLICIES = ["allkeys-lru", "volatile-ttl", "noeviction"];
const PERSISTENCE = ["aof-every-write", "snapshot-every-1-hour"];

const GRACE_PERIODS = ["1-hour", "24-hours", "alerts-only"];

/** What its value makes of a resource, in words: as the program has it. */
export function otherWanted({ type, logicalName, value }: DeclaredOther): string {
  switch (type) {
    case "Database":
      return `${(value % 3) + 1} GB`;
    case "EssentialsSubscription":
      return `card ${PLAN_OF_CARDS[value % 2]}`;
    case "EssentialsDatabase":
      return `${POLICIES[value % 3]}`;
    case "ActiveActiveDatabase":
      return value % 3 > 0 ? `${PERSISTENCE[value % 2]} in eu-west-1` : "nothing of its own in eu-west-1";
    case "ActiveActiveRegion":
      return `10.2.${value}.0/24`;
    case "SubscriptionPeering":
      return `172.16.${value}.0/24`;
    case "PrivateServiceConnectEndpoint":
      return explicitName(logicalName, value);
    case "PrivateServiceConnectEndpointAccepter":
      return value % 2 === 1 ? "active" : "rejected";
    case "SubscriptionEncryptionKeys":
      return `${GRACE_PERIODS[value % 3]}`;
    case "TransitGatewayInvitationAcceptor":
      return "accepted";
    case "TransitGatewayRoutes":
      return [value, value + 1].map((number) => `10.3.${number}.0/24`).join(" ");
    case "PrivateLink":
      return [value, value + 1].map((number) => String(100_000_000_000 + number)).join(" ");
    default:
      return "";
  }
}

/** The same of what the account holds. */
export function otherSeen(
  { type }: DeclaredOther,
  { id }: Instance,
  { simulator }: Session["cloud"],
): string {
  const one = <T extends { id: number | string }>(kind: string) =>
    resourcesOf<T>(simulator, kind).find((each) => each.id === id);
  switch (type) {
    case "Database": {
      const database = one<Database>("database");
      return `${database && datasetSizeInGb(database)} GB`;
    }
    case "EssentialsSubscription":
      return `card ${one<EssentialsSubscription>("essentialsSubscription")?.payment?.paymentMethodId}`;
    case "EssentialsDatabase":
      return `${one<EssentialsDatabase>("essentialsDatabase")?.dataEvictionPolicy}`;
    case "ActiveActiveDatabase": {
      const own = one<Database>("database")?.locals?.["eu-west-1"]?.dataPersistence;
      return `${own ?? "nothing of its own"} in eu-west-1`;
    }
    case "ActiveActiveRegion":
      return resourcesOf<Subscription>(simulator, "subscription")
        .flatMap(({ regions = [] }) => regions)
        .filter(({ region }) => region === id)
        .map(({ deploymentCIDR }) => deploymentCIDR)
        .join(" ");
    case "SubscriptionPeering":
      return `${one<SubscriptionPeering>("subscriptionPeering")?.aws?.vpcCidrs.join(" ")}`;
    case "PrivateServiceConnectEndpoint":
      return `${one<PrivateServiceConnectEndpoint>("privateServiceConnectEndpoint")?.endpointConnectionName}`;
    case "PrivateServiceConnectEndpointAccepter":
      return `${one<PrivateServiceConnectEndpoint>("privateServiceConnectEndpoint")?.status}`;
    case "SubscriptionEncryptionKeys":
      return `${one<Subscription>("subscription")?.deletionGracePeriod}`;
    case "TransitGatewayInvitationAcceptor":
      return resourcesOf<TransitGatewayInvitation>(simulator, "transitGatewayInvitation")
        .filter(({ subscriptionId }) => subscriptionId === id)
        .map(({ status }) => status)
        .join(" ");
    case "TransitGatewayRoutes":
      return `${one<TransitGatewayAttachment>("transitGatewayAttachment")?.cidrs.toSorted().join(" ")}`;
    case "PrivateLink":
      return `${one<PrivateLink>("privateLink")
        ?.principals.map(({ principal }) => principal)
        .sort()
        .join(" ")}`;
    default:
      return "";
  }
}
