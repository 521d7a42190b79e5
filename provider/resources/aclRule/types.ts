import type { CommonInputs } from "../sharedTypes";

/** A rule of access control: which commands, keys and channels may be used. API: `/acl/redisRules`. */
export interface AclRuleInputs extends CommonInputs {
  /**
   * Name, by which roles refer to the rule; unique within the account. A change updates.
   *
   * @default the logical name and a short hash of the resource's URN
   */
  name?: string;
  /**
   * The rule in the syntax of Redis' ACLs, e.g. `+@read ~cache:*`: commands and categories (`+get`, `-@dangerous`), keys
   * (`~pattern`, `allkeys`) and channels (`&pattern`). How many blanks stand between its parts means nothing. A change
   * updates.
   */
  redisRule: string;
}

/** What the API reports of a rule. */
export interface AclRuleOutputs {
  /** Its name, given or made up. */
  readonly name: string;
  /** The rule. */
  readonly redisRule: string;
  /** The API's ID of the rule; the Pulumi ID is the same in a string. */
  readonly aclRuleId: number;
  /** Provisioning state, `active` when it can be used. */
  readonly status: string;
}
