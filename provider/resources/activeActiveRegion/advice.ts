import type { Advice } from "../../api/advice";
import { KEY_ADVICE } from "../subscription/advice";

export const ACTIVE_ACTIVE_REGION_ADVICE: Advice = {
  ...KEY_ADVICE,
  ACTIVE_ACTIVE_DELETE_SUBSCRIPTION_MUST_BE_DEPLOYED_IN_AT_LEAST_ONE_REGION:
    "A subscription keeps its last region: delete the subscription instead.",
  ACTIVE_ACTIVE_INVALID_CREATE_REGION_NAME:
    "Choose one of getRegions() of the subscription's cloud provider.",
  ACTIVE_ACTIVE_REGION_LIMIT_REACHED: "Remove another region of the subscription first.",
};
