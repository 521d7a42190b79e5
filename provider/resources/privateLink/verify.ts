import { z } from "zod";
import { informative, maybe } from "../../api/answers";
import type { Problem } from "../../operations/declaration";
import type { ResourceSession } from "../../operations/session";
import { activeActiveRegionKind } from "../activeActiveRegion/kind";
import { placeProblems } from "../connectivity";
import { readSubscription } from "../subscription/observed";
import { subscriptionPeeringKind } from "../subscriptionPeering/kind";
import { transitGatewayAttachmentKind } from "../transitGatewayAttachment/kind";
import type { PrivateLinkInputs } from "./types";

/** Cloud account of the vendor. */
const INTERNAL_CLOUD_ACCOUNT_ID = 1;
/** "Up to 55 databases": the vendor's page on PrivateLink. */
const MAX_DATABASES = 55;

/** What matters here of the list of databases. */
const databasesAnswer = z.object({
  subscription: z.array(
    z.object({
      databases: maybe(
        z.array(z.object({ name: maybe(z.string()), supportOSSClusterApi: informative(z.boolean()) })),
      ),
    }),
  ),
});

/**
 * What only the account can tell to be wrong: what a private link excludes, as the vendor's page on PrivateLink has it.
 * Only a new link is looked up.
 */
export async function verifyPrivateLink(
  inputs: Partial<PrivateLinkInputs>,
  session: ResourceSession,
  before: Partial<PrivateLinkInputs>,
  isUnknown: (argument: keyof PrivateLinkInputs) => boolean,
): Promise<readonly Problem[]> {
  const { subscriptionId, adopt, principals = [] } = inputs;
  if (subscriptionId === undefined || adopt !== undefined) return [];
  const isNew = before.subscriptionId === undefined;
  const misplaced = isNew ? await placeProblems(inputs, session, isUnknown) : [];
  if (misplaced.length > 0) return misplaced;
  const details = (await readSubscription(subscriptionId, session))?.cloudDetails?.[0];
  const owned = principals.flatMap(({ principal }, index): Problem[] =>
    details?.awsAccountId !== undefined && accountIn(principal) === details.awsAccountId
      ? [
          {
            property: `principals[${index}].principal`,
            reason: `${principal} is the account of the subscription itself: name an account that is to use it.`,
          },
        ]
      : [],
  );
  if (!isNew || details === undefined || owned.length > 0) return owned;
  const { provider, cloudAccountId = INTERNAL_CLOUD_ACCOUNT_ID } = details;
  const problem = (reason: string): Problem[] => [{ property: "subscriptionId", reason }];
  if (provider !== undefined && provider !== "AWS")
    return problem(`${subscriptionId} is on ${provider}: PrivateLink is for subscriptions on AWS.`);
  if (cloudAccountId !== INTERNAL_CLOUD_ACCOUNT_ID)
    return problem(`${subscriptionId} is in your own cloud account, where PrivateLink is not supported.`);
  const reason =
    (await problemOfDatabases(subscriptionId, session)) ??
    (await problemOfPeerings({ ...inputs, subscriptionId }, session)) ??
    (await problemOfGateways({ ...inputs, subscriptionId }, session));
  return reason === undefined ? [] : problem(reason);
}

/** Peerings of the same network. Their list is a task, which is read for new links only. */
async function problemOfPeerings(
  { subscriptionId, regionId }: { readonly subscriptionId: number; readonly regionId?: number },
  session: ResourceSession,
): Promise<string | undefined> {
  const regions =
    regionId === undefined ? undefined : await session.list(activeActiveRegionKind, { subscriptionId }, 0);
  const region = [...(regions?.values() ?? [])].find((one) => one.regionId === regionId)?.region;
  const place = { subscriptionId, ...(region !== undefined && { sourceRegion: region }) };
  const peerings = [...(await session.list(subscriptionPeeringKind, place, 0)).values()];
  const held = peerings.filter(({ status }) => !subscriptionPeeringKind.states.failed.has(status));
  if (held.length === 0) return undefined;
  const ids = held.map(({ vpcPeeringId }) => vpcPeeringId).join(", ");
  return `${subscriptionId} has peerings, which PrivateLink excludes: ${ids}.`;
}

/** Transit gateways of the same network. */
async function problemOfGateways(
  { subscriptionId, regionId }: { readonly subscriptionId: number; readonly regionId?: number },
  session: ResourceSession,
): Promise<string | undefined> {
  const place = { subscriptionId, ...(regionId !== undefined && { regionId }) };
  const attached = [...(await session.list(transitGatewayAttachmentKind, place, 0)).keys()];
  return attached.length === 0
    ? undefined
    : `${subscriptionId} is attached to transit gateways, which PrivateLink excludes: ${attached.join(", ")}.`;
}

async function problemOfDatabases(
  subscriptionId: number,
  session: ResourceSession,
): Promise<string | undefined> {
  const path = `/subscriptions/${subscriptionId}/databases?offset=0&limit=100`;
  const answer = await session.find(path, databasesAnswer);
  const databases = answer?.subscription.flatMap((one) => one.databases ?? []) ?? [];
  const oss = databases.filter(({ supportOSSClusterApi }) => supportOSSClusterApi).map(({ name }) => name);
  if (oss.length > 0)
    return `${subscriptionId} has databases with supportOSSClusterApi, which PrivateLink excludes: ${oss.join(", ")}.`;
  if (databases.length > MAX_DATABASES)
    return `${subscriptionId} has ${databases.length} databases, and PrivateLink is for up to ${MAX_DATABASES}.`;
  return undefined;
}

/** The number of the AWS account that a principal is, or is in. */
const accountIn = (principal: string): string =>
  principal.match(/^arn:aws[\w-]*:iam::(\d{12}):/)?.[1] ?? principal;
