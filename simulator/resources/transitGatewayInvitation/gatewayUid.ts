import type { Random } from "../../random";

/** The ID in AWS of a transit gateway, such as `tgw-0b92afdae97faaef8`. */
export const newGatewayUid = (random: Random): string =>
  `tgw-${random.uuid().replaceAll("-", "").slice(0, 17)}`;
