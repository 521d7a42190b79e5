import type { Inputs } from "@pulumi/pulumi";
import { CLOUD_ACCOUNT, endSimulators, PLACE, placeIn, redisCloud } from "./harness";
import { codeOf, refusedInCheck } from "./refusals";
import { useVirtualTime } from "./virtualTime";

/*
 * Refusals of the API. If they follow from the arguments, the provider rejects them before anything is submitted.
 */

useVirtualTime();
endSimulators();

const tag = { key: "team", value: "web" };
const window = { startHour: 2, durationInHours: 8, days: ["Monday"] };
const manual = (...windows: object[]) => ({ maintenanceWindows: { mode: "manual", windows } });

test.each<[code: string, change: Inputs, told: string]>([
  ["CIDR_WHITELIST_NOT_ALLOWED", { cidrIps: ["10.1.0.0/16"] }, "cidrIps: requires your own cloud account"],
  [
    "CIDR_WHITELIST_NOT_ALLOWED",
    { securityGroupIds: ["sg-1"] },
    "securityGroupIds: requires your own cloud account",
  ],
  ["MAINTENANCE_WINDOW_MANUAL_MODE_WITH_NO_MAINTENANCE_WINDOWS", manual(), "windows: is missing"],
  [
    "MAINTENANCE_WINDOW_AUTOMATIC_MODE_WITH_MAINTENANCE_WINDOWS",
    { maintenanceWindows: { mode: "automatic", windows: [window] } },
    "maintenanceWindows.windows: is only for mode manual",
  ],
  [
    "MAINTENANCE_WINDOW_GREATER_THAN_MAXIMUM_ALLOWABLE_MAINTENANCE_WINDOWS_PROVIDED",
    manual(...Array.from({ length: 8 }, (_, startHour) => ({ ...window, startHour }))),
    "maintenanceWindows.windows: must be at most 7 windows",
  ],
  ["MAINTENANCE_WINDOW_INVALID_START_HOUR", manual({ ...window, startHour: 24 }), "must be an hour, 0 to 23"],
  [
    "MAINTENANCE_WINDOW_INVALID_DURATION_IN_HOURS",
    manual({ ...window, durationInHours: 3 }),
    "4 to 24 hours",
  ],
  ["MAINTENANCE_WINDOW_INVALID_DAYS", manual({ ...window, days: ["Mon"] }), "must be one of Monday"],
  [
    "MAINTENANCE_WINDOW_DUPLICATE_DAYS",
    manual({ ...window, days: ["Monday", "Monday"] }),
    "is a duplicate: Monday",
  ],
])("of a subscription, before anything is submitted: %s for %j", async (code, change, told) => {
  const cloud = await redisCloud();
  const { id } = await cloud.stack.subscription("main", PLACE);
  const changed = () => cloud.stack.subscription("main", { ...PLACE, ...change });
  expect(await refusedInCheck(cloud, changed)).toContain(told);
  const { maintenanceWindows } = change;
  const path = `/subscriptions/${id}`;
  expect(
    maintenanceWindows
      ? await codeOf(cloud, `${path}/maintenance-windows`, maintenanceWindows as object)
      : await codeOf(cloud, `${path}/cidr`, change),
  ).toBe(code);
});

test("windows of less than eight hours with ram-and-flash are rejected before anything is submitted", async () => {
  const cloud = await redisCloud();
  const flash = { ...PLACE, memoryStorage: "ram-and-flash" };
  const { id } = await cloud.stack.subscription("main", flash);
  const change = manual({ ...window, durationInHours: 7 });
  const changed = () => cloud.stack.subscription("main", { ...flash, ...change });
  expect(await refusedInCheck(cloud, changed)).toContain("must be 8 to 24 hours with ram-and-flash");
  expect(await codeOf(cloud, `/subscriptions/${id}/maintenance-windows`, change.maintenanceWindows)).toBe(
    "MAINTENANCE_WINDOW_INVALID_DURATION_FOR_ROF_SUBSCRIPTION",
  );
});

test("resource tags in Redis' own cloud account are rejected before anything is submitted", async () => {
  const cloud = await redisCloud();
  const { id } = await cloud.stack.subscription("main", PLACE);
  const cloudProviders = PLACE.cloudProviders.map((provider) => ({ ...provider, resourceTags: [tag] }));
  const changed = () => cloud.stack.subscription("main", { ...PLACE, cloudProviders });
  expect(await refusedInCheck(cloud, changed)).toContain(
    "cloudProviders[0].resourceTags: requires your own cloud account",
  );
  expect(await codeOf(cloud, `/subscriptions/${id}/resource-tags`, { resourceTags: [tag] })).toBe(
    "RESOURCE_TAGS_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT",
  );
});

test.each<[code: string, below: string, body: { resourceTags?: object[] } & Inputs, told: string]>([
  [
    "CIDR_WHITELIST_INVALID_CIDRS",
    "/cidr",
    { cidrIps: ["10.1.0.0/40"] },
    "cidrIps[0]: must be an IP address range",
  ],
  [
    "CIDR_WHITELIST_DUPLICATE_CIDRS",
    "/cidr",
    { cidrIps: ["10.1.0.0/16", "10.1.0.0/16"] },
    "cidrIps[1]: is a duplicate",
  ],
  [
    "CIDR_WHITELIST_INVALID_SG",
    "/cidr",
    { securityGroupIds: ["group"] },
    "securityGroupIds[0]: must be the ID of",
  ],
  [
    "CIDR_WHITELIST_DUPLICATE_SG",
    "/cidr",
    { securityGroupIds: ["sg-1", "sg-1"] },
    "securityGroupIds[1]: is a duplicate",
  ],
  [
    "RESOURCE_TAGS_DUPLICATE_KEY",
    "/resource-tags",
    { resourceTags: [tag, tag] },
    "resourceTags[1].key: is a duplicate",
  ],
  [
    "RESOURCE_TAGS_EMPTY_KEY",
    "/resource-tags",
    { resourceTags: [{ key: "", value: "" }] },
    "key: must not be empty",
  ],
  [
    "RESOURCE_TAGS_EXCEEDS_MAXIMUM_COUNT",
    "/resource-tags",
    { resourceTags: Array.from({ length: 31 }, (_, index) => ({ key: `key-${index}`, value: "" })) },
    "resourceTags: must be at most 30 tags",
  ],
])("in a cloud account of one's own, before anything is submitted: %s", async (code, below, body, told) => {
  const cloud = await redisCloud();
  const { id: cloudAccountId } = await cloud.stack.cloudAccount("aws", CLOUD_ACCOUNT);
  const { id } = await cloud.stack.subscription("main", placeIn(cloudAccountId));
  const { resourceTags, ...lists } = body;
  const changed = () =>
    cloud.stack.subscription("main", { ...placeIn(cloudAccountId, { resourceTags }), ...lists });
  expect(await refusedInCheck(cloud, changed)).toContain(told);
  expect(await codeOf(cloud, `/subscriptions/${id}${below}`, body)).toBe(code);
});
