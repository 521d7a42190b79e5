import type { Account } from "../../account";
import { isAddressRange } from "../../addresses";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import { INTERNAL_CLOUD_ACCOUNT_ID } from "../cloudAccount/internal";
import { activeSubscription, subscriptionOf } from "./find";
import {
  FLASH_MAINTENANCE_WINDOW_HOURS,
  MAINTENANCE_WINDOW_HOURS,
  MAX_MAINTENANCE_WINDOWS,
  MAX_RESOURCE_TAGS,
} from "./limits";
import type {
  CidrUpdateRequest,
  MaintenanceWindowsUpdateRequest,
  ResourceTag,
  ResourceTagsUpdateRequest,
} from "./requests";
import type { Subscription } from "./state";

/** The subscription in the path of a request. */
interface InPath {
  subscriptionId: number;
}

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const SECURITY_GROUP = /^sg-[0-9a-f]+$/;

/** `GET …/cidr` is a task; the fields of its answer are in snake case. */
export function getCidr(account: Account, { subscriptionId }: InPath): TaskResponse {
  const subscription = subscriptionOf(account, subscriptionId);
  requireThat(
    !subscription.regions,
    "GETTING_SINGLE_REGION_CIDR_WHITE_LIST_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION",
  );
  requireOwnCloud(subscription);
  return cidrResponse(subscription);
}

/** `PUT …/cidr` replaces the lists. */
export function updateCidr(
  account: Account,
  { subscriptionId, body }: InPath & { body: CidrUpdateRequest },
): TaskResponse {
  const subscription = activeSubscription(account, subscriptionId);
  requireThat(
    !subscription.regions,
    "UPDATING_SINGLE_REGION_CIDR_WHITE_LIST_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION",
  );
  requireOwnCloud(subscription);
  const { cidrIps = [], securityGroupIds = [] } = body;
  requireThat(cidrIps.every(isAddressRange), "CIDR_WHITELIST_INVALID_CIDRS");
  requireThat(new Set(cidrIps).size === cidrIps.length, "CIDR_WHITELIST_DUPLICATE_CIDRS");
  requireThat(
    securityGroupIds.every((id) => SECURITY_GROUP.test(id)),
    "CIDR_WHITELIST_INVALID_SG",
  );
  requireThat(new Set(securityGroupIds).size === securityGroupIds.length, "CIDR_WHITELIST_DUPLICATE_SG");
  subscription.cidrIps = cidrIps;
  subscription.securityGroupIds = securityGroupIds;
  return cidrResponse(subscription);
}

/** `PUT …/resource-tags` replaces all tags. */
export function updateResourceTags(
  account: Account,
  { subscriptionId, body }: InPath & { body: ResourceTagsUpdateRequest },
): TaskResponse {
  const subscription = activeSubscription(account, subscriptionId);
  requireResourceTags(body.resourceTags, subscription.cloudAccountId);
  subscription.resourceTags = body.resourceTags;
  return { resourceId: subscriptionId };
}

/** `PUT …/maintenance-windows` */
export function updateMaintenanceWindows(
  account: Account,
  { subscriptionId, body }: InPath & { body: MaintenanceWindowsUpdateRequest },
): TaskResponse {
  const subscription = activeSubscription(account, subscriptionId);
  requireMaintenanceWindows(body, subscription);
  subscription.maintenanceWindows = body;
  return { resourceId: subscriptionId };
}

/** Checks resource tags. They go to the resources in the customer's own cloud account, so there has to be one. */
export function requireResourceTags(tags: ResourceTag[], cloudAccountId: number): void {
  if (tags.length === 0) return;
  requireThat(
    cloudAccountId !== INTERNAL_CLOUD_ACCOUNT_ID,
    "RESOURCE_TAGS_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT",
  );
  requireThat(tags.length <= MAX_RESOURCE_TAGS, "RESOURCE_TAGS_EXCEEDS_MAXIMUM_COUNT");
  requireThat(
    tags.every(({ key }) => key),
    "RESOURCE_TAGS_EMPTY_KEY",
  );
  requireThat(new Set(tags.map(({ key }) => key)).size === tags.length, "RESOURCE_TAGS_DUPLICATE_KEY");
}

function requireMaintenanceWindows(
  { mode, windows = [] }: MaintenanceWindowsUpdateRequest,
  { memoryStorage }: Subscription,
): void {
  if (mode === "automatic") {
    requireThat(windows.length === 0, "MAINTENANCE_WINDOW_AUTOMATIC_MODE_WITH_MAINTENANCE_WINDOWS");
    return;
  }
  requireThat(windows.length > 0, "MAINTENANCE_WINDOW_MANUAL_MODE_WITH_NO_MAINTENANCE_WINDOWS");
  requireThat(
    windows.length <= MAX_MAINTENANCE_WINDOWS,
    "MAINTENANCE_WINDOW_GREATER_THAN_MAXIMUM_ALLOWABLE_MAINTENANCE_WINDOWS_PROVIDED",
  );
  const flash = memoryStorage === "ram-and-flash";
  const [shortest, longest] = flash ? FLASH_MAINTENANCE_WINDOW_HOURS : MAINTENANCE_WINDOW_HOURS;
  for (const { startHour, durationInHours, days } of windows) {
    requireThat(startHour >= 0 && startHour <= 23, "MAINTENANCE_WINDOW_INVALID_START_HOUR");
    requireThat(
      durationInHours >= shortest && durationInHours <= longest,
      flash
        ? "MAINTENANCE_WINDOW_INVALID_DURATION_FOR_ROF_SUBSCRIPTION"
        : "MAINTENANCE_WINDOW_INVALID_DURATION_IN_HOURS",
    );
    requireThat(
      days.length > 0 && days.every((day) => DAYS.includes(day)),
      "MAINTENANCE_WINDOW_INVALID_DAYS",
    );
    requireThat(new Set(days).size === days.length, "MAINTENANCE_WINDOW_DUPLICATE_DAYS");
  }
}

/** "Bring your own Cloud only." */
function requireOwnCloud({ cloudAccountId }: Subscription): void {
  requireThat(cloudAccountId !== INTERNAL_CLOUD_ACCOUNT_ID, "CIDR_WHITELIST_NOT_ALLOWED");
}

function cidrResponse({ id, cidrIps, securityGroupIds }: Subscription): TaskResponse {
  const resource = { cidr_ips: cidrIps, security_group_ids: securityGroupIds, errors: [] };
  return { resourceId: id, resource };
}
