import type { Declaration } from "../../operations/declaration";
import { type Args, resource } from "../../pulumi/resource";
import { only } from "../common";
import { type CloudAccountAnswer, cloudAccountAnswer, fields } from "./fields";
import { cloudAccountKind } from "./kind";
import type { CloudAccountInputs, CloudAccountOutputs } from "./types";

/** Arguments of {@link CloudAccount}. */
export type CloudAccountArgs = Args<CloudAccountInputs>;

/**
 * A cloud account. Its keys and passwords are secrets in the state; the API only reports `accessKeyId`.
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
  kind: cloudAccountKind,
  typeName: "CloudAccount",
  loss: "deletes it",
  name: { maxLength: 64 },
  timeouts: { create: "30m", update: "30m", delete: "30m" },
  fields,
  unique: { arguments: ["name"], scope: () => "the account" },
  createRequest: (inputs) => ({
    method: "POST",
    path: "/cloud-accounts",
    body: only(inputs, [...UPDATED, "provider"]),
  }),
  // An update sends the whole object.
  steps: ({ id }, changed, inputs) => {
    const fields = Object.keys(changed);
    if (fields.length === 0) return [];
    return [
      { request: { method: "PUT", path: `/cloud-accounts/${id}`, body: only(inputs, UPDATED) }, fields },
    ];
  },
  deleteRequest: ({ id }) => ({ method: "DELETE", path: `/cloud-accounts/${id}` }),
  observe: ({ id }, _inputs, session) => session.find(`/cloud-accounts/${id}`, cloudAccountAnswer),
  outputs: ({ id, status, awsUserArn, awsConsoleRoleArn }) => ({
    cloudAccountId: id,
    status,
    awsUserArn: awsUserArn ?? null,
    awsConsoleRoleArn: awsConsoleRoleArn ?? null,
  }),
};
