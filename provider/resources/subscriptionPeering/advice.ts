import type { Advice } from "../../api/advice";

export const PEERING_ADVICE: Advice = {
  VPC_PEERING_ALREADY_EXIST:
    "The subscription is peered with this network already: manage that peering with `adopt`, whose ID " +
    "getSubscriptionPeerings() tells, or delete it first.",
  VPC_PEERING_NOT_ACTIVE: "Accept the peering on the other side first, then run again.",
};
