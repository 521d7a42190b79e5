import type { Advice } from "../../api/advice";

export const CLOUD_ACCOUNT_ADVICE: Advice = {
  CLOUD_ACCOUNT_ACCESS_KEY_EXISTS:
    "Another cloud account already uses this access key: use that account instead.",
  CLOUD_ACCOUNT_INVALID_CREDS: "Check accessKeyId, accessSecretKey, consoleUsername and consolePassword.",
  CLOUD_ACCOUNT_NAME_EXISTS: "Choose another name, or omit it for a unique one.",
  CLOUD_ACCOUNT_USED: "Delete the subscriptions that use this cloud account first.",
};
