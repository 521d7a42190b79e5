import type { PrivateLink } from "../../../../simulator/resources/privateLink/state";
import type { PrivateServiceConnect } from "../../../../simulator/resources/privateServiceConnect/state";
import type { PrivateServiceConnectEndpoint } from "../../../../simulator/resources/privateServiceConnectEndpoint/state";
import type { SubscriptionPeering } from "../../../../simulator/resources/subscriptionPeering/state";
import { givenName } from "../declared";
import { FIRST_REGION } from "./activeActive";
import { type HistoryType, lastPart, numberOf, ofKind } from "./type";

/** Subscriptions with several regions are told by their names. */
export const isInRegion = (parent: string): boolean => parent.startsWith("global");

/** What a path or an ID has between that of the subscription and the rest. */
export const idIn = (...parts: readonly unknown[]): string =>
  parts.filter((part) => part !== undefined).join("/");

/** The logical name of the peering that has this name in the account, with its place. */
export const nameOfPeering = (name: string): string =>
  name.replace(/^.*vpc-0*(\d)(\d)$/, (_all, number: string, place: string) =>
    givenName({ name: `peering-${number}`, called: Number(place) }),
  );

const networkOf = (size: number): string => `172.16.${size}.0/24`;

/** A peering with one of several networks; another VPC replaces it. */
export const peering: HistoryType = {
  isMovable: true,
  args: ({ name, parent = "", size, place }, stateOf) => ({
    subscriptionId: stateOf(parent).id,
    awsAccountId: "123456789012",
    vpcId: `vpc-0${numberOf(name)}${place}`,
    vpcCidrs: [networkOf(size)],
    ...(isInRegion(parent)
      ? { sourceRegion: FIRST_REGION.region, destinationRegion: "us-east-1" }
      : { region: "us-east-1" }),
  }),
  content: ({ size }) => networkOf(size),
  held: (resources) =>
    ofKind<SubscriptionPeering>(resources, "subscriptionPeering").map(
      ({ id, subscriptionId, sourceRegion, name, status, aws }) => ({
        id: idIn(subscriptionId, sourceRegion, id),
        name: nameOfPeering(name),
        status,
        content: aws?.vpcCidrs.join(),
      }),
    ),
};

const principalsOf = (size: number): readonly string[] =>
  [size, size + 1].map((number) => String(100_000_000_000 + number));

/** A private link with two principals, one of which a change replaces; another name replaces the link. */
export const privateLink: HistoryType = {
  isMovable: true,
  args: ({ name, parent = "", size, place }, stateOf) => ({
    subscriptionId: stateOf(parent).id,
    ...(isInRegion(parent) && { regionId: FIRST_REGION.regionId }),
    shareName: givenName({ name, called: place }),
    principals: principalsOf(size).map((principal) => ({ principal, type: "aws_account" })),
  }),
  content: ({ size }) => principalsOf(size).join(),
  held: (resources) =>
    ofKind<PrivateLink>(resources, "privateLink").map(
      ({ subscriptionId, regionId, name, status, principals }) => ({
        id: idIn(subscriptionId, regionId),
        name,
        status,
        content: principals
          .map(({ principal }) => principal)
          .sort()
          .join(),
      }),
    ),
};

/** The only one of a program. */
export const SERVICE = "psc";

export const privateServiceConnect: HistoryType = {
  args: ({ parent = "" }, stateOf) => ({ subscriptionId: stateOf(parent).id }),
  held: (resources) =>
    ofKind<PrivateServiceConnect>(resources, "privateServiceConnect").map(
      ({ id, subscriptionId, status }) => ({ id: idIn(subscriptionId, id), name: SERVICE, status }),
    ),
};

const serviceIn = (parent: string, stateOf: Parameters<HistoryType["args"]>[1]) => ({
  subscriptionId: stateOf(parent).id,
  pscServiceId: Number(lastPart(stateOf(SERVICE).id)),
});

const endpointsIn = (resources: Parameters<NonNullable<HistoryType["held"]>>[0]) =>
  ofKind<PrivateServiceConnectEndpoint>(resources, "privateServiceConnectEndpoint")
    .filter(({ status }) => status !== "deleted")
    .map(({ id, subscriptionId, pscServiceId, name, status }) => ({
      id: idIn(subscriptionId, pscServiceId, id),
      name,
      status,
    }));

const USABLE: ReadonlySet<string> = new Set(["initialized", "pending", "active", "rejected"]);

/** Another name in Google Cloud replaces it. Whatever was decided about it is right. */
export const endpoint: HistoryType = {
  isMovable: true,
  args: ({ name, parent = "", place }, stateOf) => ({
    ...serviceIn(parent, stateOf),
    gcpProjectId: "my-gcp-project",
    gcpVpcName: "my-vpc",
    gcpVpcSubnetName: "my-vpc-subnet",
    endpointConnectionName: givenName({ name, called: place }),
  }),
  held: (resources) =>
    endpointsIn(resources).map(({ status, ...one }) => {
      return { ...one, status: USABLE.has(status) ? "active" : status };
    }),
  references: { PrivateServiceConnect: ["pscServiceId"] },
};

const decisionOf = (size: number): "accept" | "reject" => (size % 2 === 1 ? "accept" : "reject");

/** The decision about the endpoint. */
export const accepter: HistoryType = {
  remains: true,
  args: ({ parent = "", uses = [], size }, stateOf) => ({
    ...serviceIn(parent, stateOf),
    endpointId: Number(lastPart(stateOf(uses[0] ?? "").id)),
    action: decisionOf(size),
  }),
  content: ({ size }) => decisionOf(size),
  held: (resources) =>
    endpointsIn(resources)
      .filter(({ status }) => status === "active" || status === "rejected")
      .map(({ status, ...one }) => {
        return { ...one, status: "active", content: status === "active" ? "accept" : "reject" };
      }),
  references: {
    PrivateServiceConnect: ["pscServiceId"],
    PrivateServiceConnectEndpoint: ["endpointId"],
  },
};
