import { z } from "zod";
import type { Declaration } from "../../operations/declaration";
import { type Args, resource } from "../../pulumi/resource";
import { commonFields, only } from "../common";
import { text } from "../schemas";
import { aclUserKind, type ListedAclUser, listedAclUser } from "./kind";
import type { AclUserInputs, AclUserOutputs } from "./types";

const PASSWORD_RULE =
  "must have 8 to 128 characters, including an upper-case letter, a lower-case letter, a digit and a special character";
const PASSWORD = /^(?=.*[A-Z])(?=.*[a-z])(?=.*\d)(?=.*[^A-Za-z0-9]).{8,128}$/;

/** `default` is reserved for the database's own user. */
const userName = z
  .string()
  .regex(/^\S+$/, "must not be empty or contain spaces")
  .refine((name) => name !== "default", "must not be default, which is the built-in user of each database");

const fields: Declaration<AclUserInputs, ListedAclUser>["fields"] = {
  ...commonFields,
  name: { schema: userName.optional(), change: "replace", observed: ({ name }) => name },
  role: {
    schema: text,
    change: "update",
    observed: ({ role }) => role,
    blocksDeletionOf: (role) => [{ kind: "aclRole", name: role }],
    link: (role, to) => to.name("aclRole", role),
  },
  password: { schema: z.string().regex(PASSWORD, PASSWORD_RULE), change: "update", secret: true },
};

/** Arguments of {@link AclUser}. */
export type AclUserArgs = Args<AclUserInputs>;

/**
 * A database user: its role determines which databases it can use, and with which permissions.
 *
 * @example
 * ```ts
 * const reporting = new rediscloud.AclUser("reporting", {
 *   role: reader.name,
 *   password: config.requireSecret("reportingPassword"),
 * });
 * ```
 */
export class AclUser extends resource<AclUserInputs, AclUserOutputs>("AclUser", {
  fields,
  secrets: ["password"],
  fromId: { aclUserId: Number },
  outputs: ["name", "status"],
  attributes: [],
}) {}

/** @internal */
export const aclUser: Declaration<AclUserInputs, ListedAclUser> = {
  kind: aclUserKind,
  typeName: "AclUser",
  loss: "deletes it, and clients that use it can no longer log in",
  name: { maxLength: 64 },
  timeouts: { create: "30m", update: "30m", delete: "30m" },
  fields,
  unique: { arguments: ["name"], scope: () => "the account" },
  createRequest: (inputs) => ({
    method: "POST",
    path: "/acl/users",
    body: only(inputs, ["name", "role", "password"]),
  }),
  steps: ({ id }, changed) => {
    const body = only(changed, ["role", "password"]);
    const fields = Object.keys(body);
    return fields.length === 0
      ? []
      : [{ request: { method: "PUT", path: `/acl/users/${id}`, body }, fields }];
  },
  deleteRequest: ({ id }) => ({ method: "DELETE", path: `/acl/users/${id}` }),
  observe: ({ id }, _inputs, session) => session.find(`/acl/users/${id}`, listedAclUser),
  outputs: ({ id, status }) => ({ aclUserId: id, status }),
};
