import ipaddr from "ipaddr.js";
import type { Problem } from "../../operations/declaration";
import type { ResourceSession } from "../../operations/session";
import { repetitions } from "../common";
import { ACTIVE_ACTIVE } from "../subscription/kind";
import type { SubscriptionPeeringInputs } from "./types";

const AWS = ["awsAccountId", "vpcId", "vpcCidrs", "region", "destinationRegion"] as const;
const GCP = ["vpcProjectUid", "vpcNetworkName"] as const;

type Argument = keyof SubscriptionPeeringInputs;

/** What can be told from the arguments alone. */
export function peeringProblems(
  inputs: Partial<SubscriptionPeeringInputs>,
  isUnknown: (argument: Argument) => boolean,
): readonly Problem[] {
  const isGiven = (argument: Argument) => inputs[argument] !== undefined || isUnknown(argument);
  const isGcp = GCP.some(isGiven);
  const [own, others] = isGcp ? [GCP, AWS] : [AWS, GCP];
  const where = isGcp ? "on Google Cloud" : "at AWS";
  const [region, otherRegion] = isGiven("sourceRegion")
    ? (["destinationRegion", "region"] as const)
    : (["region", "destinationRegion"] as const);
  const isNeeded = (argument: Argument) => argument !== otherRegion;
  const isInPlaceOf = (argument: Argument) => argument === region && isGiven(otherRegion);
  const missing = own.filter(
    (argument) => isNeeded(argument) && !isGiven(argument) && !isInPlaceOf(argument),
  );
  const form = isGiven("sourceRegion") ? "with sourceRegion" : "without sourceRegion";
  return [
    ...missing.map((property) => ({ property, reason: `is missing: a peering ${where} requires it.` })),
    ...others.filter(isGiven).map((property) => ({
      property,
      reason: `is an argument of peerings ${isGcp ? "at AWS" : "on Google Cloud"}; this one is ${where}.`,
    })),
    ...(!isGcp && isGiven(otherRegion)
      ? [{ property: otherRegion, reason: `is called ${region} ${form}.` }]
      : []),
    ...cidrProblems(inputs.vpcCidrs ?? []),
  ];
}

function cidrProblems(cidrs: readonly string[]): readonly Problem[] {
  const at = (index: number) => `vpcCidrs[${index}]`;
  const repeated = repetitions(cidrs, at);
  if (repeated.length > 0) return repeated;
  return cidrs.flatMap((cidr, index) => {
    const other = cidrs.slice(0, index).find((earlier) => overlap(cidr, earlier));
    return other === undefined ? [] : [{ property: at(index), reason: `overlaps ${other}.` }];
  });
}

/** Whether two networks have addresses in common: that is, one contains the other. */
function overlap(one: string, other: string): boolean {
  const [[address, length], [otherAddress, otherLength]] = [
    ipaddr.IPv4.parseCIDR(one),
    ipaddr.IPv4.parseCIDR(other),
  ];
  return address.match(otherAddress, Math.min(length, otherLength));
}

/** What only the account can tell to be wrong. */
export async function verifyPeering(
  { subscriptionId, ...inputs }: Partial<SubscriptionPeeringInputs>,
  session: ResourceSession,
  before: Partial<SubscriptionPeeringInputs>,
  isUnknown: (argument: Argument) => boolean,
): Promise<readonly Problem[]> {
  if (before.subscriptionId !== undefined) return [];
  return [
    ...(await formProblems({ subscriptionId, ...inputs }, session, isUnknown)),
    ...(await regionProblems(inputs, session)),
  ];
}

/** The deployment type of the subscription, where it exists, decides whether there is a source region. */
async function formProblems(
  { subscriptionId, sourceRegion }: Partial<SubscriptionPeeringInputs>,
  session: ResourceSession,
  isUnknown: (argument: Argument) => boolean,
): Promise<readonly Problem[]> {
  const subscription =
    subscriptionId === undefined ? undefined : await session.subscriptionSeen(subscriptionId);
  if (subscription?.deploymentType === undefined) return [];
  const isActiveActive = subscription.deploymentType === ACTIVE_ACTIVE;
  const property = "sourceRegion";
  if (isActiveActive && sourceRegion === undefined && !isUnknown(property)) {
    const reason = `is missing: ${subscriptionId} is an Active-Active subscription, whose networks are peered by region.`;
    return [{ property, reason }];
  }
  if (!isActiveActive && sourceRegion !== undefined)
    return [{ property, reason: `must be left out: subscription ${subscriptionId} is in a single region.` }];
  return [];
}

async function regionProblems(
  inputs: Partial<SubscriptionPeeringInputs>,
  session: ResourceSession,
): Promise<readonly Problem[]> {
  const offered = (await session.catalog.regions())?.map(({ name }) => name) ?? [];
  return (["sourceRegion", "region", "destinationRegion"] as const).flatMap((property) => {
    const region = inputs[property];
    if (region === undefined || offered.length === 0 || offered.includes(region)) return [];
    return [{ property, reason: `${region} is not a region of this account (getRegions()).` }];
  });
}
