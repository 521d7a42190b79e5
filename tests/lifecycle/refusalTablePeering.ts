import type { Inputs } from "@pulumi/pulumi";
import type { Entry, Sample, World } from "./refusalTable";

/*
 * The part of the table that concerns peerings.
 */

const AWS = {
  region: "us-east-1",
  awsAccountId: "123456789012",
  vpcId: "vpc-0125be68a4625884a",
  vpcCidrs: ["10.10.10.0/24"],
};
const { region: destinationRegion, ...OTHER } = AWS;

/** Arguments that are accepted. */
export const PEERING_BASE = {
  SubscriptionPeering: ({ main }: World): Inputs => ({ subscriptionId: main, ...AWS }),
};

const peering = (args: Inputs, property: string, more: Partial<Sample> = {}): Sample => ({
  type: "SubscriptionPeering",
  args,
  property,
  ...more,
});

/** The same from a region of the Active-Active subscription. */
const inRegion = (args: object, property: string): Sample => {
  const declared = { ...OTHER, destinationRegion, sourceRegion: "us-east-1", ...args };
  return peering({ ...declared, region: undefined }, property, {
    args: ({ global }) => ({ ...declared, region: undefined, subscriptionId: global }),
    request: ({ global }) => ({
      method: "POST",
      path: `/subscriptions/${global}/regions/peerings`,
      body: declared,
    }),
  });
};

const FORM = "Source region and paths go together; the form of a subscription does not change.";
const STATE = "State of the server at the time of the request, or of what others hold.";

export const PEERING_REFUSALS: Readonly<Record<string, Entry>> = {
  ACTIVE_ACTIVE_VPC_PEERING_INVALID_AWS_ACCOUNT: inRegion({ awsAccountId: "12" }, "awsAccountId"),
  ACTIVE_ACTIVE_VPC_PEERING_INVALID_SOURCE_REGION_NAME: inRegion({ sourceRegion: "nowhere" }, "sourceRegion"),
  ACTIVE_ACTIVE_VPC_PEERING_NOT_FOUND: { noCheck: STATE },
  CREATING_AN_ACTIVE_ACTIVE_VPC_PEERING_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION: peering(
    { ...OTHER, region: undefined, destinationRegion, sourceRegion: "us-east-1" },
    "sourceRegion",
    {
      request: ({ main }) => ({
        method: "POST",
        path: `/subscriptions/${main}/regions/peerings`,
        body: { ...OTHER, destinationRegion, sourceRegion: "us-east-1" },
      }),
    },
  ),
  CREATING_A_SINGLE_REGION_VPC_PEERING_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION: peering(
    {},
    "sourceRegion",
    {
      args: ({ global }) => ({ subscriptionId: global }),
    },
  ),
  DELETING_AN_ACTIVE_ACTIVE_VPC_PEERING_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION: { noCheck: FORM },
  DELETING_SINGLE_REGION_VPC_PEERING_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION: { noCheck: FORM },
  GETTING_ACTIVE_ACTIVE_SUBSCRIPTION_VPC_PEERINGS_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION: {
    noCheck: FORM,
  },
  GETTING_SINGLE_REGION_VPC_PEERINGS_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION: { noCheck: FORM },
  UPDATING_AN_ACTIVE_ACTIVE_VPC_PEERING_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION: { noCheck: FORM },
  UPDATING_A_SINGLE_REGION_VPC_PEERING_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION: { noCheck: FORM },
  VPC_PEERING_ALREADY_EXIST: { noCheck: "To list the peerings is a task, too costly for every preview." },
  VPC_PEERING_BELONGS_TO_DIFFERENT_CLOUD_PROVIDER: {
    noCheck: "The list of subscriptions does not tell their cloud provider.",
  },
  VPC_PEERING_CIDR_IS_MISSING: peering({ vpcCidrs: [] }, "vpcCidrs"),
  VPC_PEERING_CIDR_OVERLAP: peering({ vpcCidrs: ["10.10.0.0/16", "10.10.1.0/24"] }, "vpcCidrs[1]"),
  VPC_PEERING_INVALID_ACCOUNT: peering({ awsAccountId: "12" }, "awsAccountId"),
  VPC_PEERING_INVALID_CIDR: peering({ vpcCidrs: ["10.10.10.0"] }, "vpcCidrs[0]"),
  VPC_PEERING_INVALID_PROJECT: {
    noCheck:
      "The check refuses it; the simulator looks at the cloud provider first, and the test has none on Google Cloud.",
  },
  VPC_PEERING_INVALID_REGION: peering({ region: "nowhere" }, "region"),
  VPC_PEERING_INVALID_VPC: peering({ vpcId: "shop" }, "vpcId"),
  VPC_PEERING_NOT_ACTIVE: { noCheck: STATE },
  VPC_PEERING_NOT_FOUND: { noCheck: STATE },
  VPC_PEERING_TOO_MANY_CIDR_SPECIFICATIONS: { noCheck: "The provider never sends both." },
};
