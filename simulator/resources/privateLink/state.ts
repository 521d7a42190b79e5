import type { KindName } from "../../kinds";
import type { Resource } from "../../resource";

/** The states that the vendor's Go SDK names; in `error`, which only faults cause here, it has an `errorMessage`. */
export type PrivateLinkState = "initializing" | "active" | "deleting" | "error";

/** The types of principals, as in the OpenAPI document. */
export const PRINCIPAL_TYPES = [
  "aws_account",
  "organization",
  "organization_unit",
  "iam_role",
  "iam_user",
  "service_principal",
] as const;

/** Somebody in AWS with whom the private link is shared. */
export interface PrivateLinkPrincipal {
  principal: string;
  type: (typeof PRINCIPAL_TYPES)[number];
  alias?: string;
  /** In simulated milliseconds: from then on it is `associated`. */
  associatedAt: number;
}

/** An endpoint in a VPC of a principal that uses the private link. */
export interface PrivateLinkConnection {
  associationId: string;
  connectionId: string;
  type: string;
  ownerId: string;
  associationDate: string;
}

/** The private link of a subscription, or of one region of it. Its ID is the place: the API gives it none. */
export interface PrivateLink extends Resource<"privateLink", PrivateLinkState> {
  id: string;
  subscriptionId: number;
  regionId?: number;
  resourceConfigurationId: string;
  resourceConfigurationArn: string;
  shareArn: string;
  principals: PrivateLinkPrincipal[];
  connections: PrivateLinkConnection[];
  /** While it is `initializing`, reads show it only from then on, in simulated milliseconds. */
  shownAt: number;
}

/** Refers to the private links of an account. */
export const PRIVATE_LINK: KindName<PrivateLink> = "privateLink";
