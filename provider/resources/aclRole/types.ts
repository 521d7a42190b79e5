import type { CommonInputs } from "../sharedTypes";

/** A database for which a rule holds. */
export interface AclRoleDatabase {
  /** Subscription of the database. */
  subscriptionId: number;
  /** ID of the database: its `databaseId`. */
  databaseId: number;
  /** Active-Active databases only: regions in which the rule holds. Without it, in all. */
  regions?: string[];
}

/** A rule, and where it holds. */
export interface AclRoleRule {
  /** Name of the rule: the `name` of an `AclRule`, or one of the account's default rules, e.g. `Read-Only`. */
  ruleName: string;
  /** The databases for which it holds. */
  databases: AclRoleDatabase[];
}

/** A role of access control: which rules hold for which databases. API: `/acl/roles`. */
export interface AclRoleInputs extends CommonInputs {
  /**
   * Name, by which users refer to the role; unique within the account. A change updates.
   *
   * @default the logical name and a short hash of the resource's URN
   */
  name?: string;
  /** The rules, each with the databases for which it holds; at most one for each database. A change updates. */
  redisRules: AclRoleRule[];
}

/** What the API reports of a role. */
export interface AclRoleOutputs {
  /** Its name, given or made up. */
  readonly name: string;
  /** The API's ID of the role; the Pulumi ID is the same in a string. */
  readonly aclRoleId: number;
  /** Provisioning state, `active` when it can be used. */
  readonly status: string;
}
