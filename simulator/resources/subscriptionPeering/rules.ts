import ipaddr from "ipaddr.js";
import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import { isRegionOf } from "../subscription/activeActive";
import type { Subscription } from "../subscription/state";
import type { PeeringCreateRequest, PeeringUpdateRequest } from "./requests";
import { SUBSCRIPTION_PEERING, type SubscriptionPeering } from "./state";

const AWS_ACCOUNT = /^\d{12}$/;
const VPC = /^vpc-[0-9a-f]+$/;
const GCP_PROJECT = /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/;
const GCP_NETWORK = /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** The other network at AWS. */
export function requireAws(
  subscription: Subscription,
  request: PeeringCreateRequest,
): NonNullable<SubscriptionPeering["aws"]> {
  const { awsAccountId = "", vpcId = "" } = request;
  const region = request.region ?? request.destinationRegion ?? "";
  requireThat(subscription.provider === "AWS", "VPC_PEERING_BELONGS_TO_DIFFERENT_CLOUD_PROVIDER");
  requireThat(
    AWS_ACCOUNT.test(awsAccountId),
    subscription.regions ? "ACTIVE_ACTIVE_VPC_PEERING_INVALID_AWS_ACCOUNT" : "VPC_PEERING_INVALID_ACCOUNT",
  );
  requireThat(VPC.test(vpcId), "VPC_PEERING_INVALID_VPC");
  requireThat(isRegionOf(region, "AWS"), "VPC_PEERING_INVALID_REGION");
  return { awsAccountId, vpcId, region, vpcCidrs: requireCidrs(subscription, request) };
}

/** The other network at Google Cloud. */
export function requireGcp(
  subscription: Subscription,
  { vpcProjectUid = "", vpcNetworkName = "" }: PeeringCreateRequest,
): NonNullable<SubscriptionPeering["gcp"]> {
  requireThat(subscription.provider === "GCP", "VPC_PEERING_BELONGS_TO_DIFFERENT_CLOUD_PROVIDER");
  requireThat(GCP_PROJECT.test(vpcProjectUid), "VPC_PEERING_INVALID_PROJECT");
  requireThat(GCP_NETWORK.test(vpcNetworkName), "VPC_PEERING_INVALID_VPC");
  return { projectUid: vpcProjectUid, networkName: vpcNetworkName };
}

/** The networks of the other side: at least one, none of them overlapping another or the subscription's. */
export function requireCidrs(
  { deploymentCIDR, regions }: Subscription,
  { vpcCidr, vpcCidrs = [] }: PeeringUpdateRequest | PeeringCreateRequest,
): string[] {
  requireThat(vpcCidr === undefined || vpcCidrs.length === 0, "VPC_PEERING_TOO_MANY_CIDR_SPECIFICATIONS");
  const all = vpcCidr === undefined ? vpcCidrs : [vpcCidr];
  requireThat(all.length > 0, "VPC_PEERING_CIDR_IS_MISSING");
  requireThat(
    all.every((cidr) => ipaddr.IPv4.isValidCIDR(cidr)),
    "VPC_PEERING_INVALID_CIDR",
  );
  const ours = regions?.map((region) => region.deploymentCIDR) ?? [deploymentCIDR];
  const isApart = (cidr: string, index: number) =>
    ![...ours, ...all.slice(0, index)].some((other) => overlap(cidr, other));
  requireThat(all.every(isApart), "VPC_PEERING_CIDR_OVERLAP");
  return all;
}

/** Whether two networks have addresses in common: that is, one contains the other. */
function overlap(one: string, other: string): boolean {
  const [first, second] = [one, other].map((cidr) => ipaddr.IPv4.parseCIDR(cidr)) as [
    [ipaddr.IPv4, number],
    [ipaddr.IPv4, number],
  ];
  const length = Math.min(first[1], second[1]);
  return first[0].match(second[0], length);
}

/** One peering for each pair of networks. One that failed is in nobody's way. */
export function requireUnpeered(
  account: Account,
  subscriptionId: number,
  name: string,
  region?: string,
): void {
  const others = account.collection(SUBSCRIPTION_PEERING).inSubscription(subscriptionId);
  requireThat(
    !others.some((one) => one.name === name && one.sourceRegion === region && one.status !== "failed"),
    "VPC_PEERING_ALREADY_EXIST",
  );
}
