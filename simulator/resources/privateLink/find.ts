import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { ConnectivityPlace } from "../connectivity";
import { PRIVATE_LINK, type PrivateLink } from "./state";

/** The ID of a private link: its place. */
export const privateLinkIdIn = ({ subscriptionId, regionId }: ConnectivityPlace): string =>
  regionId === undefined ? String(subscriptionId) : `${subscriptionId}/${regionId}`;

/** The private link of a place; undefined where there is none. */
export const privateLinkIn = (account: Account, place: ConnectivityPlace): PrivateLink | undefined =>
  account.collection(PRIVATE_LINK).get(privateLinkIdIn(place));

/** The private link that a task works on, whatever its state. */
export function existingPrivateLink(account: Account, place: ConnectivityPlace): PrivateLink {
  const link = privateLinkIn(account, place);
  requireThat(link, "PRIVATE_LINK_NOT_FOUND");
  return link;
}
