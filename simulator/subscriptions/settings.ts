import type { Account } from "../account";
import { isAddressRange } from "../addresses";
import { INTERNAL_CLOUD_ACCOUNT_ID } from "../catalog";
import {
  FLASH_MAINTENANCE_WINDOW_HOURS,
  MAINTENANCE_WINDOW_HOURS,
  MAX_MAINTENANCE_WINDOWS,
  MAX_RESOURCE_TAGS,
} from "../limits";
import { insist } from "../refusal";
import type { ResourceTag } from "../requests/common";
import type { MaintenanceWindowsUpdateRequest } from "../requests/subscription";
import type { Subscription, TaskResponse } from "../state";
import type { CommandOf } from "../tasks/command";
import { activeSubscription, subscriptionOf } from "./lifecycle";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const SECURITY_GROUP = /^sg-[0-9a-f]+$/;

/** `GET …/cidr` is a task; its answer is written in snake case. */
export function getCidr(account: Account, { subscriptionId }: CommandOf<"cidrGetRequest">): TaskResponse {
  const subscription = subscriptionOf(account, subscriptionId);
  insistOnOwnCloud(subscription);
  return cidrResponse(subscription);
}

/** `PUT …/cidr` replaces the lists it brings. */
export function updateCidr(
  account: Account,
  { subscriptionId, body }: CommandOf<"cidrUpdateRequest">,
): TaskResponse {
  const subscription = activeSubscription(account, subscriptionId);
  insistOnOwnCloud(subscription);
  const { cidrIps = [], securityGroupIds = [] } = body;
  insist(cidrIps.every(isAddressRange), "CIDR_WHITELIST_INVALID_CIDRS");
  insist(new Set(cidrIps).size === cidrIps.length, "CIDR_WHITELIST_DUPLICATE_CIDRS");
  insist(
    securityGroupIds.every((id) => SECURITY_GROUP.test(id)),
    "CIDR_WHITELIST_INVALID_SG",
  );
  insist(new Set(securityGroupIds).size === securityGroupIds.length, "CIDR_WHITELIST_DUPLICATE_SG");
  subscription.cidrIps = cidrIps;
  subscription.securityGroupIds = securityGroupIds;
  return cidrResponse(subscription);
}

/** `PUT …/resource-tags` replaces all tags. */
export function updateResourceTags(
  account: Account,
  { subscriptionId, body }: CommandOf<"subscriptionResourceTagsUpdateRequest">,
): TaskResponse {
  const subscription = activeSubscription(account, subscriptionId);
  insistOnResourceTags(body.resourceTags, subscription.cloudAccountId);
  subscription.resourceTags = body.resourceTags;
  return { resourceId: subscriptionId };
}

/** `PUT …/maintenance-windows` */
export function updateMaintenanceWindows(
  account: Account,
  { subscriptionId, body }: CommandOf<"subscriptionMaintenanceWindowsUpdateRequest">,
): TaskResponse {
  const subscription = activeSubscription(account, subscriptionId);
  insistOnMaintenanceWindows(body, subscription);
  subscription.maintenanceWindows = body;
  return { resourceId: subscriptionId };
}

/** Tags go to the resources in the customer's own cloud account, so there has to be one. */
export function insistOnResourceTags(tags: ResourceTag[], cloudAccountId: number): void {
  if (tags.length === 0) return;
  insist(
    cloudAccountId !== INTERNAL_CLOUD_ACCOUNT_ID,
    "RESOURCE_TAGS_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT",
  );
  insist(tags.length <= MAX_RESOURCE_TAGS, "RESOURCE_TAGS_EXCEEDS_MAXIMUM_COUNT");
  insist(
    tags.every(({ key }) => key),
    "RESOURCE_TAGS_EMPTY_KEY",
  );
  insist(new Set(tags.map(({ key }) => key)).size === tags.length, "RESOURCE_TAGS_DUPLICATE_KEY");
}

function insistOnMaintenanceWindows(
  { mode, windows = [] }: MaintenanceWindowsUpdateRequest,
  { memoryStorage }: Subscription,
): void {
  if (mode === "automatic") {
    insist(windows.length === 0, "MAINTENANCE_WINDOW_AUTOMATIC_MODE_WITH_MAINTENANCE_WINDOWS");
    return;
  }
  insist(windows.length > 0, "MAINTENANCE_WINDOW_MANUAL_MODE_WITH_NO_MAINTENANCE_WINDOWS");
  insist(
    windows.length <= MAX_MAINTENANCE_WINDOWS,
    "MAINTENANCE_WINDOW_GREATER_THAN_MAXIMUM_ALLOWABLE_MAINTENANCE_WINDOWS_PROVIDED",
  );
  const flash = memoryStorage === "ram-and-flash";
  const [shortest, longest] = flash ? FLASH_MAINTENANCE_WINDOW_HOURS : MAINTENANCE_WINDOW_HOURS;
  for (const { startHour, durationInHours, days } of windows) {
    insist(startHour >= 0 && startHour <= 23, "MAINTENANCE_WINDOW_INVALID_START_HOUR");
    insist(
      durationInHours >= shortest && durationInHours <= longest,
      flash
        ? "MAINTENANCE_WINDOW_INVALID_DURATION_FOR_ROF_SUBSCRIPTION"
        : "MAINTENANCE_WINDOW_INVALID_DURATION_IN_HOURS",
    );
    insist(days.length > 0 && days.every((day) => DAYS.includes(day)), "MAINTENANCE_WINDOW_INVALID_DAYS");
    insist(new Set(days).size === days.length, "MAINTENANCE_WINDOW_DUPLICATE_DAYS");
  }
}

/** "Bring your own Cloud only." */
function insistOnOwnCloud({ cloudAccountId }: Subscription): void {
  insist(cloudAccountId !== INTERNAL_CLOUD_ACCOUNT_ID, "CIDR_WHITELIST_NOT_ALLOWED");
}

function cidrResponse({ id, cidrIps, securityGroupIds }: Subscription): TaskResponse {
  const resource = { cidr_ips: cidrIps, security_group_ids: securityGroupIds, errors: [] };
  return { resourceId: id, resource };
}
