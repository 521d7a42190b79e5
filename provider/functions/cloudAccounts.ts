import { cloudAccount } from "../resources/cloudAccount";
import { cloudAccountKind, type ListedCloudAccount } from "../resources/cloudAccount/kind";
import type { CloudAccountInputs, CloudAccountOutputs } from "../resources/cloudAccount/types";
import { hideSecrets, observeDetails } from "./details";
import { findOne, listAll } from "./listed";
import { type ById, type LookupArgs, outputForm } from "./lookup";
import type { Details } from "./types";

/** A cloud account, as listed. */
export interface CloudAccountInfo {
  /** Value for a subscription's `cloudProviders[].cloudAccountId`; 1 is Redis' own. */
  readonly id: number;
  readonly name?: string;
  readonly status: string;
  readonly provider?: string;
}

/** A cloud account, with all that the API tells. Its `accessKeyId` is a secret output. */
export type CloudAccountDetails = CloudAccountInfo &
  Pick<CloudAccountOutputs, "cloudAccountId" | "awsUserArn" | "awsConsoleRoleArn"> &
  Details<Partial<Pick<CloudAccountInputs, "accessKeyId" | "signInLoginUrl">>, "accessKeyId">;

/** Which cloud accounts to look up. */
export interface GetCloudAccountsArgs extends LookupArgs {
  /** Leave out Redis' own cloud account. @default false */
  excludeInternalAccount?: boolean;
  /** @default both */
  provider?: "AWS" | "GCP";
}

/** The account's cloud accounts. API: `GET /cloud-accounts`. */
export async function getCloudAccounts(args: GetCloudAccountsArgs = {}): Promise<CloudAccountInfo[]> {
  const { excludeInternalAccount = false, provider } = args;
  const isAsked = (one: ListedCloudAccount) =>
    !(excludeInternalAccount && one.isDefault) && (provider === undefined || one.provider === provider);
  const all = await listAll(cloudAccountKind, args, (one) => one);
  return all.filter(isAsked).map(({ isDefault: _, ...account }) => account);
}
export const getCloudAccountsOutput = outputForm(getCloudAccounts);

/**
 * The one cloud account with this ID or name. API: `GET /cloud-accounts/{id}`.
 *
 * @throws RunError when none or several match.
 */
export async function getCloudAccount(args: GetCloudAccountsArgs & ById): Promise<CloudAccountDetails> {
  const { excludeInternalAccount, ...filter } = args;
  const found = findOne(cloudAccountKind, filter, await getCloudAccounts(args));
  const { values } = await observeDetails(cloudAccount, { id: found.id }, args);
  return hideSecrets({ ...found, ...values }, ["accessKeyId"]) as unknown as CloudAccountDetails;
}
export const getCloudAccountOutput = outputForm(getCloudAccount);
