import type { CommandHandlers } from "../../tasks/command";
import { createSubscription } from "./create";
import { deleteSubscription } from "./delete";
import { getCidr, updateCidr, updateMaintenanceWindows, updateResourceTags } from "./settings";
import { updateSubscription } from "./update";

/** The effects of tasks of subscriptions, when they are processed. */
export const subscriptionCommands = {
  subscriptionCreateRequest: createSubscription,
  subscriptionUpdateRequest: updateSubscription,
  subscriptionDeleteRequest: deleteSubscription,
  subscriptionResourceTagsUpdateRequest: updateResourceTags,
  subscriptionMaintenanceWindowsUpdateRequest: updateMaintenanceWindows,
  cidrGetRequest: getCidr,
  cidrUpdateRequest: updateCidr,
} satisfies CommandHandlers;
