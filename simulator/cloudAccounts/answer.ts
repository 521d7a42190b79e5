import { INTERNAL_CLOUD_ACCOUNT_ID } from "../catalog";
import type { CloudAccount } from "../state";
import { awsArnsOf } from "./awsAccount";

/** A cloud account as `GET /cloud-accounts` shows it. Its secrets never come back. */
export function cloudAccountAnswer(cloudAccount: CloudAccount) {
  const { id, name, provider, status, accessKeyId, signInLoginUrl } = cloudAccount;
  // As the OpenAPI document has it, the internal cloud account is told with nothing but its name.
  const isOwn = provider === "AWS" && id !== INTERNAL_CLOUD_ACCOUNT_ID;
  return {
    id,
    name,
    provider,
    status,
    ...(accessKeyId !== undefined && { accessKeyId }),
    ...(signInLoginUrl !== undefined && { signInLoginUrl }),
    ...(isOwn && awsArnsOf(cloudAccount)),
  };
}
