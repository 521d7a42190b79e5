import type { PlaceInputs } from "../placeTypes";
import type { CommonInputs } from "../sharedTypes";

/** Somebody in AWS with whom a private link is shared. API: `PrivateLinkPrincipalsCreateRequest`. */
export interface PrivateLinkPrincipal {
  /**
   * Number of an AWS account (12 digits), ARN of a user, role, organization or organizational unit, or name of an AWS
   * service, as the `type` says.
   */
  principal: string;
  /** Type of the principal. */
  type: "aws_account" | "organization" | "organization_unit" | "iam_role" | "iam_user" | "service_principal";
  /** Name of the principal for people. @default none */
  alias?: string;
}

/**
 * AWS PrivateLink of a Pro subscription, or of a region of an Active-Active one. API: `PrivateLinkCreateRequest`,
 * `PrivateLinkActiveActiveCreateRequest`.
 */
export interface PrivateLinkInputs extends CommonInputs, PlaceInputs {
  /** Name of the resource share in AWS, up to 64 characters. A change replaces. */
  shareName: string;
  /**
   * With whom the link is shared, one at least; the order has no meaning. Set after creation. A
   * principal whose type or alias changes is removed and added again. A change updates.
   */
  principals: PrivateLinkPrincipal[];
}

/** An endpoint in a VPC of a principal that uses the link. */
export interface PrivateLinkConnection {
  /** ID of the association with the resource share. */
  readonly associationId: string | undefined;
  /** ID of the VPC endpoint. */
  readonly connectionId: string | undefined;
  /** Type of the connection, e.g. `vpc_endpoint`. */
  readonly type: string | undefined;
  /** Number of the AWS account that has the endpoint. */
  readonly ownerId: string | undefined;
  /** When it was associated, in ISO 8601. */
  readonly associationDate: string | undefined;
}

/** A database that can be reached through the link. */
export interface PrivateLinkDatabase {
  readonly databaseId: number;
  readonly port: number | undefined;
  /** Host name of the database in a VPC with an endpoint. */
  readonly rlEndpoint: string | undefined;
}

/** What the API reports of a private link. */
export interface PrivateLinkOutputs {
  /** Provisioning state: `active` when endpoints can be connected. */
  readonly status: string;
  /** ID of the resource configuration in Amazon VPC Lattice. */
  readonly resourceConfigurationId: string | undefined;
  /** ARN of the resource configuration, to which a VPC endpoint of the type `Resource` connects. */
  readonly resourceConfigurationArn: string | undefined;
  /** ARN of the share in AWS Resource Access Manager, which principals outside of an organization accept. */
  readonly shareArn: string | undefined;
  /** The endpoints that are connected, as last read. */
  readonly connections: PrivateLinkConnection[] | undefined;
  /** The databases that can be reached, as last read. */
  readonly databases: PrivateLinkDatabase[] | undefined;
}
