import ipaddr from "ipaddr.js";
import { requireThat } from "../../refusal";
import { INTERNAL_CLOUD_ACCOUNT_ID } from "../cloudAccount/internal";
import { DEPLOYMENT_CIDR_PREFIX_LENGTH } from "./limits";
import type { RegionSpec } from "./requests";

/**
 * Checks the network of a new subscription against the API's rules.
 *
 * The vendor's own account takes a CIDR only. In the customer's own account, existing subnets and an existing security
 * group require each other and their VPC. A VPC alone is accepted, with or without a CIDR: the service creates the
 * subnets in it, which is the form that Terraform configurations use.
 */
export function requireNetwork(networking: RegionSpec["networking"], cloudAccountId: number): void {
  const { deploymentCIDR, vpcId, subnetIds = [], securityGroupId } = networking ?? {};
  if (cloudAccountId === INTERNAL_CLOUD_ACCOUNT_ID) {
    requireThat(!vpcId, "VPC_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT");
    requireThat(subnetIds.length === 0, "SUBNET_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT");
    requireThat(!securityGroupId, "SECURITY_GROUP_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT");
  }
  if (subnetIds.length > 0 || securityGroupId) {
    requireThat(vpcId, "NETWORKING_VPC_ID_MISSING");
    requireThat(subnetIds.length > 0, "NETWORKING_SUBNET_IDS_MISSING");
    requireThat(securityGroupId, "NETWORKING_SECURITY_GROUP_MISSING");
    requireThat(deploymentCIDR === undefined, "NETWORKING_CIDR_IS_NOT_SUPPORTED");
  }
  requireThat(deploymentCIDR === undefined || isDeploymentCidr(deploymentCIDR), "SUBSCRIPTION_INVALID_CIDR");
}

/** "Must be a valid CIDR format with a range of 256 IP addresses." */
export function isDeploymentCidr(cidr: string): boolean {
  if (!ipaddr.IPv4.isValidCIDR(cidr)) return false;
  const [address, prefixLength] = ipaddr.IPv4.parseCIDR(cidr);
  const network = ipaddr.IPv4.networkAddressFromCIDR(cidr);
  return prefixLength === DEPLOYMENT_CIDR_PREFIX_LENGTH && address.toString() === network.toString();
}
