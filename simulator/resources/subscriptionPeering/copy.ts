import { z } from "zod";
import { type Answers, fieldOf, itemsOf, type Read } from "../../copy/answers";
import { maybe, withDefault } from "../../copy/fields";
import type { Copied, KindCopy } from "../../copy/kindCopy";
import { type ListedSubscription, listedSubscriptions } from "../subscription/listed";
import { SUBSCRIPTION_PEERING, type SubscriptionPeering } from "./state";

/** A peering in either list: that of an Active-Active subscription has other names of some fields. */
const shape = z.object({
  id: maybe(z.int()),
  vpcPeeringId: maybe(z.int()),
  status: z.string(),
  sourceRegion: maybe(z.string()),
  regionName: maybe(z.string()),
  destinationRegion: maybe(z.string()),
  awsAccountId: maybe(z.string()),
  vpcUid: maybe(z.string()),
  vpcCidr: maybe(z.string()),
  vpcCidrs: withDefault(z.array(z.object({ vpcCidr: z.string() })), []),
  awsPeeringUid: maybe(z.string()),
  projectUid: maybe(z.string()),
  vpcProjectUid: maybe(z.string()),
  networkName: maybe(z.string()),
  vpcNetworkName: maybe(z.string()),
  cloudPeeringId: maybe(z.string()),
});

const pathIn = ({ id, isActiveActive }: ListedSubscription): string =>
  `/subscriptions/${id}${isActiveActive ? "/regions" : ""}/peerings`;

const readOf = (subscription: ListedSubscription): Read => ({
  path: pathIn(subscription),
  byTask: {
    kind: SUBSCRIPTION_PEERING,
    absent: ["VPC_PEERING_NOT_FOUND", "ACTIVE_ACTIVE_VPC_PEERING_NOT_FOUND"],
  },
});

function listed(answers: Answers, subscription: ListedSubscription): unknown[] {
  const answer = answers[pathIn(subscription)];
  if (!subscription.isActiveActive) return [...itemsOf(answer, "peerings")];
  return itemsOf(answer, "regions").flatMap((region) =>
    itemsOf(region, "vpcPeerings").map((one) => ({
      sourceRegion: fieldOf(region, "region"),
      ...Object(one),
    })),
  );
}

export const subscriptionPeeringCopy: KindCopy<SubscriptionPeering> = {
  reads: (answers) => listedSubscriptions(answers).map(readOf),
  resources: (answers, context) =>
    listedSubscriptions(answers).flatMap((subscription) =>
      context
        .parseAll(shape, listed(answers, subscription), (one) => `peering ${one.vpcPeeringId ?? one.id}`)
        .map((answer) => peeringFrom(answer, subscription)),
    ),
  states: {
    "initiating-request": { to: "pending-acceptance", duration: "peeringCreate" },
    "pending-acceptance": "rests",
    inactive: "rests",
    active: "rests",
    failed: "rests",
  },
};

function peeringFrom(
  answer: z.infer<typeof shape>,
  { id: subscriptionId, isActiveActive }: ListedSubscription,
): Copied<SubscriptionPeering> {
  const { status, awsAccountId, vpcUid: vpcId = "", awsPeeringUid, cloudPeeringId, vpcCidr } = answer;
  const cidrs = answer.vpcCidrs.map((one) => one.vpcCidr);
  const projectUid = answer.projectUid ?? answer.vpcProjectUid ?? "";
  const networkName = answer.networkName ?? answer.vpcNetworkName ?? "";
  const common = {
    kind: "subscriptionPeering" as const,
    id: answer.vpcPeeringId ?? answer.id ?? 0,
    subscriptionId,
    status,
    ...(isActiveActive && { sourceRegion: answer.sourceRegion }),
  };
  if (awsAccountId === undefined)
    return {
      ...common,
      name: `${projectUid}/${networkName}`,
      gcp: { projectUid, networkName, ...(cloudPeeringId && { cloudPeeringId }) },
    };
  return {
    ...common,
    name: `${awsAccountId}/${vpcId}`,
    aws: {
      awsAccountId,
      vpcId,
      region: answer.destinationRegion ?? answer.regionName ?? "",
      vpcCidrs: cidrs.length > 0 || vpcCidr === undefined ? cidrs : [vpcCidr],
      ...(awsPeeringUid && { awsPeeringUid }),
    },
  };
}
