import type { CommonInputs } from "../sharedTypes";

/** An access control rule: which commands, keys and channels may be used. API: `/acl/redisRules`. */
export interface AclRuleInputs extends CommonInputs {
  /**
   * Name that roles refer to; unique within the account. A change updates.
   *
   * @default the logical name and a short hash of the resource's URN
   */
  name?: string;
  /**
   * The rule in Redis ACL syntax, e.g. `+@read ~cache:*`: commands and categories (`+get`, `-@dangerous`), keys
   * (`~pattern`, `allkeys`) and channels (`&pattern`). The amount of white space has no meaning. A change
   * updates.
   */
  redisRule: string;
}

/** What the API reports of a rule. */
export interface AclRuleOutputs {
  /** Name, as given or generated. */
  readonly name: string;
  /** The rule. */
  readonly redisRule: string;
  /** ID of the rule in the API; the Pulumi ID is the same as a string. */
  readonly aclRuleId: number;
  /** Provisioning state: `active` when the rule can be used. */
  readonly status: string;
}
