/**
 * How a request failed, as far as callers distinguish it:
 *
 * - `refused`: the API answered and did not accept it; nothing was submitted.
 * - `unauthorized`: 401 or 403; the keys are wrong, or may not do this.
 * - `not-found`: 404.
 * - `too-many`: still 429 after waiting: the request limit, or too many resources changing at once.
 * - `not-sent`: this machine's configuration prevents sending it (certificates, proxy, URL); nothing was submitted.
 * - `unavailable`: no connection, or a server fault, on a request that changes nothing.
 * - `outcome-unknown`: the same on a request that submits: it may or may not have been accepted.
 * - `invalid-answer`: an answer that is not what the API documents (for instance an HTML page).
 */
export type ApiErrorKind =
  | "refused"
  | "unauthorized"
  | "not-found"
  | "too-many"
  | "not-sent"
  | "unavailable"
  | "outcome-unknown"
  | "invalid-answer";

const GRANT_KEY_ACCESS =
  "Grant the principal in the subscription's customerManagedKeyAccessDetails access to the key, and let " +
  "SubscriptionEncryptionKeys depend on that grant.";
const PASSWORD_WHILE_OFF =
  "Leave the password as it is while enableDefaultUser is false, or turn the default user on to change it.";

/** The next step after the API's most common error codes. Codes: OpenAPI, `ProcessorResponse.error`. */
const BY_CODE: Readonly<Record<string, string>> = {
  CIDR_WHITELIST_NOT_ALLOWED:
    "Remove cidrIps and securityGroupIds: they require a subscription in your own cloud account.",
  CLOUD_ACCOUNT_ACCESS_KEY_EXISTS:
    "Another cloud account already uses this access key: use that account instead.",
  CLOUD_ACCOUNT_INVALID_CREDS: "Check accessKeyId, accessSecretKey, consoleUsername and consolePassword.",
  CLOUD_ACCOUNT_NAME_EXISTS: "Choose another name, or omit it for a unique one.",
  CLOUD_ACCOUNT_NOT_FOUND: "Check cloudAccountId; getCloudAccounts() lists what the account has.",
  CLOUD_ACCOUNT_USED: "Delete the subscriptions that use this cloud account first.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_MISSING_GET_IAM_POLICY_PERMISSIONS: GRANT_KEY_ACCESS,
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_MISSING_GET_KEY_PERMISSIONS: GRANT_KEY_ACCESS,
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_MISSING_USAGE_PERMISSIONS: GRANT_KEY_ACCESS,
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT:
    "Create the subscription without persistentStorageEncryptionKeys, and declare them in SubscriptionEncryptionKeys.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_REQUIRED_FOR_EXTERNAL_CLOUD_ACCOUNT:
    "Set persistentStorageEncryptionKeys: in your own cloud account they are required from the start.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_UPDATE_IS_NOT_SUPPORTED:
    "The keys of this subscription cannot be changed: declare the current keys, or omit them.",
  DATABASE_INVALID_CERT: "Specify the certificate in PEM form.",
  DATABASE_NAME_EXISTS:
    "Database names are unique within a subscription: choose another name, or remove the database that has it.",
  DATABASE_PORT_IS_UNAVAILABLE: "Choose another port, or omit it.",
  DATABASE_REDIS_VERSION_INVALID_VALUE: "Choose one of getRedisVersions().",
  DATABASE_SIZE_TOO_BIG: "Choose a smaller datasetSizeInGb, or ask Redis support for a higher limit.",
  DATABASE_SUBSCRIPTION_IN_PENDING_STATUS: "The subscription is changing: run again when it is active.",
  DISABLING_THE_DEFAULT_USER_AND_UPDATING_A_NEW_PASSWORD_IS_NOT_ALLOWED: PASSWORD_WHILE_OFF,
  NOT_ALLOWED_TO_UPDATE_A_DATABASE_PASSWORD_WHEN_DEFAULT_USER_IS_DISABLED: PASSWORD_WHILE_OFF,
  DATABASE_UPGRADE_INVALID_REDIS_VERSION:
    "Redis Cloud can only upgrade, to a version that getRedisVersions() lists: choose a later one.",
  PAYMENT_INFO_NOT_ALLOWED_IN_CONTRACT_ASSOCIATED_ACCOUNT:
    "Remove paymentMethod and paymentMethodId: the account pays by its contract.",
  PAYMENT_INFO_CHANGE_PROHIBITED_FOR_PRO_UNDER_CONTRACT:
    "Remove paymentMethod and paymentMethodId: the account pays by its contract.",
  PAYMENT_INFO_NOT_PROVIDED:
    "Set paymentMethodId to one of getPaymentMethods(), or set a default credit card for the account in the Redis " +
    "Cloud console, or set paymentMethod: marketplace if the account pays through a marketplace.",
  PAYMENT_INVALID_CARD_NUMBER: "Check paymentMethodId; getPaymentMethods() lists what the account has.",
  PRIVATE_LINK_ALREADY_EXISTS:
    "The subscription, or the region, has a private link already: manage it here with `adopt`, or delete it.",
  PSC_ENDPOINT_CANNOT_BE_DELETED_WITHOUT_DELETION_SCRIPT:
    "Delete its resources in Google Cloud, e.g. with getPrivateServiceConnectEndpointDeletionScript(): it goes then.",
  PSC_SERVICE_ALREADY_EXISTS:
    "The subscription, or the region, has Private Service Connect already: manage it here with `adopt` (its ID is in " +
    "getPrivateServiceConnect()), or delete it.",
  PSC_SERVICE_CANNOT_DELETE_SERVICE_WITH_ACTIVE_ENDPOINTS: "Delete its endpoints first.",
  RESOURCE_TAGS_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT:
    "Remove resourceTags: they require a subscription in your own cloud account.",
  SUBSCRIPTION_IN_USE:
    "Remove its databases first. A Pro subscription with forceDestroy: true removes them with it.",
  SUBSCRIPTION_INVALID_CIDR:
    "Set deploymentCIDR to a network of 256 addresses (/24) that does not overlap your other networks.",
  SUBSCRIPTION_INVALID_REGION_NAME: "Choose one of getRegions().",
  SUBSCRIPTION_NOT_ACTIVE: "The subscription is changing: run again when it is active.",
  SUBSCRIPTION_NOT_FOUND: "Check subscriptionId, and that it belongs to this account.",
  VPC_PEERING_ALREADY_EXIST:
    "The subscription is peered with this network already: manage that peering with `adopt`, whose ID " +
    "getSubscriptionPeerings() tells, or delete it first.",
  VPC_PEERING_NOT_ACTIVE: "Accept the peering on the other side first, then run again.",
  TOO_MANY_PENDING_SUBSCRIPTIONS: "Three subscriptions are changing already: run again when one is active.",
};

