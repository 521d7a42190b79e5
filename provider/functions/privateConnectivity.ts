import { z } from "zod";
import { maybe } from "../api/answers";
import type { ListedResource, Place, ResourceId } from "../api/lists";
import type { Kind } from "../lifecycle/kind";
import { readByTask } from "../lifecycle/readByTask";
import { privateLinkKind, privateLinkPath } from "../resources/privateLink/kind";
import type { PrivateLinkConnection, PrivateLinkDatabase } from "../resources/privateLink/types";
import { privateServiceConnectKind } from "../resources/privateServiceConnect/kind";
import { privateServiceConnectEndpointKind } from "../resources/privateServiceConnectEndpoint/kind";
import { scriptsAnswer, scriptsPath } from "../resources/privateServiceConnectEndpoint/scripts";
import type { EndpointServiceAttachment } from "../resources/privateServiceConnectEndpoint/types";
import { reading } from "./account";
import { type LookupArgs, outputForm } from "./lookup";

/** The Pro subscription, or the region of an Active-Active one, to look in. */
export interface ConnectivityLookupArgs extends LookupArgs {
  subscriptionId: number | string;
  /** ID of the region; only in an Active-Active subscription. */
  regionId?: number | string;
}

/** The Private Service Connect to look in. */
export interface PrivateServiceConnectLookupArgs extends ConnectivityLookupArgs {
  pscServiceId: number | string;
}

/** The endpoint of Private Service Connect to look up. */
export interface PrivateServiceConnectEndpointLookupArgs extends PrivateServiceConnectLookupArgs {
  endpointId: number | string;
}

/** Private Service Connect of a place. */
export interface PrivateServiceConnectInfo {
  readonly id: number;
  /** Provisioning state: `active` when endpoints can be created. */
  readonly status: string;
  readonly connectionHostName?: string;
  readonly serviceAttachmentName?: string;
}

/** An endpoint of Private Service Connect. */
export interface PrivateServiceConnectEndpointInfo {
  readonly id: number;
  /** `initialized`, `processing`, `pending`, `active`, `rejected` and others: see the resource. */
  readonly status: string;
  readonly gcpProjectId?: string;
  readonly gcpVpcName?: string;
  readonly gcpVpcSubnetName?: string;
  readonly endpointConnectionName?: string;
}

/** A script for Google Cloud, in two languages. */
export interface EndpointScript {
  readonly bash?: string;
  readonly powershell?: string;
}

/** What creates an endpoint's side in Google Cloud. */
export interface EndpointCreationScript extends EndpointScript {
  /** What the script creates, for other tools. */
  readonly serviceAttachments: readonly EndpointServiceAttachment[];
}

/** A private link of a place. */
export interface PrivateLinkInfo {
  /** Provisioning state: `active` when endpoints can be connected. */
  readonly status: string;
  readonly shareName?: string;
  readonly shareArn?: string;
  readonly resourceConfigurationId?: string;
  readonly resourceConfigurationArn?: string;
  readonly principals: readonly {
    readonly principal: string;
    readonly type?: string;
    readonly alias?: string;
    /** `associated` when it can use the link. */
    readonly status?: string;
  }[];
  readonly connections: readonly PrivateLinkConnection[];
  readonly databases: readonly PrivateLinkDatabase[];
  /** What went wrong, if anything did. */
  readonly errorMessage?: string;
}

/** What connects an endpoint in AWS to a private link. */
export interface PrivateLinkEndpointScript {
  /** A Python script that finds and accepts the share. */
  readonly resourceEndpointScript?: string;
  /** The endpoint in Terraform's language. */
  readonly terraformAwsScript?: string;
}

/**
 * Private Service Connect of a subscription or region. API: `GET …/private-service-connect`, a task.
 *
 * @throws RunError when there is none.
 */
export async function getPrivateServiceConnect(
  args: ConnectivityLookupArgs,
): Promise<PrivateServiceConnectInfo> {
  const [found] = await listIn(privateServiceConnectKind, args);
  if (found === undefined) throw new Error(missing("Private Service Connect", args));
  const { name: _, ...info } = found;
  return info;
}
export const getPrivateServiceConnectOutput = outputForm(getPrivateServiceConnect);

/** The endpoints of Private Service Connect. API: `GET …/private-service-connect/{pscServiceId}`, a task. */
export async function getPrivateServiceConnectEndpoints(
  args: PrivateServiceConnectLookupArgs,
): Promise<PrivateServiceConnectEndpointInfo[]> {
  const found = await listIn(privateServiceConnectEndpointKind, args);
  return found.map(({ name: _, ...info }) => info);
}
export const getPrivateServiceConnectEndpointsOutput = outputForm(getPrivateServiceConnectEndpoints);

