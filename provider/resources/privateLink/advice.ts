import type { Advice } from "../../api/advice";

export const PRIVATE_LINK_ADVICE: Advice = {
  PRIVATE_LINK_ALREADY_EXISTS:
    "The subscription, or the region, has a private link already: manage it here with `adopt`, or delete it.",
};
