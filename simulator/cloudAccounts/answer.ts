import type { CloudAccount } from "../state";

/** A cloud account as `GET /cloud-accounts` shows it. Its secrets never come back. */
export function cloudAccountAnswer(cloudAccount: CloudAccount) {
  const { id, name, provider, status, accessKeyId, signInLoginUrl } = cloudAccount;
  return {
    id,
    name,
    provider,
    status,
    ...(accessKeyId !== undefined && { accessKeyId }),
    ...(signInLoginUrl !== undefined && { signInLoginUrl }),
  };
}
