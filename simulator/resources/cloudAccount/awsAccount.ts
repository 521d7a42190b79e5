import { INTERNAL_CLOUD_ACCOUNT_ID } from "./internal";
import type { CloudAccount } from "./state";

/** Placeholder for the vendor's AWS account that runs subscriptions of the internal cloud account. */
const INTERNAL_AWS_ACCOUNT_ID = "000000000000";

/**
 * The number of the AWS account behind a cloud account, 12 digits. The real service derives it from the access key;
 * here it is taken from the address of the console, or made up when the address contains none.
 */
export function awsAccountIdOf({ id, awsAccountId, signInLoginUrl = "" }: CloudAccount): string {
  if (id === INTERNAL_CLOUD_ACCOUNT_ID) return INTERNAL_AWS_ACCOUNT_ID;
  return awsAccountId ?? signInLoginUrl.match(/\/\/(\d{12})\./)?.[1] ?? String(id).padStart(12, "9");
}

/** The user and the role that customers create according to the vendor's set-up guide, by the names in it. */
export function awsArnsOf(cloudAccount: CloudAccount) {
  const awsAccountId = awsAccountIdOf(cloudAccount);
  return {
    awsUserArn: `arn:aws:iam::${awsAccountId}:user/redislabs-user`,
    awsConsoleRoleArn: `arn:aws:iam::${awsAccountId}:role/redislabs-role`,
  };
}
