import type { Advice } from "../../api/advice";

export const PRIVATE_SERVICE_CONNECT_ADVICE: Advice = {
  PSC_SERVICE_ALREADY_EXISTS:
    "The subscription, or the region, has Private Service Connect already: manage it here with `adopt` (its ID is in " +
    "getPrivateServiceConnect()), or delete it.",
  PSC_SERVICE_CANNOT_DELETE_SERVICE_WITH_ACTIVE_ENDPOINTS: "Delete its endpoints first.",
};
