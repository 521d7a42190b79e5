import { awsAccountIdOf } from "../cloudAccount/awsAccount";
import type { CloudAccount } from "../cloudAccount/state";
import { deletionGracePeriod } from "./requests";
import type { Subscription } from "./state";

/** The API's `CustomerManagedKeyAccessDetails`. */
interface KeyAccessDetails {
  redisServiceAccount?: string;
  redisIamRole?: string;
  googlePredefinedRoles?: string[];
  googleCustomPermissions?: string[];
  requiredKeyPolicyStatements?: object;
  deletionGracePeriodOptions: readonly string[];
}

/**
 * The access that a customer has to grant so that the service can use a customer managed key: the fields of
 * `CustomerManagedKeyAccessDetails`. On Google Cloud it is an account with its roles, on AWS a role with a key policy.
 */
export function customerManagedKeyAccessDetails(
  { provider, id }: Subscription,
  cloudAccount: CloudAccount | undefined,
): KeyAccessDetails {
  const deletionGracePeriodOptions = deletionGracePeriod.options;
  if (provider === "GCP") {
    return {
      redisServiceAccount: `service-${id}@simulated-redis.iam.gserviceaccount.com`,
      googlePredefinedRoles: ["roles/cloudkms.cryptoKeyEncrypterDecrypter", "roles/cloudkms.viewer"],
      googleCustomPermissions: [
        "cloudkms.cryptoKeys.get",
        "cloudkms.cryptoKeyVersions.useToDecrypt",
        "cloudkms.cryptoKeyVersions.useToEncrypt",
      ],
      deletionGracePeriodOptions,
    };
  }
  const awsAccountId = cloudAccount ? awsAccountIdOf(cloudAccount) : "000000000000";
  const redisIamRole = `arn:aws:iam::${awsAccountId}:role/redis-subscription-${id}`;
  return {
    redisIamRole,
    requiredKeyPolicyStatements: keyPolicyStatements(redisIamRole),
    deletionGracePeriodOptions,
  };
}

/** A statement of an AWS key policy, as `requiredKeyPolicyStatements` asks for it. */
function keyPolicyStatements(role: string) {
  const statement = (Sid: string, Action: string[], Condition?: object) => ({
    Sid,
    Effect: "Allow",
    Principal: { AWS: role },
    Action,
    Resource: "*",
    ...(Condition && { Condition }),
  });
  const use = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];
  const grant = ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"];
  return {
    Statement: [
      statement("AllowRedisToUseTheKey", use),
      statement("AllowRedisToGrantTheKey", grant, { Bool: { "kms:GrantIsForAWSResource": "true" } }),
    ],
  };
}