/**
 * The script that creates an endpoint's side in Google Cloud. API: `GET …/creationScripts`, a task.
 *
 * @throws RunError when the endpoint does not exist, or is rejected.
 */
export async function getPrivateServiceConnectEndpointCreationScript(
  args: PrivateServiceConnectEndpointLookupArgs,
): Promise<EndpointCreationScript> {
  const { terraformGcp, ...script } = await scriptOf(args, "creation");
  return { ...script, serviceAttachments: terraformGcp?.serviceAttachments ?? [] };
}
export const getPrivateServiceConnectEndpointCreationScriptOutput = outputForm(
  getPrivateServiceConnectEndpointCreationScript,
);

/**
 * The script that deletes an endpoint's side in Google Cloud. API: `GET …/deletionScripts`, a task.
 *
 * @throws RunError when the endpoint does not exist, or has nothing there.
 */
export async function getPrivateServiceConnectEndpointDeletionScript(
  args: PrivateServiceConnectEndpointLookupArgs,
): Promise<EndpointScript> {
  const { bash, powershell } = await scriptOf(args, "deletion");
  return { bash, powershell };
}
export const getPrivateServiceConnectEndpointDeletionScriptOutput = outputForm(
  getPrivateServiceConnectEndpointDeletionScript,
);

/**
 * The private link of a subscription or region. API: `GET …/private-link`, a task.
 *
 * @throws RunError when there is none.
 */
export async function getPrivateLink(args: ConnectivityLookupArgs): Promise<PrivateLinkInfo> {
  const [found] = await listIn(privateLinkKind, args);
  if (found === undefined) throw new Error(missing("private link", args));
  const { name: _, id: __, linkStatus, principals = [], connections = [], databases = [], ...link } = found;
  return { ...link, status: linkStatus, principals, connections, databases };
}
export const getPrivateLinkOutput = outputForm(getPrivateLink);

const endpointScript = z.object({
  resourceEndpointScript: maybe(z.string()),
  terraformAwsScript: maybe(z.string()),
});

/**
 * The scripts that connect an endpoint in AWS to a private link. API: `GET …/private-link/endpoint-script`, a task.
 *
 * @throws RunError when there is no private link.
 */
export async function getPrivateLinkEndpointScript(
  args: ConnectivityLookupArgs,
): Promise<PrivateLinkEndpointScript> {
  const place = placeOf(args);
  // The vendor's own clients send this parameter, which the OpenAPI document lacks.
  const path = `${privateLinkPath(place)}/endpoint-script?includeTerraformAwsScript=true`;
  return reading(args, (account) =>
    readByTask(account, { kind: privateLinkKind, place }, { path, shape: endpointScript }),
  );
}
export const getPrivateLinkEndpointScriptOutput = outputForm(getPrivateLinkEndpointScript);

async function scriptOf(args: PrivateServiceConnectEndpointLookupArgs, script: "creation" | "deletion") {
  const target = {
    kind: privateServiceConnectEndpointKind,
    place: placeOf(args),
    id: Number(args.endpointId),
  };
  const path = scriptsPath(target.place, target.id, script);
  const answer = await reading(args, (account) =>
    readByTask(account, target, { path, shape: scriptsAnswer }),
  );
  return answer.script;
}

/** The resources of a kind in the place, as the account has them now. */
async function listIn<Item extends ListedResource>(
  kind: Kind<Item>,
  args: ConnectivityLookupArgs,
): Promise<Item[]> {
  const place = placeOf(args);
  const listed = await reading(
    args,
    ({ snapshots }): Promise<ReadonlyMap<ResourceId, Item>> =>
      snapshots.listOf(kind, place).asOf(snapshots.freshSince(kind, place)),
  );
  return [...listed.values()];
}

function placeOf(args: ConnectivityLookupArgs & { readonly pscServiceId?: number | string }): Place {
  const ids = {
    subscriptionId: args.subscriptionId,
    regionId: args.regionId,
    pscServiceId: args.pscServiceId,
  };
  const given = Object.entries(ids).filter(([, id]) => id !== undefined);
  return Object.fromEntries(given.map(([argument, id]) => [argument, Number(id)]));
}

function missing(what: string, { subscriptionId, regionId }: ConnectivityLookupArgs): string {
  const region = regionId === undefined ? "" : `region ${regionId} of `;
  return `Looking up ${what}: ${region}subscription ${subscriptionId} has none. Check the IDs, or create it first.`;
}
