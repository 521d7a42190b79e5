import type { CommonInputs } from "../sharedTypes";

/** A cloud account of your own, in which Redis Cloud deploys subscriptions. API: `/cloud-accounts`. */
export interface CloudAccountInputs extends CommonInputs {
  /**
   * Display name, unique within the account. A change updates.
   *
   * @default the logical name and a short hash of the resource's URN
   */
  name?: string;
  /**
   * Cloud provider: `AWS` or `GCP`. A change replaces.
   *
   * @default `AWS`
   */
  provider?: "AWS" | "GCP";
  /** Access key of the cloud provider. Secret. A change updates. */
  accessKeyId: string;
  /** Secret key of the cloud provider. Secret. A change updates. */
  accessSecretKey: string;
  /** User name for the provider's management console. Secret. A change updates. */
  consoleUsername: string;
  /** Password for the provider's management console. Secret. A change updates. */
  consolePassword: string;
  /** URL of the sign-in page of the provider's management console. A change updates. */
  signInLoginUrl: string;
}

/** What the API reports about a cloud account. */
export interface CloudAccountOutputs {
  /** Name, as given or generated. */
  readonly name: string;
  /** Cloud provider: `AWS` or `GCP`. */
  readonly provider: "AWS" | "GCP";
  /** ID of the cloud account in the API, for a subscription's `cloudProviders[].cloudAccountId`. */
  readonly cloudAccountId: number;
  /** Provisioning state: `active` when the cloud account can be used. */
  readonly status: string;
  /** AWS: ARN of the user that Redis Cloud acts as, for policies; undefined on Google Cloud. */
  readonly awsUserArn: string | undefined;
  /** AWS: ARN of the role for the management console, for policies; undefined on Google Cloud. */
  readonly awsConsoleRoleArn: string | undefined;
}
