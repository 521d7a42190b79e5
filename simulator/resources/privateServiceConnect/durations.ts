import type { DurationRange } from "../../settings";

/** How long what happens to Private Service Connect services takes, in simulated seconds. */
export interface PrivateServiceConnectDurations {
  /** Its subscription is `pending` as long. @default [180, 600] */
  privateServiceConnectCreate: DurationRange;
  /** Its subscription is `pending` as long. @default [120, 300] */
  privateServiceConnectDelete: DurationRange;
}

export const privateServiceConnectDurations: PrivateServiceConnectDurations = {
  privateServiceConnectCreate: [180, 600],
  privateServiceConnectDelete: [120, 300],
};
