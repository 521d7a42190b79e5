import ipaddr from "ipaddr.js";
import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import { INTERNAL_CLOUD_ACCOUNT_ID } from "../cloudAccount/internal";
import { MAX_ACTIVE_ACTIVE_REGIONS } from "./limits";
import { isDeploymentCidr } from "./network";
import { type Deployment, newSubnetId, newVpcId, requireZones, zonesOf } from "./place";
import { REGIONS } from "./regions";
import type { RegionSpec, SubscriptionCreateRequest } from "./requests";
import { requireResourceTags } from "./settings";
import type { SubscriptionRegion } from "./state";

/**
 * Where a request deploys an Active-Active subscription: in two regions at least, on the vendor's own cloud account,
 * each with a network of its own.
 */
export function activeActiveDeployment(
  account: Account,
  { cloudProviders, memoryStorage }: SubscriptionCreateRequest,
): Deployment {
  const [spec, ...moreProviders] = cloudProviders;
  requireThat(spec && moreProviders.length === 0, "MULTIPLE_CLOUD_PROVIDERS_NOT_SUPPORTED");
  const { provider = "AWS", cloudAccountId = INTERNAL_CLOUD_ACCOUNT_ID, resourceTags = [] } = spec;
  requireThat(cloudAccountId === INTERNAL_CLOUD_ACCOUNT_ID, "ACTIVE_ACTIVE_EXTERNAL_ACCOUNTS_NOT_SUPPORTED");
  requireThat(memoryStorage !== "ram-and-flash", "ACTIVE_ACTIVE_RAM_AND_FLASH_MEMORY_STORAGE_NOT_SUPPORTED");
  requireResourceTags(resourceTags, cloudAccountId);
  const regions = spec.regions.map((region) => {
    const isKnown = isRegionOf(region.region, provider);
    requireThat(isKnown, "SUBSCRIPTION_INVALID_REGION_NAME");
    return newRegion(account, region, provider);
  });
  const [first] = regions;
  requireThat(first && regions.length > 1, "ACTIVE_ACTIVE_SUBSCRIPTION_WITHOUT_REGIONS_IS_NOT_ALLOWED");
  requireRegions(regions);
  const { regionId: _, ...place } = first;
  return { provider, cloudAccountId, ...place, resourceTags: [], regions };
}

/** A region of an Active-Active subscription, as a request asks for it. */
export function newRegion(account: Account, spec: RegionSpec, provider: "AWS" | "GCP"): SubscriptionRegion {
  // "Default for Active-Active: matches the region's multi-AZ capability": all regions here have it.
  const { region, networking = {}, multipleAvailabilityZones = true } = spec;
  const { deploymentCIDR, vpcId, subnetIds, securityGroupId } = networking;
  requireThat(!vpcId, "VPC_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT");
  requireThat(!subnetIds?.length, "SUBNET_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT");
  requireThat(!securityGroupId, "SECURITY_GROUP_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT");
  requireThat(deploymentCIDR !== undefined, "NETWORKING_CIDR_MISSING");
  requireThat(isDeploymentCidr(deploymentCIDR), "ACTIVE_ACTIVE_DATABASE_INVALID_CIDR_FORMAT");
  const zones = { ...spec, multipleAvailabilityZones };
  requireZones(zones);
  return {
    regionId: REGIONS.find((one) => one.name === region && one.provider === provider)?.id ?? 0,
    region,
    deploymentCIDR,
    vpcId: newVpcId(account),
    subnetIds: [newSubnetId(account)],
    multipleAvailabilityZones,
    preferredAvailabilityZones: zonesOf(zones, provider),
  };
}

/** Whether the cloud provider has a region of this name. */
export function isRegionOf(name: string, provider: "AWS" | "GCP"): boolean {
  return REGIONS.some((region) => region.name === name && region.provider === provider);
}

/** Checks the regions of an Active-Active subscription together. */
export function requireRegions(regions: SubscriptionRegion[]): void {
  const names = regions.map(({ region }) => region);
  requireThat(new Set(names).size === names.length, "ACTIVE_ACTIVE_REGIONS_MUST_BE_DEFINED_ONCE");
  requireThat(regions.length <= MAX_ACTIVE_ACTIVE_REGIONS, "ACTIVE_ACTIVE_REGION_LIMIT_REACHED");
  // All networks have the same size: those that overlap are equal.
  const networks = regions.map(({ deploymentCIDR }) => ipaddr.IPv4.parseCIDR(deploymentCIDR).join("/"));
  requireThat(
    new Set(networks).size === networks.length,
    "ACTIVE_ACTIVE_DATABASE_INVALID_CIDR_OVERLAPPING_OTHER_REGIONS",
  );
}
