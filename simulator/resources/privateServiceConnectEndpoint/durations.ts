import type { DurationRange } from "../../settings";

/** How long what happens to Private Service Connect endpoints takes, in simulated seconds. */
export interface PrivateServiceConnectEndpointDurations {
  /** Creation or deletion of its side in Google Cloud. @default [30, 120] */
  privateServiceConnectEndpointProcessing: DurationRange;
  /** Acceptance or rejection. @default [20, 60] */
  privateServiceConnectEndpointUpdate: DurationRange;
  /** How long a deleted endpoint is still listed. @default [5, 20] */
  privateServiceConnectEndpointDelete: DurationRange;
}

export const privateServiceConnectEndpointDurations: PrivateServiceConnectEndpointDurations = {
  privateServiceConnectEndpointProcessing: [30, 120],
  privateServiceConnectEndpointUpdate: [20, 60],
  privateServiceConnectEndpointDelete: [5, 20],
};
