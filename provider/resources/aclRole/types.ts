import type { CommonInputs } from "../sharedTypes";

/** A database to which a rule applies. */
export interface AclRoleDatabase {
  /** ID of the database's subscription. */
  subscriptionId: number;
  /** ID of the database (`database.databaseId`). */
  databaseId: number;
  /** Active-Active databases only: regions in which the rule applies. All regions if omitted. */
  regions?: string[];
}

/** A rule and the databases to which it applies. */
export interface AclRoleRule {
  /** Name of the rule: the `name` of an `AclRule`, or one of the account's default rules, e.g. `Read-Only`. */
  ruleName: string;
  /** The databases to which the rule applies. */
  databases: AclRoleDatabase[];
}

/** An access control role: which rules apply to which databases. API: `/acl/roles`. */
export interface AclRoleInputs extends CommonInputs {
  /**
   * Name that users refer to; unique within the account. A change updates.
   *
   * @default the logical name and a short hash of the resource's URN
   */
  name?: string;
  /** The rules, each with the databases to which it applies; at most one per database. A change updates. */
  redisRules: AclRoleRule[];
}

/** What the API reports of a role. */
export interface AclRoleOutputs {
  /** Name, as given or generated. */
  readonly name: string;
  /** ID of the role in the API; the Pulumi ID is the same as a string. */
  readonly aclRoleId: number;
  /** Provisioning state: `active` when the role can be used. */
  readonly status: string;
}
