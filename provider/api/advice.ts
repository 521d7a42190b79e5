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

/** The next step after error codes of the API. */
export type Advice = Readonly<Record<string, string>>;

/**
 * The next step after error codes that concern several kinds of resource; each kind declares its own. Codes: OpenAPI,
 * `ProcessorResponse.error`.
 */
export const BY_CODE: Advice = {
  CLOUD_ACCOUNT_NOT_FOUND: "Check cloudAccountId; getCloudAccounts() lists what the account has.",
  PAYMENT_INFO_NOT_ALLOWED_IN_CONTRACT_ASSOCIATED_ACCOUNT:
    "Remove paymentMethod and paymentMethodId: the account pays by its contract.",
  PAYMENT_INFO_CHANGE_PROHIBITED_FOR_PRO_UNDER_CONTRACT:
    "Remove paymentMethod and paymentMethodId: the account pays by its contract.",
  PAYMENT_INFO_NOT_PROVIDED:
    "Set paymentMethodId to one of getPaymentMethods(), or set a default credit card for the account in the Redis " +
    "Cloud console, or set paymentMethod: marketplace if the account pays through a marketplace.",
  PAYMENT_INVALID_CARD_NUMBER: "Check paymentMethodId; getPaymentMethods() lists what the account has.",
  SUBSCRIPTION_IN_USE: "Remove its databases first.",
  SUBSCRIPTION_NOT_ACTIVE: "The subscription is changing: run again when it is active.",
  SUBSCRIPTION_NOT_FOUND: "Check subscriptionId, and that it belongs to this account.",
  TOO_MANY_PENDING_SUBSCRIPTIONS: "Three subscriptions are changing already: run again when one is active.",
};

const UNKNOWN_CA =
  "Nothing was sent. If a private authority issued the certificate (your own API gateway, or a proxy that inspects TLS), " +
  "set NODE_EXTRA_CA_CERTS to the file with the authority's certificate and run again.";
const WRONG_DATE = "Nothing was sent. Check the clock of this machine, and the server's certificate.";

/** The next step when this machine's configuration prevents sending a request. Codes: Node, OpenSSL, `tunnel.ts`. */
export const BY_LOCAL_CODE: Readonly<Record<string, string>> = {
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

/** The next step by how a request failed, where its code has none. */
export const BY_KIND: Readonly<Record<ApiErrorKind, string>> = {
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

/**
 * Returns the next step after an error code, where there is a specific one.
 *
 * @param own that of the kind of resource, which takes precedence.
 */
export const adviceForCode = (code: string | undefined, own?: Advice): string | undefined =>
  [own, BY_CODE].map((advice) => lookUp(advice, code)).find((text) => text !== undefined);

const lookUp = (advice: Advice = {}, code = ""): string | undefined =>
  Object.hasOwn(advice, code) ? advice[code] : undefined;

/** The answer where a part of the API is in preview, and not turned on for the account. */
const TURNED_OFF = 412;
const TURN_ON = "This part of the API is not turned on for the account: ask Redis support to turn it on.";

/** Returns the next step after an error: by its code where there is a specific one, else by its kind. */
export function adviceFor({
  code,
  kind,
  method,
  httpStatus,
  advice,
}: {
  code?: string;
  kind: ApiErrorKind;
  method?: string;
  httpStatus?: number;
  advice?: Advice;
}): string {
  if (kind === "not-sent") return BY_LOCAL_CODE[code ?? ""] ?? BY_KIND[kind];
  const byKind = kind === "refused" && method === "GET" ? REFUSED_LOOK : BY_KIND[kind];
  return adviceForCode(code, advice) ?? (httpStatus === TURNED_OFF ? TURN_ON : byKind);
}
