import { awsArnsOf } from "./awsAccount";
import { INTERNAL_CLOUD_ACCOUNT_ID } from "./internal";
import type { CloudAccount } from "./state";

/** A cloud account as `GET /cloud-accounts` returns it: without its secrets. */
export function cloudAccountAnswer(cloudAccount: CloudAccount) {
  const { id, name, provider, status, accessKeyId, signInLoginUrl } = cloudAccount;
  // As in the OpenAPI document, the answer for the internal cloud account has nothing but its name.
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
