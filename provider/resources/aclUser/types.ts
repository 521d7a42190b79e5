import type { CommonInputs } from "../sharedTypes";

/** A user of databases, with a password of its own. API: `/acl/users`. */
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
   * Password to log in with: 8 to 128 characters, among them an upper-case letter, a lower-case one, a digit and another
   * character. Secret. The API never reports it. A change updates.
   */
  password: string;
}

/** What the API reports of a user. */
export interface AclUserOutputs {
  /** Its name, given or made up. */
  readonly name: string;
  /** The API's ID of the user; the Pulumi ID is the same in a string. */
  readonly aclUserId: number;
  /** Provisioning state, `active` when it can log in. */
  readonly status: string;
}
