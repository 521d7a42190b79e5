/** Cloud account 1 stands for the vendor's own accounts at every provider. */
export const INTERNAL_CLOUD_ACCOUNT_ID = 1;
export const INTERNAL_CLOUD_ACCOUNT_NAME = "Redis Internal Resources";
