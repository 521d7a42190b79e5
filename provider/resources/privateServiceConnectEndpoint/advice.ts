import type { Advice } from "../../api/advice";

export const ENDPOINT_ADVICE: Advice = {
  PSC_ENDPOINT_CANNOT_BE_DELETED_WITHOUT_DELETION_SCRIPT:
    "Delete its resources in Google Cloud, e.g. with getPrivateServiceConnectEndpointDeletionScript(): it goes then.",
};
