import ipaddr from "ipaddr.js";
import { INTERNAL_CLOUD_ACCOUNT_ID } from "../catalog";
import { DEPLOYMENT_CIDR_PREFIX_LENGTH } from "../limits";
import { insist } from "../refusal";
import type { RegionSpec } from "../requests/subscription";

/**
 * Holds the network that a subscription is to be deployed in against the API's rules.
 *
 * The vendor's own account takes a CIDR only. In an account of one's own, subnets and a security group that exist
 * need each other and their VPC. A VPC alone is accepted, with or without a CIDR: the service makes the subnets in
 * it, which is the form that Terraform configurations use.
 */
export function insistOnNetwork(networking: RegionSpec["networking"], cloudAccountId: number): void {
  const { deploymentCIDR, vpcId, subnetIds = [], securityGroupId } = networking ?? {};
  if (cloudAccountId === INTERNAL_CLOUD_ACCOUNT_ID) {
    insist(!vpcId, "VPC_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT");
    insist(subnetIds.length === 0, "SUBNET_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT");
    insist(!securityGroupId, "SECURITY_GROUP_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT");
  }
  if (subnetIds.length > 0 || securityGroupId) {
    insist(vpcId, "NETWORKING_VPC_ID_MISSING");
    insist(subnetIds.length > 0, "NETWORKING_SUBNET_IDS_MISSING");
    insist(securityGroupId, "NETWORKING_SECURITY_GROUP_MISSING");
    insist(deploymentCIDR === undefined, "NETWORKING_CIDR_IS_NOT_SUPPORTED");
  }
  insist(deploymentCIDR === undefined || isDeploymentCidr(deploymentCIDR), "SUBSCRIPTION_INVALID_CIDR");
}

/** "Must be a valid CIDR format with a range of 256 IP addresses." */
function isDeploymentCidr(cidr: string): boolean {
  if (!ipaddr.IPv4.isValidCIDR(cidr)) return false;
  const [address, prefixLength] = ipaddr.IPv4.parseCIDR(cidr);
  const network = ipaddr.IPv4.networkAddressFromCIDR(cidr);
  return prefixLength === DEPLOYMENT_CIDR_PREFIX_LENGTH && address.toString() === network.toString();
}
