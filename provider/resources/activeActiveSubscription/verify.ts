import type { Problem } from "../../operations/declaration";
import type { ResourceSession } from "../../operations/session";
import { paymentMethodProblems, unlistedRegions } from "../subscription/verify";
import { isSamePlaces } from "./place";
import type { ActiveActiveSubscriptionInputs } from "./types";

/** What only the account can tell to be wrong with the arguments. Only what changed is looked up. */
export async function verifyActiveActiveSubscription(
  inputs: Partial<ActiveActiveSubscriptionInputs>,
  session: ResourceSession,
  before: Partial<ActiveActiveSubscriptionInputs>,
): Promise<readonly Problem[]> {
  const { cloudProviders = [] } = inputs;
  const [place] = cloudProviders;
  const isSame = isSamePlaces(before.cloudProviders ?? [], cloudProviders);
  return [
    ...(await paymentMethodProblems(inputs, session)),
    ...(place === undefined || isSame
      ? []
      : await unlistedRegions(place.regions, place.provider ?? "AWS", session)),
  ];
}
