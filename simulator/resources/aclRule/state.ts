import type { KindName } from "../../kinds";
import type { Resource } from "../../resource";
import type { AclState } from "../accessControl";

/** A Redis ACL rule: what its holders may do, whoever they are and in whichever database. */
export interface AclRule extends Resource<"aclRule", AclState> {
  id: number;
  /** In the syntax of Redis, such as `+@read ~*`. */
  pattern: string;
  /** Whether it is one of those that every account has. */
  isDefault: boolean;
}

/** Refers to the Redis ACL rules of an account. */
export const ACL_RULE: KindName<AclRule> = "aclRule";
