import type { CommonInputs } from "../sharedTypes";

/** A database user with its own password. API: `/acl/users`. */
export interface AclUserInputs extends CommonInputs {
  /**
   * Name to log in with; unique within the account. A change replaces.
   *
   * @default the logical name and a short hash of the resource's URN
   */
  name?: string;
  /** Name of the role: the `name` of an `AclRole`. A change updates. */
  role: string;
  /**
   * Password to log in with: 8 to 128 characters, with at least one upper-case letter, one lower-case letter, one digit
   * and one special character. Secret. The API never reports it. A change updates.
   */
  password: string;
}

/** What the API reports of a user. */
export interface AclUserOutputs {
  /** Name, as given or generated. */
  readonly name: string;
  /** ID of the user in the API; the Pulumi ID is the same as a string. */
  readonly aclUserId: number;
  /** Provisioning state: `active` when the user can log in. */
  readonly status: string;
}
