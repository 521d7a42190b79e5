import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import { awsAccountIdOf } from "../cloudAccount/awsAccount";
import { INTERNAL_CLOUD_ACCOUNT_ID } from "../cloudAccount/internal";
import { CLOUD_ACCOUNT } from "../cloudAccount/state";
import { DATABASE } from "../database/state";
import type { Subscription } from "../subscription/state";
import { SUBSCRIPTION_PEERING } from "../subscriptionPeering/state";
import { TRANSIT_GATEWAY_ATTACHMENT } from "../transitGatewayAttachment/state";
import type { PrivateLinkPrincipal } from "./state";

/** "Up to 55 databases": the vendor's page on PrivateLink. */
const MAX_DATABASES = 55;

/** What a principal of each type looks like: the forms that AWS Resource Access Manager takes. */
const FORMS: Readonly<Record<PrivateLinkPrincipal["type"], RegExp>> = {
  // The document says "AWS account ID or ARN"; recorded with the ARN of the root user.
  aws_account: /^(?:\d{12}|arn:aws[\w-]*:iam::\d{12}:root)$/,
  organization: /^arn:aws[\w-]*:organizations::\d{12}:organization\/o-[a-z0-9]+$/,
  organization_unit: /^arn:aws[\w-]*:organizations::\d{12}:ou\/o-[a-z0-9]+\/ou-[a-z0-9-]+$/,
  iam_role: /^arn:aws[\w-]*:iam::\d{12}:role\/.+$/,
  iam_user: /^arn:aws[\w-]*:iam::\d{12}:user\/.+$/,
  service_principal: /^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/,
};

/** The number of the AWS account that a private link belongs to. */
export function ownerOf(account: Account, { cloudAccountId }: Subscription): string {
  const cloudAccount = account.collection(CLOUD_ACCOUNT).get(cloudAccountId);
  return cloudAccount ? awsAccountIdOf(cloudAccount) : "000000000000";
}

/** Checks one principal. */
export function requirePrincipal(
  account: Account,
  subscription: Subscription,
  { principal, type }: Pick<PrivateLinkPrincipal, "principal" | "type">,
): void {
  requireThat(FORMS[type].test(principal), "PRIVATE_LINK_PRINCIPAL_INVALID_PRINCIPLE");
  const [, accountId = principal] = principal.match(/^arn:aws[\w-]*:iam::(\d{12}):/) ?? [];
  requireThat(accountId !== ownerOf(account, subscription), "PRIVATE_LINK_PRINCIPAL_CANNOT_BE_OWNER_ACCOUNT");
}

/** Checks what a private link excludes, as the vendor's page on PrivateLink has it. */
export function requireSupport(account: Account, subscription: Subscription): void {
  requireThat(subscription.provider === "AWS", "PRIVATE_LINK_CLOUD_PROVIDER_NOT_SUPPORTED");
  const unsupported = (reason: string) => `Private link is not supported ${reason}.`;
  requireThat(
    subscription.cloudAccountId === INTERNAL_CLOUD_ACCOUNT_ID,
    "PRIVATE_LINK_IS_NOT_SUPPORTED",
    unsupported("in a cloud account of the customer"),
  );
  const databases = account.collection(DATABASE).inSubscription(subscription.id);
  requireThat(
    databases.every(({ supportOSSClusterApi }) => !supportOSSClusterApi),
    "PRIVATE_LINK_IS_NOT_SUPPORTED",
    unsupported("with databases that have the OSS Cluster API"),
  );
  const peerings = account.collection(SUBSCRIPTION_PEERING).inSubscription(subscription.id);
  requireThat(
    peerings.every(({ status }) => status === "failed"),
    "PRIVATE_LINK_IS_NOT_SUPPORTED",
    unsupported("with peerings"),
  );
  const attachments = account.collection(TRANSIT_GATEWAY_ATTACHMENT).inSubscription(subscription.id);
  requireThat(
    attachments.length === 0,
    "PRIVATE_LINK_IS_NOT_SUPPORTED",
    unsupported("with transit gateways"),
  );
  requireThat(databases.length <= MAX_DATABASES, "PRIVATE_LINK_SUBSCRIPTION_REACHED_MAX_DATABASES_COUNT");
}
