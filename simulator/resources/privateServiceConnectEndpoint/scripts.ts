import { regionOf } from "../connectivity";
import type { PrivateServiceConnect } from "../privateServiceConnect/state";
import type { Subscription } from "../subscription/state";
import type { PrivateServiceConnectEndpoint } from "./state";

/** Every endpoint consists of as many endpoints in Google Cloud, one for each service attachment. */
const SERVICE_ATTACHMENTS = 40;

/** A service attachment of the vendor, and the names of what belongs to it in the customer's project. */
interface ServiceAttachment {
  name: string;
  dnsRecord: string;
  ipAddressName: string;
  forwardingRuleName: string;
}

/** The service attachments that an endpoint connects to. */
function serviceAttachments(
  subscription: Subscription,
  service: PrivateServiceConnect,
  { endpointConnectionName }: PrivateServiceConnectEndpoint,
): ServiceAttachment[] {
  const { region } = regionOf(subscription, service);
  const [, cluster] = service.connectionHostName.match(/^psc\.(.*)$/) ?? [];
  return Array.from({ length: SERVICE_ATTACHMENTS }, (_, index) => {
    const number = index + 1;
    const attachment = service.serviceAttachmentName.replace("attachment", `attachment${number}`);
    return {
      name: `projects/s${subscription.id}redis/regions/${region}/serviceAttachments/${attachment}`,
      dnsRecord: `psc${number}.${cluster}.`,
      ipAddressName: `${endpointConnectionName}-psc-static-ip${number}`,
      forwardingRuleName: `${endpointConnectionName}${number}`,
    };
  });
}

/** `script` of `…/creationScripts`. */
export function creationScripts(
  subscription: Subscription,
  service: PrivateServiceConnect,
  endpoint: PrivateServiceConnectEndpoint,
  includeTerraform: boolean,
) {
  const attachments = serviceAttachments(subscription, service, endpoint);
  const { region } = regionOf(subscription, service);
  const { gcpProjectId, gcpVpcName, gcpVpcSubnetName } = endpoint;
  const commands = attachments.flatMap(({ name, ipAddressName, forwardingRuleName }) => [
    `gcloud compute addresses create ${ipAddressName} --project=${gcpProjectId} --region=${region} --subnet=${gcpVpcSubnetName}`,
    `gcloud compute forwarding-rules create ${forwardingRuleName} --project=${gcpProjectId} --region=${region} --network=${gcpVpcName} --address=${ipAddressName} --target-service-attachment=${name}`,
  ]);
  return {
    ...bothShells(commands),
    ...(includeTerraform && { terraformGcp: { serviceAttachments: attachments } }),
  };
}

/** `script` of `…/deletionScripts`. */
export function deletionScripts(
  subscription: Subscription,
  service: PrivateServiceConnect,
  endpoint: PrivateServiceConnectEndpoint,
) {
  const { region } = regionOf(subscription, service);
  const { gcpProjectId } = endpoint;
  const commands = serviceAttachments(subscription, service, endpoint).flatMap(
    ({ ipAddressName, forwardingRuleName }) => [
      `gcloud compute forwarding-rules delete ${forwardingRuleName} --project=${gcpProjectId} --region=${region} --quiet`,
      `gcloud compute addresses delete ${ipAddressName} --project=${gcpProjectId} --region=${region} --quiet`,
    ],
  );
  return bothShells(commands);
}

const bothShells = (commands: string[]) => ({
  bash: ["#!/bin/bash", "set -e", ...commands, ""].join("\n"),
  powershell: ['$ErrorActionPreference = "Stop"', ...commands, ""].join("\r\n"),
});
