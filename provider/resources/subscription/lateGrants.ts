/**
 * Refusals while Redis Cloud has no access to a customer-managed key. A grant takes effect within minutes, as the cloud
 * providers say.
 */
export const LATE_KEY_GRANTS = {
  codes: [
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_MISSING_GET_IAM_POLICY_PERMISSIONS",
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_MISSING_GET_KEY_PERMISSIONS",
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_MISSING_USAGE_PERMISSIONS",
  ],
  withinMs: 10 * 60_000,
} as const;
