import { z } from "zod";
import { informative, maybe, resourceId } from "../../api/answers";
import { type ListSource, listByTask, type Place } from "../../api/lists";
import type { Kind, Parent } from "../../lifecycle/kind";
import { activeActiveRegionKind } from "../activeActiveRegion/kind";
import { activeActiveSubscriptionKind } from "../activeActiveSubscription/kind";
import { PRO_SUBSCRIPTION } from "../connectivity";
import { PEERING_ADVICE } from "./advice";

const peering = z
  .object({
    vpcPeeringId: resourceId,
    status: z.string(),
    sourceRegion: maybe(z.string()),
    destinationRegion: maybe(z.string()),
    regionName: informative(z.string()),
    awsAccountId: maybe(z.string()),
    vpcUid: maybe(z.string()),
    vpcCidr: maybe(z.string()),
    vpcCidrs: maybe(z.array(z.object({ vpcCidr: z.string() }))),
    awsPeeringUid: maybe(z.string()),
    projectUid: maybe(z.string()),
    networkName: maybe(z.string()),
    redisProjectUid: maybe(z.string()),
    redisNetworkName: maybe(z.string()),
    cloudPeeringId: maybe(z.string()),
  })
  .transform(({ vpcCidr, vpcCidrs = [], ...item }) => ({
    ...item,
    name: keyOf(item),
    // One that was given in a list comes back alone.
    vpcCidrs: vpcCidrs.length > 0 || vpcCidr === undefined ? vpcCidrs.map((one) => one.vpcCidr) : [vpcCidr],
  }));
export type ListedPeering = z.infer<typeof peering>;

/** What identifies the other network. */
function keyOf({
  awsAccountId,
  vpcUid,
  projectUid,
  networkName,
}: {
  awsAccountId?: string;
  vpcUid?: string;
  projectUid?: string;
  networkName?: string;
}): string {
  return projectUid === undefined ? `${awsAccountId}/${vpcUid}` : `${projectUid}/${networkName}`;
}

/** The list of an Active-Active subscription, which is by region, with other names of some fields. */
const byRegion = z
  .object({
    regions: maybe(
      z.array(z.looseObject({ region: z.string(), vpcPeerings: maybe(z.array(z.looseObject({}))) })),
    ),
  })
  .transform(({ regions = [] }) =>
    regions.flatMap(({ region, vpcPeerings = [] }) =>
      vpcPeerings.map((one): unknown => ({
        vpcPeeringId: one.id,
        projectUid: one.vpcProjectUid,
        networkName: one.vpcNetworkName,
        sourceRegion: region,
        ...one,
      })),
    ),
  );

/** Place of the whole list of an Active-Active subscription. */
const REGIONS = "regions";
const formIn = (place: Place): string => (REGIONS in place ? "regions/peerings" : "peerings");

const openList: ListSource<ListedPeering>["openList"] = (reader, place) =>
  listByTask({
    path: () => `/subscriptions/${place.subscriptionId}/${formIn(place)}`,
    item: peering,
    id: "vpcPeeringId",
    answer: (list) => {
      const plain = z.object({ peerings: maybe(list) }).transform(({ peerings = [] }) => peerings);
      return REGIONS in place ? byRegion.transform((all): unknown => all).pipe(list) : plain;
    },
    absent: ["VPC_PEERING_NOT_FOUND", "ACTIVE_ACTIVE_VPC_PEERING_NOT_FOUND", "SUBSCRIPTION_NOT_FOUND"],
  })(reader, place);

/** The region of an Active-Active subscription whose network is peered, by its name. */
const SOURCE_REGION: Parent = {
  argument: "sourceRegion",
  noun: "region",
  optional: {
    within: activeActiveSubscriptionKind.name,
    list: activeActiveRegionKind,
    id: ({ name }) => name,
  },
};

const kind: Kind<ListedPeering> = {
  name: "subscriptionPeering",
  noun: "peering",
  parents: [PRO_SUBSCRIPTION, SOURCE_REGION],
  idType: "number",
  isNameUnique: true,
  openList,
  isReadByTask: true,
  states: {
    pending: new Set(["initiating-request"]),
    // In the first two, it waits for the other side.
    ready: new Set(["pending-acceptance", "inactive", "active"]),
    resting: new Set(),
    deleting: new Set(["deleting", "delete-pending"]),
    failed: new Set(["failed"]),
  },
  // No source has the names of the tasks of updates, or of those of Active-Active subscriptions: these follow others.
  commands: {
    create: new Set(["peeringCreateRequest", "activeActivePeeringCreateRequest"]),
    update: new Set(["peeringUpdateRequest", "activeActivePeeringUpdateRequest"]),
    delete: new Set(["peeringDeleteRequest", "activeActivePeeringDeleteRequest"]),
    read: new Set(["peeringListRequest", "vpcPeeringGetRequest", "activeActivePeeringListRequest"]),
  },
  passingRefusals: ["VPC_PEERING_CLUSTER_NOT_ACTIVE"],
  advice: PEERING_ADVICE,
  limits: { subscription: "parent", turnsNonActive: [], precedence: { create: 3, update: 3, delete: 1 } },
};

/**
 * Peerings of Pro subscriptions. API: `/subscriptions/{id}/peerings`, `/subscriptions/{id}/regions/peerings`. Their lists
 * are tasks; that of an Active-Active subscription has the peerings of all its regions.
 */
export const subscriptionPeeringKind: Kind<ListedPeering> = {
  ...kind,
  partOf: {
    list: { ...kind, name: "subscriptionPeerings" } as Kind<ListedPeering>,
    has: ({ sourceRegion }, place) => sourceRegion === place.sourceRegion,
    placeOf: ({ subscriptionId = 0, sourceRegion }): Place =>
      sourceRegion === undefined ? { subscriptionId } : { subscriptionId, [REGIONS]: REGIONS },
  },
};

/** Path of the peerings in a place. */
export const peeringsPath = ({ subscriptionId, sourceRegion }: Readonly<Record<string, unknown>>): string =>
  `/subscriptions/${subscriptionId}/${sourceRegion === undefined ? "peerings" : "regions/peerings"}`;
