import type { PlaceInputs } from "../placeTypes";
import type { CommonInputs } from "../sharedTypes";

/**
 * Private Service Connect of a Pro subscription on Google Cloud, or of a region of an Active-Active one. API:
 * `…/private-service-connect`.
 */
export interface PrivateServiceConnectInputs extends CommonInputs, PlaceInputs {}

/** What the API reports of Private Service Connect. */
export interface PrivateServiceConnectOutputs {
  /** ID of the service in the API, which its endpoints take. */
  readonly pscServiceId: number;
  /** Provisioning state: `active` when endpoints can be created. */
  readonly status: string;
  /** Host name under which databases are reached, e.g. `psc.mc2018-0.us-central1-mz.gcp.sdk-cloud.rlrcp.com`. */
  readonly connectionHostName: string | undefined;
  /** Name of the service attachment that endpoints connect to. */
  readonly serviceAttachmentName: string | undefined;
}
