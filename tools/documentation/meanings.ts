/** Meanings of error codes that the simulator does not refuse with, or describes as tersely as the API does. */
export const MEANINGS: Readonly<Record<string, string>> = {
  ACL_ROLE_DOES_NOT_EXISTS: "There is no role with the name that the user has.",
  CLOUD_ACCOUNT_ACCESS_KEY_EXISTS: "Another cloud account of the account has this access key.",
  CLOUD_ACCOUNT_INVALID_CREDS: "The cloud provider does not accept the credentials.",
  CLUSTER_UNDER_MAINTENANCE: "Redis does maintenance.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_MISSING_GET_IAM_POLICY_PERMISSIONS:
    "The principal in 'customerManagedKeyAccessDetails' may not read the policy of the key.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_MISSING_GET_KEY_PERMISSIONS:
    "The principal in 'customerManagedKeyAccessDetails' may not read the key.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_UPDATE_IS_NOT_SUPPORTED:
    "The keys of this subscription cannot be changed.",
  DATABASE_BACKUP_DISABLED:
    "The database has no regular backups, and the request names no place for this one.",
  DATABASE_CLUSTER_IS_IN_MAINTENANCE: "Redis does maintenance on the database's cluster.",
  DATABASE_IS_NOT_ACTIVE: "The database is changing.",
  DATABASE_NOT_ACTIVE: "The database is changing.",
  PAYMENT_INFO_CHANGE_PROHIBITED_FOR_PRO_UNDER_CONTRACT:
    "The account pays by contract, so its subscriptions have no payment method to change.",
  PAYMENT_INVALID_CARD_NUMBER: "The payment method is not one of the account's.",
  SUBSCRIPTION_NOT_ACTIVE: "The subscription is changing.",
  SUBSCRIPTION_PI_NOT_FOUND: "The payment method was not found.",
  VPC_PEERING_CLUSTER_NOT_ACTIVE: "The subscription's cluster is changing.",
};
