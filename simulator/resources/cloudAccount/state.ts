import type { KindName } from "../../kinds";
import type { Resource } from "../../resource";

/** The provisioning states of a cloud account. */
export type CloudAccountState = "draft" | "active" | "change-draft" | "delete-pending" | "error";

/** A cloud account. Its secrets are not kept: nothing ever reads them. */
export interface CloudAccount extends Resource<"cloudAccount", CloudAccountState> {
  id: number;
  provider: "AWS" | "GCP";
  accessKeyId?: string;
  signInLoginUrl?: string;
  /** Number of its AWS account, where another account's answer named it. */
  awsAccountId?: string;
}

/** Refers to the cloud accounts of an account. */
export const CLOUD_ACCOUNT: KindName<CloudAccount> = "cloudAccount";
