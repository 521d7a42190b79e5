import { z } from "zod";
import { type CloudAccountAnswer, cloudAccountAnswer } from "../api/answers";
import { type Args, resource } from "../engine/resource";
import { commonFields, only } from "./common";
import type { Declaration } from "./declaration";
import { oneOf, text } from "./schemas";
import type { CommonInputs } from "./sharedTypes";

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
  /** Where one signs in to the provider's management console (URL). A change updates. */
  signInLoginUrl: string;
}

/** What the API reports of a cloud account. */
export interface CloudAccountOutputs {
  /** Its name, given or made up. */
  readonly name: string;
  /** Cloud provider: `AWS` or `GCP`. */
  readonly provider: "AWS" | "GCP";
  /** The API's ID of the cloud account: for a subscription's `cloudProviders[].cloudAccountId`. */
  readonly cloudAccountId: number;
  /** Provisioning state, `active` when it can be used. */
  readonly status: string;
  /** AWS: ARN of the user that Redis Cloud acts as, for policies; undefined on Google Cloud. */
  readonly awsUserArn: string | undefined;
  /** AWS: ARN of the role for the management console, for policies; undefined on Google Cloud. */
  readonly awsConsoleRoleArn: string | undefined;
}

const secret = { schema: text, change: "update", secret: true } as const;

const fields: Declaration<CloudAccountInputs, CloudAccountAnswer>["fields"] = {
  ...commonFields,
  name: { schema: text.optional(), change: "update", observed: (answer) => answer.name },
  provider: {
    schema: oneOf(["AWS", "GCP"]).optional(),
    change: "replace",
    default: "AWS",
    observed: (answer) => answer.provider as CloudAccountInputs["provider"],
  },
  accessKeyId: { ...secret, observed: (answer) => answer.accessKeyId },
  accessSecretKey: secret,
  consoleUsername: secret,
  consolePassword: secret,
  signInLoginUrl: {
    schema: z.url("must be a URL"),
    change: "update",
    observed: (answer) => answer.signInLoginUrl,
  },
};

/** Arguments of {@link CloudAccount}. */
export type CloudAccountArgs = Args<CloudAccountInputs>;

/**
 * A cloud account. Its keys and passwords are secrets in the state; the API gives none of them back but `accessKeyId`.
 *
 * @example
 * ```ts
 * const cloudAccount = new rediscloud.CloudAccount("aws", {
 *   accessKeyId: config.requireSecret("accessKeyId"),
 *   accessSecretKey: config.requireSecret("accessSecretKey"),
 *   consoleUsername: config.requireSecret("consoleUsername"),
 *   consolePassword: config.requireSecret("consolePassword"),
 *   signInLoginUrl: "https://123456789012.signin.aws.amazon.com/console",
 * });
 * ```
 */
export class CloudAccount extends resource<CloudAccountInputs, CloudAccountOutputs>("CloudAccount", {
  secrets: ["accessKeyId", "accessSecretKey", "consoleUsername", "consolePassword"],
  fromId: { cloudAccountId: Number },
  fields,
  outputs: ["name", "status", "awsUserArn", "awsConsoleRoleArn"],
  attributes: [],
}) {}

const UPDATED = [
  "name",
  "accessKeyId",
  "accessSecretKey",
  "consoleUsername",
  "consolePassword",
  "signInLoginUrl",
] as const;

/** @internal */
export const cloudAccount: Declaration<CloudAccountInputs, CloudAccountAnswer> = {
  kind: "cloudAccount",
  name: { maxLength: 64 },
  timeouts: { create: "30m", update: "30m", delete: "30m" },
  fields,
  unique: { arguments: ["name"], scope: () => "the account" },
  target: (_inputs, id) => ({ kind: "cloudAccount", id: id === undefined ? undefined : Number(id) }),
  id: ({ id }) => String(id),
  createRequest: (inputs) => ({
    method: "POST",
    path: "/cloud-accounts",
    body: only(inputs, [...UPDATED, "provider"]),
  }),
  // The API takes the whole object again.
  steps: ({ id }, changed, inputs) => {
    const fields = Object.keys(changed);
    if (fields.length === 0) return [];
    return [
      { request: { method: "PUT", path: `/cloud-accounts/${id}`, body: only(inputs, UPDATED) }, fields },
    ];
  },
  deleteRequest: ({ id }) => ({ method: "DELETE", path: `/cloud-accounts/${id}` }),
  observe: ({ id }, _inputs, cloud) => cloud.find(`/cloud-accounts/${id}`, cloudAccountAnswer),
  outputs: ({ id, status, awsUserArn, awsConsoleRoleArn }) => ({
    cloudAccountId: id,
    status,
    awsUserArn: awsUserArn ?? null,
    awsConsoleRoleArn: awsConsoleRoleArn ?? null,
  }),
};
