import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import { INTERNAL_CLOUD_ACCOUNT_ID } from "../cloudAccount/internal";
import { CLOUD_ACCOUNT } from "../cloudAccount/state";
import { requireNetwork } from "./network";
import { REGIONS } from "./regions";
import type { CloudProviderSpec, RegionSpec, SubscriptionCreateRequest } from "./requests";
import { requireResourceTags } from "./settings";
import type { Subscription } from "./state";

/** Where a subscription is deployed. */
export type Deployment = Pick<
  Subscription,
  | "provider"
  | "cloudAccountId"
  | "region"
  | "multipleAvailabilityZones"
  | "preferredAvailabilityZones"
  | "deploymentCIDR"
  | "vpcId"
  | "subnetIds"
  | "resourceTags"
  | "regions"
>;

/** Where a request deploys a single-region subscription. */
export function singleRegionDeployment(
  account: Account,
  { cloudProviders }: SubscriptionCreateRequest,
): Deployment {
  const [spec, ...moreProviders] = cloudProviders;
  const [region, ...moreRegions] = spec?.regions ?? [];
  requireThat(
    spec && region && moreProviders.length + moreRegions.length === 0,
    "GENERAL_ERROR",
    "A single-region subscription has exactly one cloud provider with one region.",
  );
  const provider = spec.provider ?? "AWS";
  const cloudAccountId = spec.cloudAccountId ?? INTERNAL_CLOUD_ACCOUNT_ID;
  requireCloudAccount(account, cloudAccountId, provider);
  requireRegion(region, provider);
  requireNetwork(region.networking, cloudAccountId);
  requireResourceTags(spec.resourceTags ?? [], cloudAccountId);
  return {
    provider,
    cloudAccountId,
    ...placeOf(account, spec, region),
    resourceTags: spec.resourceTags ?? [],
  };
}

function placeOf(account: Account, spec: CloudProviderSpec, region: RegionSpec) {
  const { networking = {}, multipleAvailabilityZones = false } = region;
  const internal = (spec.cloudAccountId ?? INTERNAL_CLOUD_ACCOUNT_ID) === INTERNAL_CLOUD_ACCOUNT_ID;
  return {
    region: region.region,
    multipleAvailabilityZones,
    preferredAvailabilityZones: zonesOf(region, spec.provider),
    deploymentCIDR: networking.deploymentCIDR ?? (internal ? "192.168.0.0/24" : "10.0.0.0/24"),
    vpcId: networking.vpcId,
    subnetIds: networking.subnetIds ?? [newSubnetId(account)],
  };
}

/** The zones that a request prefers, or those that the server chooses. */
export function zonesOf(
  { region, multipleAvailabilityZones, preferredAvailabilityZones }: RegionSpec,
  provider?: "AWS" | "GCP",
): string[] {
  if (preferredAvailabilityZones?.length) return preferredAvailabilityZones;
  const zones = multipleAvailabilityZones ? ["a", "b", "c"] : ["a"];
  return zones.map((zone) => `${region}${provider === "GCP" ? "-" : ""}${zone}`);
}

/** The ID of a subnet that the server creates. */
export function newSubnetId(account: Account): string {
  return `subnet-${randomHex(account)}`;
}

/** The ID of a VPC that the server creates. */
export function newVpcId(account: Account): string {
  return `vpc-${randomHex(account)}`;
}

function randomHex(account: Account): string {
  return account.random.uuid().replaceAll("-", "").slice(0, 17);
}

function requireCloudAccount(account: Account, cloudAccountId: number, provider: "AWS" | "GCP"): void {
  if (cloudAccountId === INTERNAL_CLOUD_ACCOUNT_ID) return;
  requireThat(provider !== "GCP", "SUBSCRIPTION_GCP_ALLOW_ONLY_INTERNAL");
  const cloudAccount = account.collection(CLOUD_ACCOUNT).get(cloudAccountId);
  requireThat(cloudAccount, "CLOUD_ACCOUNT_NOT_FOUND");
  requireThat(cloudAccount.status === "active", "CLOUD_ACCOUNT_NOT_ACTIVE");
  requireThat(cloudAccount.provider === provider, "SUBSCRIPTION_CA_PROVIDER_MISMATCH");
}

function requireRegion(spec: RegionSpec, provider: "AWS" | "GCP"): void {
  const known = REGIONS.some((region) => region.name === spec.region && region.provider === provider);
  requireThat(known, "SUBSCRIPTION_INVALID_REGION_NAME");
  requireZones(spec);
}

/** Checks preferred availability zones: three for a region with multiple ones, else one. */
export function requireZones({
  multipleAvailabilityZones,
  preferredAvailabilityZones: zones = [],
}: RegionSpec) {
  const expected = multipleAvailabilityZones ? 3 : 1;
  requireThat(zones.length === 0 || zones.length === expected, "SUBSCRIPTION_BAD_PREFERRED_AZ_SIZE");
  requireThat(new Set(zones).size === zones.length, "SUBSCRIPTION_PREFERRED_AZ_MUST_BE_DEFINED_ONCE");
}