const UNKNOWN_CA =
  "Nothing was sent. If a private authority issued the certificate (your own API gateway, or a proxy that inspects TLS), " +
  "set NODE_EXTRA_CA_CERTS to the file with the authority's certificate and run again.";
const WRONG_DATE = "Nothing was sent. Check the clock of this machine, and the server's certificate.";

/** The next step when this machine's configuration prevents sending a request. Codes: Node, OpenSSL, `tunnel.ts`. */
const BY_LOCAL_CODE: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: UNKNOWN_CA,
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_CA,
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_CA,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_CA,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_CA,
  CERT_HAS_EXPIRED: WRONG_DATE,
  CERT_NOT_YET_VALID: WRONG_DATE,
  ERR_TLS_CERT_ALTNAME_INVALID:
    "Nothing was sent: the certificate is for another host. Check redis-cloud:baseUrl, and the proxy if there is one.",
  ERR_SSL_WRONG_VERSION_NUMBER:
    "The server does not speak TLS. Check the port and the scheme of redis-cloud:baseUrl and HTTPS_PROXY.",
  PROXY_REFUSED:
    "Nothing was sent. Check HTTPS_PROXY, including user and password if the proxy requires them, or exclude the API " +
    "with NO_PROXY.",
};

const BY_KIND: Readonly<Record<ApiErrorKind, string>> = {
  refused: "Nothing was submitted: correct the request and run again.",
  unauthorized:
    "Check redis-cloud:apiKey (the account key) and redis-cloud:apiSecretKey (a user key), that the API is " +
    "enabled for the account, and that the key's allowed addresses include this machine.",
  "not-found":
    "Check the IDs. If the resource was deleted elsewhere, `pulumi refresh` removes it from the state.",
  "too-many": "Run again in a few minutes, or let fewer programs use this account at once.",
  "not-sent": "Nothing was sent: check redis-cloud:baseUrl and the keys, then run again.",
  unavailable: "Check the network and https://status.redis.com, then run again.",
  "outcome-unknown":
    "The request may or may not have been accepted: run `pulumi up` again, which looks for the accepted request before " +
    "it sends anything.",
  "invalid-answer": "Check that redis-cloud:baseUrl is the URL of a Redis Cloud API, not of a proxy's page.",
};

/** A read submits nothing, but may follow a submission, so this does not say that nothing was submitted. */
const REFUSED_LOOK = "Check the IDs and the arguments, then run again.";

/** Returns the next step after an error code, where there is a specific one. */
export const adviceForCode = (code?: string): string | undefined =>
  code !== undefined && Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;

/** Returns the next step after an error: by its code where there is a specific one, else by its kind. */
export function adviceFor({
  code,
  kind,
  method,
}: {
  code?: string;
  kind: ApiErrorKind;
  method?: string;
}): string {
  if (kind === "not-sent") return BY_LOCAL_CODE[code ?? ""] ?? BY_KIND[kind];
  const byKind = kind === "refused" && method === "GET" ? REFUSED_LOOK : BY_KIND[kind];
  return adviceForCode(code) ?? byKind;
}
